package import ListModel

/// Reports a link without a label.
package struct EmptyLinkLabel: EntryRule {
  package static let description = RuleDescription(
    id: "empty-link-label",
    summary: "A link has an empty label.",
    rationale:
      "GitHub shows nothing, so there is nothing for readers to click on.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[](https://arxiv.org/abs/2308.00692)]",
        "Give the link a label",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      guard let url = link.url, !isPlaceholder(url), link.label == "", let range = link.labelRange,
        !link.isImage
      else { return nil }
      let label = context.label(for: url)
      return finding(
        .empty,
        at: link.range,
        fix: .replace(range, with: label, "Name the link \(label)", .needsReview)
      )
    }
  }
}

extension Message {
  fileprivate static var empty: Message { "Give the link a label" }
}
