package import ListModel

/// Reports an entry with two bullets.
package struct DoubledMarker: EntryRule {
  package static let description = RuleDescription(
    id: "doubled-marker",
    summary: "An entry begins with two bullets.",
    rationale:
      "GitHub shows the entry as a list within the list.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "1️⃣- - **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        "Remove the second bullet",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let marker = entry.marker
    guard context.format.unit == .item, marker.bullets.count > 1, !entry.isEmpty else { return [] }
    let range = marker.indentation.upperBound..<marker.range.upperBound
    return [
      finding(
        .doubled,
        at: range,
        fix: .replace(range, with: entry.string(marker.bullets[0]) + " ", "Remove one bullet")
      )
    ]
  }
}

extension Message {
  fileprivate static var doubled: Message { "Remove the second bullet" }
}
