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
        "the next line is not indented as in the other entries",
        fixed:
          "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning",
        in: .nested
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.glues.filter { $0.fault == .wrongIndentation }.compactMap { glue in
      guard let expected = glue.expected else { return nil }
      return finding(
        .indented,
        at: glue.range,
        fix: .replace(glue.range, with: expected, "Indent the line as the list does")
      )
    }
  }
}

extension Message {
  fileprivate static var indented: Message {
    "the next line is not indented as in the other entries"
  }
}
