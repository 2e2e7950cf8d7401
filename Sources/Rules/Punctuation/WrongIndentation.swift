package import ListModel
internal import Text

/// Reports a line of an entry that is indented, or broken, in another way than the list's.
package struct WrongIndentation: EntryRule {
  package static let description = RuleDescription(
    id: "wrong-indentation",
    summary: "A line of an entry is not indented or broken as in the rest of the list.",
    rationale: "GitHub does not show a line as part of the entry if it is not indented far enough.",
    fixes: .always,
    examples: [
      .accepted(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning",
        in: .nested
      ),
      .reported(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian1️⃣\n    - Keyword: Reasoning",
        "Indent the next line as in the other entries",
        fixed:
          "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning",
        in: .nested
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    context.separators.filter { $0.fault == .wrongIndentation }.compactMap { separator in
      // White space on an empty line is an empty line.
      guard let expected = separator.expected,
        !entry.text[separator.range].hasLines(of: expected.utf8)
      else { return nil }
      // A bullet that is not deeper than what it belongs to is an item of its own.
      let found = entry.column(after: separator.range, with: entry.text[separator.range])
      let wanted = entry.column(after: separator.range, with: Array(expected.utf8)[...])
      let inner = entry.innerColumns
      if let found, let wanted, inner.contains(found), !inner.contains(wanted) { return nil }
      var finding = finding(
        .indented,
        at: separator.range,
        fix: wanted.map(inner.contains) ?? true
          ? .replace(separator.range, with: expected, "Indent the line as the list does") : nil
      )
      // Items of one list need not begin in one column, and the first says where that is.
      if let found, let wanted, inner.contains(found), inner.contains(wanted) {
        finding.isInvisible =
          !entry.text[..<separator.range.lowerBound].contains(.newline) || abs(found - wanted) < 2
      }
      return finding
    }
  }
}

extension Entry {
  /// The columns in which the bullets of items inside it can stand.
  fileprivate var innerColumns: Range<Int> {
    let content = columns(of: text[..<marker.range.upperBound])
    return content..<content + 4
  }

  /// Returns the column of the bullet that begins the line at the end of a place, with a text in that place; nil
  /// where it is not an item inside one, which can stand anywhere.
  fileprivate func column(after place: Range<Int>, with text: ArraySlice<UInt8>) -> Int? {
    guard !isRow, !marker.bullets.isEmpty, let end = text.lastIndex(of: .newline) else {
      return nil
    }
    let line = text[(end + 1)...] + self.text[place.upperBound...].prefix { $0 != .newline }
    let sign = line.first { !$0.isWhitespace } ?? .newline
    guard "-*+".utf8.contains(sign) else { return nil }
    return columns(of: line.prefix { $0.isWhitespace })
  }

  /// How wide a text at the start of a line is, where a tab goes to the next column of four.
  private func columns(of text: ArraySlice<UInt8>) -> Int {
    text.reduce(0) { $1 == UInt8(ascii: "\t") ? $0 / 4 * 4 + 4 : $0 + 1 }
  }
}

extension ArraySlice<UInt8> {
  /// Tells whether two texts have the same lines, where white space before a line's end counts for nothing.
  fileprivate func hasLines(of other: String.UTF8View) -> Bool {
    func lines(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
      var lines = Array(bytes).split(separator: .newline, omittingEmptySubsequences: false)
        .map { Array($0) }
      for index in lines.indices.dropLast() {
        while lines[index].last?.isWhitespace ?? false { lines[index].removeLast() }
      }
      return lines
    }
    // Two spaces at the end of a line that says something break it.
    let isBreaking = other.starts(with: "  ".utf8)
    return !isBreaking && lines(self) == lines(other)
  }
}

extension Message {
  fileprivate static var indented: Message {
    "Indent the next line as in the other entries"
  }
}
