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
      return finding(
        .indented,
        at: glue.range,
        fix: .replace(glue.range, with: expected, "Indent the line as the list does")
      )
    }
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
