internal import ListModel

extension Entry {
  /// The brace at the end of the title that has no other, with the comma after it, as what is left of BibTeX.
  var loneBrace: Range<Int>? {
    guard let title else { return nil }
    var end = title.range.upperBound
    if end < text.count, text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: "}") {
      end += 1
    }
    let words = text[title.range.lowerBound..<end]
    let last = words.lastIndex { $0 != UInt8(ascii: ",") } ?? words.startIndex
    guard !words.isEmpty, text[last] == UInt8(ascii: "}"),
      words.count(where: { $0 == UInt8(ascii: "}") }) == 1,
      // In formulas and code braces mean something.
      !words.contains(where: { "{$`\\".utf8.contains($0) })
    else { return nil }
    return last..<end
  }
}
