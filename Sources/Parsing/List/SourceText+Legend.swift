internal import ListModel
internal import Markdown
internal import Text

extension SourceText {
  /// Returns the legend's lines among those of a paragraph.
  func legendItems(in lines: Range<Int>, format: EntryFormat) -> [Legend.Item] {
    let names = lines.map { legendName(on: $0, format: format) }
    return zip(lines, names).compactMap { line, name in
      guard let name else { return nil }
      let isFollowed = line + 1 < lines.upperBound && names[line + 1 - lines.lowerBound] != nil
      return Legend.Item(
        name: name,
        line: line,
        hasHardBreak: hasHardBreak(line),
        isFollowed: isFollowed
      )
    }
  }

  /// Returns the legend's line that an item of a list is, `- [ReferIS]: words`; nil where it is none.
  func legendItem(onItem line: Int, format: EntryFormat) -> Legend.Item? {
    // What leads somewhere is more than a declaration.
    guard !hasAddress(line..<line + 1) else { return nil }
    return legendName(on: line, format: format, isItem: true).map {
      Legend.Item(name: $0, line: line, hasHardBreak: true, isFollowed: false)
    }
  }

  /// Returns the tag that a line declares: one tag, a colon, and words.
  private func legendName(on line: Int, format: EntryFormat, isItem: Bool = false) -> String? {
    let range = self.line(line)
    var start = range.lowerBound
    if isItem {
      start = bytes[range].firstIndex { !$0.isWhitespace && !"-*+".utf8.contains($0) } ?? start
      // A bullet that is a star is not told from a mark by that.
      if start > range.lowerBound, bytes[start - 1] == UInt8(ascii: "*") { start -= 1 }
    }
    guard let first = bytes[start..<range.upperBound].first(where: { $0 != .space }),
      first == UInt8(ascii: "*") || first == UInt8(ascii: "`") || first == UInt8(ascii: "[")
    else { return nil }
    let own = Array(bytes[start..<range.upperBound])
    guard let block = format.readTags(own, from: own.trimmed(0..<own.count).lowerBound),
      block.tags.count == 1
    else { return nil }
    let rest = own.trimmed(block.range.upperBound..<own.count)
    guard let colon = own[rest].first, colon == UInt8(ascii: ":") || colon == 0xEF,
      own[rest].contains(where: \.isWord)
    else { return nil }
    return block.tags[0].name
  }
}
