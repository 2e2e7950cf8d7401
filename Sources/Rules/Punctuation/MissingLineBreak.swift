package import ListModel

/// Reports a line of an entry that does not end in the line break that the format has there.
package struct MissingLineBreak: EntryRule {
  package static let description = RuleDescription(
    id: "missing-line-break",
    summary: "A line of an entry ends without the list's hard line break.",
    rationale: "Without it, GitHub shows this line and the next as one line.",
    fixes: .always,
    examples: [
      .accepted(
        "**LISA: Reasoning Segmentation** \\\n*Xin Lai, Zhuotao Tian* \\\n[[Paper](https://arxiv.org/abs/2308.00692)]",
        in: .blocks
      ),
      .reported(
        "**LISA: Reasoning Segmentation1️⃣**\n*Xin Lai, Zhuotao Tian* \\\n[[Paper](https://arxiv.org/abs/2308.00692)]",
        "End this line with '\\', or GitHub joins it to the next line",
        fixed:
          "**LISA: Reasoning Segmentation** \\\n*Xin Lai, Zhuotao Tian* \\\n[[Paper](https://arxiv.org/abs/2308.00692)]",
        in: .blocks
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    context.separators.filter { $0.fault == .missingLineBreak }.compactMap { separator in
      guard let expected = separator.expected else { return nil }
      let mark = expected.split(separator: "\n").first.map { $0.drop { "*_])".contains($0) } } ?? ""
      return finding(
        .missing(
          mark.filter { $0 != " " }.isEmpty ? "  " : mark.filter { $0 != " " },
          separator.place
        ),
        at: separator.range,
        fix: .replace(separator.range, with: expected, "Break the line as the list does")
      )
    }
  }
}

extension Message {
  fileprivate static func missing(_ mark: String, _ place: String) -> Message {
    mark == "  "
      ? "End this line with two spaces, or GitHub joins it to the next line"
      : "End this line with \(quoting: mark), or GitHub joins it to the next line"
  }
}
