package import ListModel

/// Reports marks of emphasis or brackets around a field that are not the list's.
package struct WrongEmphasis: EntryRule {
  package static let description = RuleDescription(
    id: "wrong-emphasis",
    summary: "A field has other marks of emphasis or brackets around it than the list's.",
    rationale: "A reader knows a field by the look that it has in every entry.",
    fixes: .always,
    examples: [
      .accepted(
        "**LISA: Reasoning Segmentation** \\\n*Xin Lai, Zhuotao Tian* \\\n[[Paper](https://arxiv.org/abs/2308.00692)]",
        in: .blocks
      ),
      .reported(
        "1️⃣*LISA: Reasoning Segmentation** \\\n*Xin Lai, Zhuotao Tian* \\\n[[Paper](https://arxiv.org/abs/2308.00692)]",
        "'**' belongs before the title, not '*'",
        fixed:
          "**LISA: Reasoning Segmentation** \\\n*Xin Lai, Zhuotao Tian* \\\n[[Paper](https://arxiv.org/abs/2308.00692)]",
        in: .blocks
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.glues.filter { $0.fault == .wrongMarks }.compactMap { glue in
      guard let expected = glue.expected else { return nil }
      return finding(
        .wrong(entry.string(glue.range), expected, glue.place),
        at: glue.range,
        fix: .replace(glue.range, with: expected, "Write the list's marks")
      )
    }
  }
}

extension Message {
  fileprivate static func wrong(_ found: String, _ expected: String, _ place: String) -> Message {
    "\(quoting: expected) belongs \(place), not \(quoting: found)"
  }
}
