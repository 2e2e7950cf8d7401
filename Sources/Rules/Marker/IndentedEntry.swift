package import ListModel

/// Reports an entry that is indented.
package struct IndentedEntry: EntryRule {
  package static let description = RuleDescription(
    id: "indented-entry",
    summary: "An entry is indented, where the others are not.",
    rationale:
      "GitHub shows an indented item as part of the one above.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "1️⃣  - **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        "the entry is indented by '  '",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let range = entry.marker.indentation
    guard entry.text[range].contains(where: \.isWhitespace), !entry.isEmpty else { return [] }
    return [
      finding(
        .indented(entry.string(range)),
        at: range,
        fix: .replace(range, with: "", "Remove the indentation")
      )
    ]
  }
}

extension Message {
  fileprivate static func indented(_ space: String) -> Message {
    "the entry is indented by \(quoting: space)"
  }
}
