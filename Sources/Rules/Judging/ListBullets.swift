internal import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// The bullets of the lines around entries that a contribution did not write.
struct ListBullets: Sendable {
  /// For each entry the bullets of the nearest lines of its list, above and below, that the contribution did not
  /// write; nothing where there are none.
  private(set) var beside: [EntryPlace: [UInt8]] = [:]
  /// Whether a line, by its number, is of an entry of the contribution.
  private(set) var isContributed: [Bool]

  /// Goes through the document once in either direction.
  init(_ document: ListDocument, contributed: Set<EntryPlace>) {
    let text = document.text
    isContributed = Array(repeating: false, count: text.lineCount + 2)
    var end = 0
    // One may stand inside another.
    for place in contributed.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
      let start = max(end, place.lines.lowerBound)
      end = max(end, min(place.lines.upperBound, isContributed.count))
      for line in start..<max(start, end) { isContributed[line] = true }
    }
    let starts = Dictionary(grouping: document.entries, by: \.lines.lowerBound)
    var above = OpenLists()
    for line in text.lineNumbers {
      for place in starts[line] ?? [] { add(above, beside: place, in: text) }
      above.pass(line, of: text, isOld: !isContributed[line])
    }
    let ends = Dictionary(grouping: document.entries, by: \.lines.upperBound)
    var below = OpenLists()
    for line in text.lineNumbers.reversed() {
      below.pass(line, of: text, isOld: !isContributed[line])
      for place in ends[line] ?? [] { add(below, beside: place, in: text) }
    }
  }

  private mutating func add(_ lists: OpenLists, beside place: EntryPlace, in text: SourceText) {
    let depth = text.indentation(of: place.lines.lowerBound)
    if let bullet = lists.bullet(at: depth) { beside[place, default: []].append(bullet) }
  }
}

/// The lists that lines passed so far are in, with the last bullet of each that the contribution did not write.
private struct OpenLists {
  /// The outermost first.
  private var levels: [(depth: Int, bullet: UInt8)] = []

  mutating func pass(_ line: Int, of text: SourceText, isOld: Bool) {
    guard !text.isBlank(line) else {
      levels = []
      return
    }
    let depth = text.indentation(of: line)
    while let last = levels.last, last.depth > depth { levels.removeLast() }
    guard isOld, let bullet = text.bytes[text.line(line)].bullet else { return }
    if levels.last?.depth == depth { levels.removeLast() }
    levels.append((depth, bullet))
  }

  func bullet(at depth: Int) -> UInt8? {
    levels.last { $0.depth <= depth }.flatMap { $0.depth == depth ? $0.bullet : nil }
  }
}

extension ArraySlice<UInt8> {
  /// The bullet that a line begins with, with white space after it; nil where it begins with none.
  var bullet: UInt8? {
    let line = drop { $0.isWhitespace }.prefix(2)
    guard line.count == 2, let sign = line.first, "-*+".utf8.contains(sign),
      line.last?.isWhitespace ?? false
    else { return nil }
    return sign
  }
}
