package import ListModel

/// Reports a tab within an entry.
package struct TabCharacter: EntryRule {
  package static let description = RuleDescription(
    id: "tab-character",
    summary: "There is a tab character in an entry.",
    rationale:
      "Its width depends on the viewer, and a search for the text with a space does not find it.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA:1️⃣\tReasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Replace the tab with a space",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard entry.text.first(.tab, in: 0..<entry.text.count) != nil,
      !context.format.customs.contains(.tab)
    else { return [] }
    let end = entry.text.lastIndex { !$0.isWhitespace } ?? 0
    // Where the blanks at the start of a line below the first end.
    var indentation = 0
    return entry.text.indices.filter { index in
      if index > 0, entry.text[index - 1].isLineEnd {
        indentation = index
        while indentation < entry.text.count,
          entry.text[indentation] == .tab || entry.text[indentation] == .space
        {
          indentation += 1
        }
      }
      return entry.text[index] == .tab && index < end && index >= entry.marker.range.upperBound
        && index >= indentation
    }
    .map { finding(.tab, at: $0..<$0 + 1, fix: .replace($0..<$0 + 1, with: " ", "Write a space")) }
  }
}

extension Message {
  fileprivate static var tab: Message { "Replace the tab with a space" }
}
