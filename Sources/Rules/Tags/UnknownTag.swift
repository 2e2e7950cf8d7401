package import ListModel
internal import Text

/// Reports tags that the list has not declared.
package struct UnknownTag: EntryRule {
  package static let description = RuleDescription(
    id: "unknown-tag",
    summary: "A tag is not in the list's legend.",
    rationale:
      "Readers search the list by tag, so a misspelt tag hides the paper from them. To use a new tag, add it to the legend in the same contribution.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[1️⃣ReferSI]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "'ReferSI' is not in the legend; did you mean 'ReferIS'?",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[1️⃣Tracking]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "'Tracking' is not in the legend"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let block = entry.tags, !context.list.tags.isEmpty else { return [] }
    let names = context.list.tagNames
    let isLegend = !context.list.legend.isEmpty
    return block.tags.filter { !names.contains($0.name.withoutInvisibles) }.map { tag in
      guard let nearest = context.list.tags.nearest(to: tag.name) else {
        return finding(.unknown(tag.name, isLegend: isLegend), at: tag.range)
      }
      let fix =
        isSlip(tag.name, of: nearest)
        ? Fix.replace(tag.range, with: nearest, "Write \(nearest)", .needsReview) : nil
      return finding(
        .unknown(tag.name, isLegend: isLegend, nearest: nearest),
        at: tag.range,
        fix: fix
      )
    }
  }
}

/// Tells a slip of the finger from another tag: letters in another case, two neighbours swapped, or
/// one small letter wrong.
///
/// Another capital makes another task, as in GREC and GRES.
private func isSlip(_ name: String, of tag: String) -> Bool {
  if name.lowercased() == tag.lowercased() { return true }
  guard editDistance(name, tag) == 1 else { return false }
  return name.filter(\.isUppercase).sorted() == tag.filter(\.isUppercase).sorted()
}

extension Message {
  fileprivate static func unknown(_ name: String, isLegend: Bool) -> Message {
    isLegend
      ? "\(quoting: name) is not in the legend"
      : "\(quoting: name) is not one of the list's tags"
  }

  fileprivate static func unknown(_ name: String, isLegend: Bool, nearest: String) -> Message {
    isLegend
      ? "\(quoting: name) is not in the legend; did you mean \(quoting: nearest)?"
      : "\(quoting: name) is not one of the list's tags; did you mean \(quoting: nearest)?"
  }
}
