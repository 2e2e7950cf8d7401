internal import ListModel
internal import Text

/// How entries that are too long for one line go on in the next.
struct LineWrap: Sendable {
  /// The most bytes of a line.
  private let width: Int
  /// What the lines after the first begin with.
  private let indent: [UInt8]
  private let lineEnd: [UInt8]

  /// Where a line ends that is not a paragraph's last.
  private struct Break {
    /// How long the line is.
    let length: Int
    /// What the next line begins with, and how long its first word is.
    let indent: [UInt8]
    let next: Int
  }

  /// How many entries have to be broken, and which share of the breaks has to be where the line is full.
  private static let (fewest, share) = (3, 0.6)
  private static let widths = 60...120

  /// Looks at some entries; nil where their lines do not end because they are full.
  init?(_ moulds: [Mould]) {
    let breaks = moulds.flatMap { Self.breaks($0.text) }
    let broken = moulds.count { !Self.breaks($0.text).isEmpty }
    guard broken >= Self.fewest, let indent = breaks.map(\.indent).mostCommon else { return nil }
    func count(_ width: Int) -> Int {
      breaks.count { $0.length <= width && $0.length + 1 + $0.next > width }
    }
    // Of two widths that explain as much the longer one.
    guard let width = Self.widths.max(by: { (count($0), $0) < (count($1), $1) }),
      Double(count(width)) >= Self.share * Double(breaks.count)
    else { return nil }
    let long = moulds.count { mould in
      mould.text.split(separator: .newline).contains { $0.count > width && $0.contains(.space) }
    }
    guard broken > long else { return nil }
    self.width = width
    self.indent = indent
    let isCRLF = moulds.contains { $0.text.contains(.carriageReturn) }
    lineEnd = isCRLF ? [.carriageReturn, .newline] : [.newline]
  }

  /// Returns a text of one line in as many as it takes, where `start` bytes stand before it.
  func wrapped(_ text: [UInt8], after start: Int) -> [UInt8] {
    guard start + text.count > width, !text.contains(.newline) else { return text }
    var result: [UInt8] = []
    var length = start
    for word in text.split(separator: .space, omittingEmptySubsequences: false) {
      if result.isEmpty {
        result += word
        length += word.count
      } else if length + 1 + word.count <= width || !Self.canBegin(word) {
        result += [.space] + word
        length += 1 + word.count
      } else {
        result += lineEnd + indent + word
        length = indent.count + word.count
      }
    }
    return result
  }

  /// Tells whether a line can begin with a word and go on the paragraph.
  private static func canBegin(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if "-+*#>|=~`<:".utf8.contains(first) { return false }
    let end = word.drop(while: \.isDigit)
    return end.count == word.count || end.first.map { !".)".utf8.contains($0) } ?? true
  }

  /// Returns where the lines of an entry end without a mark that a line ends there.
  private static func breaks(_ text: [UInt8]) -> [Break] {
    let lines = text.split(separator: .newline, omittingEmptySubsequences: false)
    return zip(lines, lines.dropFirst()).compactMap { line, next in
      let indent = Array(next.prefix(while: \.isWhitespace))
      let word = next.dropFirst(indent.count).prefix { !$0.isWhitespace }
      var length = line.count
      while length > 0, line[line.startIndex + length - 1].isWhitespace { length -= 1 }
      // A break that is meant has a mark, or two spaces.
      guard let last = line.prefix(length).last, last != UInt8(ascii: "\\"),
        last != UInt8(ascii: ">"),
        line.count - length < 2, !word.isEmpty, canBegin(word)
      else { return nil }
      return Break(length: length, indent: indent, next: word.count)
    }
  }
}
