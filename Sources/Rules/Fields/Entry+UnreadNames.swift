internal import ListModel
internal import Parsing
internal import Text

extension Entry {
  /// How many names are more than the parts of a title with commas.
  private static let fewestNames = 3

  /// Whether a line below its first, its title, a label or text that belongs to no field reads as names of people:
  /// then these are there, and were not read.
  var hasUnreadNames: Bool {
    if let title, text.firstRange(of: " et al", in: title.range) != nil { return true }
    // Accounts are people's.
    if links.contains(where: { $0.label?.utf8.first == UInt8(ascii: "@") }) { return true }
    var ranges = unparsed
    var end = text.firstIndex(of: .newline) ?? text.count
    while end < text.count {
      let start = end + 1
      end = text[start...].firstIndex(of: .newline) ?? text.count
      ranges.append(start..<end)
    }
    return ranges.contains { range in
      let marks = text[range].prefix { !$0.isWord }.count
      let start = range.lowerBound + marks
      // After the names may stand where it appeared.
      let stop = text[start..<range.upperBound].firstIndex { "*_[<".utf8.contains($0) }
      let names = start..<(stop ?? range.upperBound)
      return text[names].count { $0 == UInt8(ascii: ",") } + 1 >= Self.fewestNames
        && text.isAuthors(names)
    }
  }
}
