package import ListModel
internal import Parsing
internal import Text

/// Reports spaces at the end of an entry.
package struct TrailingSpace: EntryRule {
  package static let description = RuleDescription(
    id: "trailing-space",
    summary: "There are spaces at the end of an entry.",
    rationale:
      "Two of them make a line break in Markdown, and even one shows up as a change in diffs that nobody can see.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]1️⃣ ",
        "Remove the space at the end of the line",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]1️⃣   ",
        "Remove the 3 spaces at the end of the line",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard !entry.isEmpty else { return [] }
    let isCustom = context.format.customs.contains(.trailingSpace)
    // After the last bar of a row any number of them does nothing.
    let isRow = context.format.unit == .row
    return entry.trailingSpaces.filter { range in
      // Where lines break at two spaces, the last of an entry may have them as well.
      !context.format.breaksAtSpaces && (range.count > 1 ? !(isCustom && isRow) : !isCustom)
    }
    .map { range in
      var finding = finding(
        range.count == 1 ? .space : .spaces(range.count),
        at: range,
        fix: .replace(range, with: "", "Remove the space")
      )
      finding.part = entry.text[range.upperBound...].contains(where: \.isWord) ? "inside" : "end"
      return finding
    }
  }
}

extension Message {
  fileprivate static var space: Message { "Remove the space at the end of the line" }

  fileprivate static func spaces(_ count: Int) -> Message {
    "Remove the \(count) spaces at the end of the line"
  }
}

extension EntryFormat {
  /// Whether lines inside an entry break at two spaces.
  fileprivate var breaksAtSpaces: Bool {
    usualSeparators.contains { $0.value.text.contains("  \n") }
      || habits.contains { $0.value.text.contains("  \n") }
  }
}
