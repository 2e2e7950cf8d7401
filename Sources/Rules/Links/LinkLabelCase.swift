package import ListModel
internal import Text

/// Reports a label in another case than the list's.
package struct LinkLabelCase: EntryRule {
  package static let description = RuleDescription(
    id: "link-label-case",
    summary: "A link's label is not capitalised as in the rest of the list.",
    rationale:
      "If a label is always spelt the same way, readers can search for it.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[1️⃣Paper](https://arxiv.org/abs/2308.00692)]",
        "Write the label as 'paper', not 'Paper'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let style = context.format.links
    return entry.links.compactMap { link in
      guard let label = link.label, let range = link.labelRange, range != entry.title?.range
      else { return nil }
      if let usual = style.labelCases[label.lowercased()]?.label, usual != label {
        return finding(
          .otherCase(label, usual),
          at: range,
          fix: .replace(range, with: usual, "Write \(usual)"),
          severity: label.hasInnerCapital && !usual.hasInnerCapital ? .note : nil
        )
      }
      guard let kind = link.kind, label != kind, label.lowercased() == kind.lowercased(),
        style.labelCases[label.lowercased()] == nil, style.labels.names.contains(kind)
      else { return nil }
      return finding(
        .otherCase(label, kind),
        at: range,
        fix: .replace(range, with: kind, "Write \(kind)"),
        severity: label.hasInnerCapital && !kind.hasInnerCapital ? .note : nil
      )
    }
  }
}

extension String {
  /// Whether a capital stands after a small letter, as in names that are written so: `PyTorch`, `arXiv`.
  fileprivate var hasInnerCapital: Bool {
    zip(utf8, utf8.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
  }
}

extension Message {
  fileprivate static func otherCase(_ label: String, _ kind: String) -> Message {
    "Write the label as \(quoting: kind), not \(quoting: label)"
  }
}
