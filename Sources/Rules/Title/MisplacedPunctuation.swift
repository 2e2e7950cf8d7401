package import ListModel

/// Reports punctuation between two fields that is not the format's.
package struct MisplacedPunctuation: EntryRule {
  package static let description = RuleDescription(
    id: "misplaced-punctuation",
    summary: "What stands between two fields is not the format's punctuation.",
    rationale:
      "The fields of an entry are told apart by what stands between them.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation1️⃣, CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "'. ' belongs behind the title, not ', '",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'20241️⃣: [[paper](https://arxiv.org/abs/2308.00692)]",
        "'. ' belongs behind the venue, not ': '",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let commas = entry.danglingCommas.filter { comma in
      !context.format.isPlainLine
        && !entry.glues.contains { $0.fault != nil && $0.range.contains(comma) }
    }
    return commas.map { comma in
      finding(
        .dangling,
        at: comma..<comma + 1,
        fix: .replace(comma..<comma + 1, with: "", "Remove the comma")
      )
    }
      + entry.glues.filter { $0.fault == .misplacedPunctuation }.compactMap { glue in
        guard let expected = glue.expected else { return nil }
        let found = entry.string(glue.range)
        return finding(
          .misplaced(found, expected, at: glue.place),
          at: glue.range,
          fix: .replace(glue.range, with: expected, "Write the format's punctuation")
        )
      }
  }
}

extension Message {
  fileprivate static var dangling: Message { "a comma ends the line, and nothing follows" }

  fileprivate static func misplaced(
    _ found: String,
    _ expected: String,
    at place: String
  ) -> Message {
    "\(quoting: expected) belongs \(place), not \(quoting: found)"
  }
}
