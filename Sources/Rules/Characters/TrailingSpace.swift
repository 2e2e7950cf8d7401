package import ListModel

/// Reports spaces at the end of an entry.
package struct TrailingSpace: EntryRule {
  package static let description = RuleDescription(
    id: "trailing-space",
    summary: "Spaces stand at the end of an entry.",
    rationale:
      "Two of them mean a line break in Markdown, and every one makes a difference that nobody sees.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]1️⃣ ",
        "a space at the end",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]1️⃣   ",
        "3 spaces at the end",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let end = entry.text.count
    let start = entry.text.lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? end
    guard start < end, !entry.isEmpty else { return [] }
    let range = start..<end
    return [
      finding(
        range.count == 1 ? .space : .spaces(range.count),
        at: range,
        fix: .replace(range, with: "", "Remove the space")
      )
    ]
  }
}

extension Message {
  fileprivate static var space: Message { "a space at the end" }

  fileprivate static func spaces(_ count: Int) -> Message {
    "\(count) spaces at the end"
  }
}
