package import ListModel

/// Reports tags whose marks are not those of the list.
package struct MalformedTagBlock: EntryRule {
  package static let description = RuleDescription(
    id: "malformed-tag-block",
    summary: "The marks around the tags are not the ones that the list uses.",
    rationale:
      "Readers who search the page, and tools that read the list, find tags by these marks.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- 1️⃣**[ReferIS][GRES]** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Write the tags as '**`[ReferIS][GRES]`**', not '**[ReferIS][GRES]**'",
        fixed:
          "- **`[ReferIS][GRES]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- 1️⃣**`[ReferIS, GRES]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Write the tags as '**`[ReferIS][GRES]`**', not '**`[ReferIS, GRES]`**'",
        fixed:
          "- **`[ReferIS][GRES]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let block = entry.tags, let style = context.format.tags else { return [] }
    let names = block.tags.map(\.name)
    let wanted = style.write(names)
    let found = entry.string(block.range)
    guard found != wanted else { return [] }
    return [
      finding(
        .malformed(found, wanted: wanted),
        at: block.range,
        fix: .replace(block.range, with: wanted, "Write the tags as the list does")
      )
    ]
  }
}

extension Message {
  fileprivate static func malformed(_ found: String, wanted: String) -> Message {
    "Write the tags as \(quoting: wanted), not \(quoting: found)"
  }
}
