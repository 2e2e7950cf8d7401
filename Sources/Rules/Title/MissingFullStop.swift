package import ListModel

/// Reports a title or a venue without the full stop behind it.
package struct MissingFullStop: EntryRule {
  package static let description = RuleDescription(
    id: "missing-full-stop",
    summary: "A full stop is missing behind the title or the venue.",
    rationale:
      "The full stop is how a reader, and every tool, sees where the title ends and the venue begins.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation1️⃣ CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "no full stop behind the title",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'20241️⃣ [[paper](https://arxiv.org/abs/2308.00692)]",
        "no full stop behind the venue",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.glues.filter { $0.fault == .missingFullStop }.map { glue in
      finding(
        .missing(at: glue.place),
        at: glue.range.lowerBound..<glue.range.lowerBound,
        fix: .replace(glue.range, with: glue.expected ?? ". ", "Add the full stop"),
        severity: glue.norm.flatMap { $0.isNorm ? nil : .note }
      )
    }
  }
}

extension Message {
  fileprivate static func missing(at place: String) -> Message {
    "no full stop \(place)"
  }
}
