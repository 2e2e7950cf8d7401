package import ListModel

/// Reports a year that has not come yet.
package struct FutureYear: EntryRule {
  package static let description = RuleDescription(
    id: "future-year",
    summary: "The year is more than one year after the commit.",
    rationale:
      "The list is for papers that exist, so the year is most likely a typo.",
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'1️⃣2042. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Check the year: 2042 has not come yet"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let year = entry.year, let range = entry.yearRange, year > context.list.year + 1
    else { return [] }
    return [finding(.future(year), at: range)]
  }
}

extension Message {
  fileprivate static func future(_ year: Int) -> Message {
    "Check the year: \(year) has not come yet"
  }
}
