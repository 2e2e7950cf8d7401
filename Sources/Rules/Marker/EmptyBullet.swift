package import ListModel

/// Reports a bullet with nothing after it.
package struct EmptyBullet: EntryRule {
  package static let description = RuleDescription(
    id: "empty-bullet",
    summary: "A bullet has nothing after it.",
    rationale:
      "GitHub shows it as an empty item in the list.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "1️⃣- ",
        "Remove the bullet, or write an entry after it",
        fixed: ""
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard entry.isEmpty, context.format.unit == .item, !context.list.hasEmptyBullets else {
      return []
    }
    let all = 0..<entry.text.count
    return [finding(.empty, at: all, fix: .replace(all, with: "", "Remove the line"))]
  }
}

extension Message {
  fileprivate static var empty: Message { "Remove the bullet, or write an entry after it" }
}
