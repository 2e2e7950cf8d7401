internal import Markdown

/// What divides a section without a heading of its own.
extension ListDocument {
  /// Tells whether a topic begins between an entry and one further down in the section, for entries that are
  /// indented so far: a heading in HTML or without the space after its number signs, a line in bold or before
  /// a colon, or an item that names what stands below it.
  package func hasTopic(
    between upper: EntryPlace,
    and lower: EntryPlace,
    above indentation: Int
  ) -> Bool {
    var index = firstEntry(behind: upper.lines.lowerBound)
    var line = upper.lines.upperBound
    while line < lower.lines.lowerBound {
      while index < entries.count, entries[index].lines.upperBound <= line { index += 1 }
      if index < entries.count, entries[index].lines.contains(line) {
        line = entries[index].lines.upperBound
        continue
      }
      if text.isTopic(line, above: indentation) { return true }
      line += 1
    }
    return false
  }

  /// Returns the index of the entry at a place; nil where none is there.
  package func index(of place: EntryPlace) -> Int? {
    var index = firstEntry(behind: place.lines.lowerBound) - 1
    while index >= 0, entries[index].lines.lowerBound == place.lines.lowerBound {
      if entries[index] == place { return index }
      index -= 1
    }
    return nil
  }

  /// Returns the index of the first entry that begins after a line.
  private func firstEntry(behind line: Int) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].lines.lowerBound > line { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension SourceText {
  /// Returns how many bytes of white space a 1-based line begins with.
  package func indentation(of number: Int) -> Int {
    bytes[line(number)].prefix { $0.isWhitespace }.count
  }

  /// Tells whether a line outside entries names a topic, for entries that are indented so far.
  fileprivate func isTopic(_ number: Int, above indentation: Int) -> Bool {
    let line = Array(bytes[line(number)])
    let all = line.trimmed(line.indices)
    guard !all.isEmpty, !hasAddress(number..<number + 1) else { return false }
    let start = all.lowerBound
    if line[start] == UInt8(ascii: "#") { return true }
    if line[start] == UInt8(ascii: "<") { return line.isHeadingTag(at: start + 1) }
    let isItem =
      start + 1 < all.upperBound && "-*+".utf8.contains(line[start]) && line[start + 1] == .space
    if isItem, start < indentation { return true }
    let words = line.trimmed((isItem ? start + 2 : start)..<all.upperBound)
    return line.isBold(words) || !isItem && line[words.upperBound - 1] == UInt8(ascii: ":")
  }
}

extension [UInt8] {
  /// Tells whether the tag whose name stands at an offset holds a heading.
  fileprivate func isHeadingTag(at start: Int) -> Bool {
    let name = string(start..<(self[start...].firstIndex { !$0.isWord } ?? count)).lowercased()
    return ["h1", "h2", "h3", "h4", "h5", "h6", "summary", "details", "b", "strong"].contains(name)
  }

  /// Tells whether a text is bold as a whole, but for a colon after it.
  fileprivate func isBold(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    let end = self[last] == UInt8(ascii: ":") ? last : range.upperBound
    return ["**", "__"].contains { mark in
      end - range.lowerBound > 4 && matches(mark, at: range.lowerBound)
        && matches(mark, at: end - 2)
    }
  }
}
