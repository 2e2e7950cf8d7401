package import ListModel

/// Reports a colon between the tags and the title.
package struct ColonAfterTags: EntryRule {
  package static let description = RuleDescription(
    id: "colon-after-tags",
    summary: "There is a colon between the tags and the title.",
    rationale:
      "The marks around the tags already set them apart; a colon after a tag is for the legend, where tags are defined.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`**1️⃣: LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Remove the colon after the tags",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    context.separators.filter { $0.fault == .colonAfterTags }.map { separator in
      finding(
        .colon,
        at: separator.range,
        fix: .replace(separator.range, with: separator.expected ?? " ", "Remove the colon")
      )
    }
  }
}

extension Message {
  fileprivate static var colon: Message { "Remove the colon after the tags" }
}
