package import ListModel

/// Reports an entry without a title.
package struct MissingTitle: EntryRule {
  package static let description = RuleDescription(
    id: "missing-title",
    summary: "An entry has no title.",
    rationale:
      "Readers look for a paper by its title and use it to tell papers apart.",
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** 1️⃣CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Add the title"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard entry.title == nil, !entry.isEmpty else { return [] }
    let start =
      entry.venue?.range.lowerBound ?? entry.links.first?.range.lowerBound
      ?? entry.marker.range.upperBound
    return [finding(.missing, at: start..<start)]
  }
}

extension Message {
  fileprivate static var missing: Message { "Add the title" }
}
