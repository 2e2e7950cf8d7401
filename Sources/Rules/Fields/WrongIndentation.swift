package import ListModel

/// Reports a line of an entry that is indented, or broken, in another way than the list's.
package struct WrongIndentation: EntryRule {
  package static let description = RuleDescription(
    id: "wrong-indentation",
    summary: "A line of an entry is indented or broken in another way than the list's.",
    rationale: "What is not indented enough is no part of the entry any more, to GitHub.",
    fixes: .always,
    examples: [
      .accepted(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning",
        in: .nested
      ),
      .reported(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian1️⃣\n   - Keyword: Reasoning",
        "Indent the next line as in the other entries",
        fixed:
          "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning",
        in: .nested
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.glues.filter { $0.fault == .wrongIndentation }.compactMap { glue in
      // White space on an empty line is an empty line.
      guard let expected = glue.expected,
        !entry.text[glue.range].hasLines(of: expected.utf8)
      else { return nil }
      // A bullet that is no deeper than what it belongs to is an item of its own.
      let found = entry.depth(of: glue.range, with: entry.text[glue.range])
      let wanted = entry.depth(of: glue.range, with: Array(expected.utf8)[...])
      let keepsDepth = wanted == nil || wanted == .inside || wanted == found
      var finding = finding(
        .indented,
        at: glue.range,
        fix: keepsDepth
          ? .replace(glue.range, with: expected, "Indent the line as the list does") : nil
      )
      finding.isInvisible = found == .inside && wanted == .inside
      return finding
    }
  }
}

extension Entry {
  /// Where a nested item stands, to GitHub.
  fileprivate enum Depth {
    case beside
    case inside
    case code
  }

  /// Returns how deep the line is indented that begins at the end of a place, with a text in that place; nil
  /// where it is no item inside one, which can stand anywhere.
  fileprivate func depth(of place: Range<Int>, with text: ArraySlice<UInt8>) -> Depth? {
    guard !isRow, !marker.bullets.isEmpty, let end = text.lastIndex(of: .newline) else {
      return nil
    }
    let line = text[(end + 1)...] + self.text[place.upperBound...].prefix { $0 != .newline }
    let sign = line.first { !$0.isWhitespace } ?? .newline
    guard "-*+".utf8.contains(sign) else { return nil }
    let content = columns(of: self.text[..<marker.range.upperBound])
    let column = columns(of: line.prefix { $0.isWhitespace })
    return column < content ? .beside : column < content + 4 ? .inside : .code
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
