internal import ListModel
internal import Markdown
internal import Rules
internal import Text

/// What GitHub's parser makes of an entry and what is around it, before some edits and after them.
struct PageProof {
  /// A page is tags and the text between them.
  private enum Piece: Equatable {
    case tag(String)
    case text(String)
  }

  private let before: [Piece]
  private let after: [Piece]
  private let edits: [(old: String, new: String)]

  /// How many bytes above an entry, and below it, are rendered with it.
  private static let (above, below) = (16_000, 4_000)

  /// Nil where it cannot be rendered in bounded time.
  init?(_ lines: Range<Int>, of text: SourceText, after edits: [Fix.Edit]) {
    let range = text.range(ofLines: lines)
    var first = lines.lowerBound
    while first > 1, range.lowerBound - text.line(first - 1).lowerBound < Self.above { first -= 1 }
    var last = lines.upperBound - 1
    while last < text.lineCount, text.line(last + 1).upperBound - range.upperBound < Self.below {
      last += 1
    }
    let window = text.range(ofLines: first..<last + 1)
    let inside = edits.map { edit in
      let start = edit.range.lowerBound - window.lowerBound
      return Fix.Edit(start..<start + edit.range.count, edit.replacement)
    }
    let source = Array(text.bytes[window])
    guard let old = Rendering.html(of: source),
      let new = Rendering.html(of: source.applying(inside))
    else { return nil }
    before = Self.pieces(of: old)
    after = Self.pieces(of: new)
    self.edits = edits.map { (text.string($0.range), $0.replacement) }
  }

  /// Whether both are the same page but for the words and the addresses that the edits name.
  var holds: Bool {
    guard before.count == after.count, before != after else { return false }
    var (lost, gained): ([String], [String]) = ([], [])
    for (old, new) in zip(before, after) where old != new {
      switch (old, new) {
      case (.text(let old), .text(let new)):
        lost += Self.words(old)
        gained += Self.words(new)
      case (.tag(let old), .tag(let new)):
        guard edits.contains(where: { old.replacing(html($0.old), with: html($0.new)) == new })
        else { return false }
      default: return false
      }
    }
    let (kept, rest) = Self.difference(gained, lost)
    let written = edits.flatMap { Self.words(html($0.new)) }
    let named = edits.flatMap { Self.words(html($0.old)) }
    return Self.difference(kept, written).left.isEmpty && Self.difference(rest, named).left.isEmpty
  }

  /// Returns what of each is not in the other.
  private static func difference(
    _ words: [String],
    _ others: [String]
  ) -> (left: [String], right: [String]) {
    var counts: [String: Int] = [:]
    for word in others { counts[word, default: 0] += 1 }
    var left: [String] = []
    for word in words {
      if let count = counts[word], count > 0 { counts[word] = count - 1 } else { left.append(word) }
    }
    return (left, counts.flatMap { Array(repeating: $0.key, count: $0.value) })
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func pieces(of html: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    func string(_ end: Int) -> String { String(decoding: html[start..<end], as: UTF8.self) }
    while index < html.count {
      if html[index] == UInt8(ascii: "<") {
        if index > start { pieces.append(.text(string(index))) }
        start = index
        while index < html.count, html[index] != UInt8(ascii: ">") { index += 1 }
        index = min(index + 1, html.count)
        pieces.append(.tag(string(index)))
        start = index
      } else {
        index += 1
      }
    }
    if html.count > start { pieces.append(.text(string(html.count))) }
    return pieces
  }
}

/// Returns a text as the renderer writes it.
private func html(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    .replacing("\"", with: "&quot;")
}
