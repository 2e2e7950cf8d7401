package import ListModel

/// Reports an entry without tags among entries that bear them.
package struct MissingTags: EntryRule {
  package static let description = RuleDescription(
    id: "missing-tags",
    summary: "An entry has no tags, but the others in its section do.",
    rationale:
      "Readers find papers by their tags, so they will not find an entry without any.",
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .accepted(
        "- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        in: .untagged
      ),
      .reported(
        "- 1️⃣LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Add tags, as in '**`[ReferIS]`**'"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    // Without tags that the list declares they are keywords, which an entry can do without.
    guard context.format.has(.tags), entry.tags == nil, !entry.isEmpty,
      context.format.tags != nil || !context.list.tags.isEmpty,
      let title = entry.title,
      let habit = context.list.tagHabits[context.section.name],
      habit.tagged >= 2, habit.tagged >= 3 * max(0, habit.untagged - 1)
    else { return [] }
    let name = context.list.tags.first ?? "tag"
    let start = title.range.lowerBound
    let example = context.format.tags?.write([name]) ?? name
    return [finding(.missing(example: example), at: start..<start)]
  }
}

extension Message {
  fileprivate static func missing(example: String) -> Message {
    "Add tags, as in \(quoting: example)"
  }
}
