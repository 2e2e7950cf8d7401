package import ListModel
internal import Text

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
    var runs: [Range<Int>] = []
    for index in entry.marker.range.upperBound..<max(end, entry.marker.range.upperBound) {
      if index > 0, entry.text[index - 1].isLineEnd {
        indentation = index
        while indentation < end,
          entry.text[indentation] == .tab || entry.text[indentation] == .space
        {
          indentation += 1
        }
      }
      guard entry.text[index] == .tab, index >= indentation else { continue }
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs.map {
      finding(.tabs($0.count), at: $0, fix: .replace($0, with: " ", "Write a space"))
    }
  }
}

extension Message {
  fileprivate static func tabs(_ count: Int) -> Message {
    count == 1 ? "Replace the tab with a space" : "Replace the \(count) tabs with a space"
  }
}
