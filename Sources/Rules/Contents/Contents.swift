internal import ListModel
internal import Markdown
internal import Text

/// A list's table of contents: lines that begin with a link within the page.
struct Contents {
  /// How many bytes the text of a link of a table of contents has at most.
  fileprivate static let longestText = 1000

  struct Item {
    let line: Int
    let text: String
    /// As it is written, without its number sign.
    let anchor: String
    /// The bytes of it in the file.
    let range: Range<Int>
  }

  private(set) var items: [Item] = []

  var isEmpty: Bool { items.isEmpty }

  /// The 1-based lines it takes, with what stands between.
  var lines: Range<Int> { (items.first?.line ?? 0)..<(items.last?.line ?? 0) + 1 }

  /// How few lines make a table of contents.
  private static let fewest = 3
  /// How many other lines may stand within it.
  private static let gap = 3

  /// Finds the first table of contents of a list.
  init(of list: ListDocument) {
    let text = list.text
    let hasComments = text.bytes.firstRange(of: "<!--", in: 0..<text.bytes.count) != nil
    var isComment = false
    for line in text.lineNumbers {
      // What is commented out, nobody sees.
      let wasComment = isComment
      isComment = hasComments && text.isInComment(after: line, isComment)
      if wasComment || isComment { continue }
      if items.count >= Self.fewest, line > lines.upperBound + Self.gap { break }
      let found = text.anchors(on: line)
      guard !found.isEmpty, !list.codeLines.contains(where: { $0.contains(line) }) else { continue }
      // A link to the top stands by itself, again and again.
      if let last = items.last, line > last.line + Self.gap + 1 { items = [] }
      items += found
    }
    let anchors = Set(items.map(\.anchor))
    if anchors.count < Self.fewest { items = [] }
  }
}

extension SourceText {
  /// Tells whether a comment is open at the end of a line, given whether one was at its start.
  fileprivate func isInComment(after line: Int, _ isOpen: Bool) -> Bool {
    let range = self.line(line)
    var isOpen = isOpen
    var index = range.lowerBound
    while let dash = bytes.first(UInt8(ascii: "-"), in: index..<range.upperBound) {
      index = dash + 1
      if isOpen, bytes.matches("-->", at: dash) {
        isOpen = false
        index = dash + 3
      } else if !isOpen, bytes.matches("<!--", at: dash - 2) {
        isOpen = true
        index = dash + 2
      }
    }
    return isOpen
  }

  /// Returns the links within the page on a line that begins with one.
  fileprivate func anchors(on line: Int) -> [Contents.Item] {
    let range = self.line(line)
    var index = range.lowerBound
    // After indentation, marker, emphasis and the bar of a table.
    while index < range.upperBound,
      bytes[index].isWhitespace || bytes[index].isDigit || "-*+.)|>_".utf8.contains(bytes[index])
    {
      index += 1
    }
    guard index < range.upperBound,
      bytes[index] == UInt8(ascii: "[") || bytes[index] == UInt8(ascii: "<"),
      bytes.first(UInt8(ascii: "#"), in: range) != nil
    else { return [] }
    if bytes[index] == UInt8(ascii: "<") { return htmlAnchors(on: line) }
    var items: [Contents.Item] = []
    while index < range.upperBound {
      guard let open = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "(")),
        open > index
      else { break }
      index = open + 1
      guard bytes[open - 1] == UInt8(ascii: "]") else { continue }
      let isAnchor = index < range.upperBound && bytes[index] == UInt8(ascii: "#")
      // A line that begins with another link is not a line of contents.
      if !isAnchor, items.isEmpty { return [] }
      guard isAnchor else { continue }
      // Where nothing closes this one, nothing closes those after it.
      guard
        let close = bytes[index..<range.upperBound].firstIndex(where: {
          $0 == UInt8(ascii: ")") || $0 == .space
        })
      else { break }
      let near = max(range.lowerBound, open - Contents.longestText)..<open
      guard let start = bytes[near].lastIndex(of: UInt8(ascii: "[")) else { continue }
      items.append(
        Contents.Item(
          line: line,
          text: string(start + 1..<open - 1),
          anchor: string(index + 1..<close),
          range: index + 1..<close
        )
      )
      index = close
    }
    return items
  }

  private func htmlAnchors(on line: Int) -> [Contents.Item] {
    let range = self.line(line)
    var items: [Contents.Item] = []
    var index = range.lowerBound
    while let found = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "#")) {
      index = found + 1
      let quote = bytes[found - 1]
      guard found > range.lowerBound + 6, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        string(found - 6..<found - 1).lowercased() == "href=",
        let close = bytes[index..<range.upperBound].firstIndex(of: quote)
      else { continue }
      let near = close..<min(close + Contents.longestText, range.upperBound)
      let end = bytes[near].firstIndex(of: UInt8(ascii: ">")) ?? close
      let start = min(end + 1, range.upperBound)
      let rest = bytes[start..<min(start + Contents.longestText, range.upperBound)]
      let text = rest.prefix { $0 != UInt8(ascii: "<") }
      items.append(
        Contents.Item(
          line: line,
          text: string(text.indices),
          anchor: string(index..<close),
          range: index..<close
        )
      )
      index = close
    }
    return items
  }
}
