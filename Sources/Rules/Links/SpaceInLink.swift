package import ListModel

/// Reports a space inside the marks of a link.
package struct SpaceInLink: EntryRule {
  package static let description = RuleDescription(
    id: "space-in-link",
    summary: "There is a space inside the brackets of a link, or between them.",
    rationale:
      "A space between `]` and `(` breaks the link; elsewhere, it shows up on the page or changes where the link leads.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[paper] (https://arxiv.org/abs/2308.00692)]",
        "Remove the space inside the brackets of this link",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[paper]( https://arxiv.org/abs/2308.00692 )]",
        "Remove the space inside the brackets of this link",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      guard link.shape(in: entry, context.format.links) == .spaced,
        !link.isImage,
        let fix = link.rewriting(in: context.format.links, of: entry, "Remove the space")
      else { return nil }
      return finding(.spaced, at: link.range, fix: fix)
    }
  }
}

extension Message {
  fileprivate static var spaced: Message { "Remove the space inside the brackets of this link" }
}
