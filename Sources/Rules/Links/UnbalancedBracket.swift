package import ListModel

/// Reports a link with a bracket too few or too many.
package struct UnbalancedBracket: EntryRule {
  package static let description = RuleDescription(
    id: "unbalanced-bracket",
    summary: "A link has a bracket too few or too many.",
    rationale:
      "GitHub shows the brackets that are left over, or no link at all.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[paper](https://arxiv.org/abs/2308.00692)",
        "the brackets of this link are not balanced",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[paper](https://arxiv.org/abs/2308.00692)]",
        "the brackets of this link are not balanced",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[paper](https://arxiv.org/abs/2308.00692] | [[code](https://github.com/dvlab-research/LISA)]",
        "the brackets of this link are not balanced",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      if let label = unbalancedLabel(of: link, in: entry) { return label }
      guard link.shape(in: entry, context.format.links) == .unbalanced,
        !link.isImage,
        let fix = link.rewriting(in: context.format.links, of: entry, "Balance the brackets")
      else { return nil }
      let message: Message = link.isInWrongBrackets(of: entry) ? .wrong : .unbalanced
      return finding(message, at: link.range, fix: fix)
    }
  }

  /// Reports a parenthesis that stands alone in a label.
  private func unbalancedLabel(of link: Link, in entry: Entry) -> Finding? {
    guard let range = link.labelRange, !link.isImage, link.url != nil else { return nil }
    let label = entry.text[range]
    let opened = label.count { $0 == UInt8(ascii: "(") }
    let closed = label.count { $0 == UInt8(ascii: ")") }
    let end = range.upperBound
    let fix: Fix
    if closed == 1, opened == 0, label.last == UInt8(ascii: ")") {
      fix = .replace(end - 1..<end, with: "", "Remove the parenthesis", .needsReview)
    } else if opened == 1, closed == 0, label.last?.isWord ?? false {
      fix = .replace(end..<end, with: ")", "Close the parenthesis", .needsReview)
    } else {
      return nil
    }
    return finding(.alone(entry.string(range)), at: range, fix: fix, severity: .warning)
  }
}

extension Message {
  fileprivate static func alone(_ label: String) -> Message {
    "a parenthesis stands alone in \(quoting: label)"
  }

  fileprivate static var wrong: Message { "the address of this link stands in the wrong brackets" }

  fileprivate static var unbalanced: Message { "the brackets of this link are not balanced" }
}
