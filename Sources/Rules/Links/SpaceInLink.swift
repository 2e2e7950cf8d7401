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
        "Remove the space before '(', or GitHub does not show this as a link",
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
      // At the end of a label, or around the address, it does nothing.
      let isWhole = link.isWhole(in: entry)
      let isTitle = link.labelRange == entry.title?.range
      return finding(
        isWhole || link.urlRange == nil ? .spaced : .parted,
        at: link.range,
        fix: fix,
        severity: isWhole && !isTitle ? .note : nil
      )
    }
  }
}

extension Link {
  /// Whether nothing stands between its label's bracket and the parenthesis of its address.
  fileprivate func isWhole(in entry: Entry) -> Bool {
    guard let labelRange, let urlRange, labelRange.upperBound <= urlRange.lowerBound else {
      return false
    }
    let middle = entry.text[labelRange.upperBound..<urlRange.lowerBound]
    guard let opening = middle.lastIndex(of: UInt8(ascii: "(")), opening > middle.startIndex else {
      return false
    }
    return entry.text[opening - 1] == UInt8(ascii: "]")
  }
}

extension Message {
  fileprivate static var parted: Message {
    "Remove the space before '(', or GitHub does not show this as a link"
  }

  fileprivate static var spaced: Message { "Remove the space inside the brackets of this link" }
}
