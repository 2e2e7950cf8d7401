package import ListModel

/// Reports a link that goes nowhere.
package struct PlaceholderLink: EntryRule {
  package static let description = RuleDescription(
    id: "placeholder-link",
    summary: "A link has no address, or one that only holds its place.",
    rationale:
      "A reader clicks and nothing happens; a link can be added when there is something behind it.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | 1️⃣[[code](Coming soon)]",
        "The link 'code' leads nowhere: give it an address, or remove it",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | 1️⃣[[code]()]",
        "The link 'code' leads nowhere: give it an address, or remove it",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | 1️⃣[[code](link)]",
        "The link 'code' leads nowhere: give it an address, or remove it",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[paper](#)]",
        "The link 'paper' leads nowhere: give it an address, or remove it"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let isWord = context.format.customs.contains(.bareLabel)
    return entry.links.enumerated().compactMap { index, link in
      guard link.url.map(isPlaceholder) ?? !(isWord && link.kind != nil), !link.isImage else {
        return nil
      }
      if link.label.map(isPromise) ?? false { return nil }
      let isRequired =
        link.kind.map(context.rulebook.requiredLinks(in: context.section).contains) ?? false
      return finding(
        .placeholder(link.label ?? link.url ?? ""),
        at: link.range,
        fix: isRequired
          ? nil
          : entry.removal(ofLink: index).map { Fix("Remove the link", .needsReview, edits: [$0]) }
      )
    }
  }
}

/// Tells whether a label says that what it is for is not there yet, as `Code (not yet)`.
func isPromise(_ label: String) -> Bool {
  let words = wordList(Array(label.utf8)).joined(separator: " ")
  return ["not yet", "coming soon", "to be released", "tba", "tbd"].contains { words.hasSuffix($0) }
}

extension Message {
  fileprivate static func placeholder(_ label: String) -> Message {
    "The link \(quoting: label) leads nowhere: give it an address, or remove it"
  }
}
