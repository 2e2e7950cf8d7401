package import ListModel

/// Reports tags in a section whose entries bear none.
package struct UnexpectedTags: EntryRule {
  package static let description = RuleDescription(
    id: "unexpected-tags",
    summary: "An entry has tags, but the others in its section do not.",
    rationale:
      "This list only uses its tags in other sections, so readers will not know what they mean here.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- 1️⃣**`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Remove the tags: entries in this section have none",
        fixed:
          "- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        in: .untagged
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let block = entry.tags, let habit = context.list.tagHabits[context.section.name],
      habit.untagged >= 2, habit.untagged >= 3 * max(0, habit.tagged - 1),
      context.format.tags != nil || !context.list.tags.isEmpty,
      let first = entry.separators.first(where: { $0.before != .start }),
      first.before == .field(.tags)
    else { return [] }
    let range = block.range.lowerBound..<first.range.upperBound
    return [
      finding(
        .unexpected,
        at: block.range,
        fix: .replace(range, with: "", "Remove the tags", .needsReview)
      )
    ]
  }
}

extension Message {
  fileprivate static var unexpected: Message {
    "Remove the tags: entries in this section have none"
  }
}
