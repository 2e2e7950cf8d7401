package import ListModel

/// Reports words that belong to no field.
package struct StrayText: EntryRule {
  package static let description = RuleDescription(
    id: "stray-text",
    summary: "There are words between or after the fields that do not belong to any field.",
    rationale:
      "Text that has no place in the format is mistaken for part of a field, or overlooked.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] 1️⃣Oral",
        "'Oral' is not part of any field: remove it, or write it where it belongs"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard context.format.isExact else { return [] }
    return entry.unparsed.map { finding(.unparsed(entry.string($0)), at: $0) }
  }
}

extension Message {
  fileprivate static func unparsed(_ text: String) -> Message {
    "\(quoting: text) is not part of any field: remove it, or write it where it belongs"
  }
}
