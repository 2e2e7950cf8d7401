package import ListModel
internal import Markdown
internal import Text

/// The lines outside entries that name a topic, and so divide a section without a heading of its own: a
/// heading in HTML or without the space after its number signs, a line in bold or before a colon, or an
/// item that names what stands below it.
package struct TopicLines: Sendable {
  /// In the order of the file; an item divides only entries that are indented further than itself.
  private var topics: [Topic] = []

  fileprivate struct Topic {
    /// 1-based.
    let line: Int
    /// That of an item; nil for what divides all entries.
    let indentation: Int?
  }

  package static let none = TopicLines()

  private init() {}

  package init(of document: ListDocument) {
    let text = document.text
    var entries = document.entries[...]
    var line = 1
    while line <= text.lineCount {
      while let entry = entries.first, entry.lines.upperBound <= line { entries.removeFirst() }
      if let entry = entries.first, entry.lines.contains(line) {
        line = entry.lines.upperBound
        continue
      }
      if let topic = text.topic(at: line) { topics.append(topic) }
      line += 1
    }
  }

  /// Tells whether a topic begins between an entry and one further down, for entries that are indented so far.
  package func divide(_ upper: EntryPlace, from lower: EntryPlace, above indentation: Int) -> Bool {
    let first = topics.partitioningIndex { $0.line >= upper.lines.upperBound }
    return topics[first...].lazy.prefix { $0.line < lower.lines.lowerBound }
      .contains { topic in topic.indentation.map { $0 < indentation } ?? true }
  }
}

extension ListDocument {
  /// Returns the index of the entry at a place; nil where none is there.
  package func index(of place: EntryPlace) -> Int? {
    var index = entries.partitioningIndex { $0.lines.lowerBound > place.lines.lowerBound } - 1
    while index >= 0, entries[index].lines.lowerBound == place.lines.lowerBound {
      if entries[index] == place { return index }
      index -= 1
    }
    return nil
  }

  /// Returns for each entry its index among some places; nil for those that are not there.
  package func indices(in places: [EntryPlace]) -> [Int?] {
    var indices = [Int?](repeating: nil, count: entries.count)
    for (index, place) in places.enumerated() {
      if let number = self.index(of: place) { indices[number] = index }
    }
    return indices
  }
}

extension SourceText {
  /// Returns how many bytes of white space a 1-based line begins with.
  package func indentation(of number: Int) -> Int {
    bytes[line(number)].prefix { $0.isWhitespace }.count
  }

  /// Returns the topic that a 1-based line outside entries names; nil where it names none.
  fileprivate func topic(at number: Int) -> TopicLines.Topic? {
    let heading = TopicLines.Topic(line: number, indentation: nil)
    let line = Array(bytes[line(number)])
    let all = line.trimmed(line.indices)
    guard !all.isEmpty, !hasAddress(number..<number + 1) else { return nil }
    let start = all.lowerBound
    if line[start] == UInt8(ascii: "#") { return heading }
    if line[start] == UInt8(ascii: "<") {
      return line.isHeadingTag(at: start + 1) ? heading : nil
    }
    let isItem =
      start + 1 < all.upperBound && "-*+".utf8.contains(line[start]) && line[start + 1] == .space
    let words = line.trimmed((isItem ? start + 2 : start)..<all.upperBound)
    if line.isBold(words) { return heading }
    if isItem { return .init(line: number, indentation: start) }
    return line[words.upperBound - 1] == UInt8(ascii: ":") ? heading : nil
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
