package import ListModel

/// Reports an entry without a link that every entry has.
package struct MissingLink: EntryRule {
  package static let description = RuleDescription(
    id: "missing-link",
    summary: "A link that every entry should have is missing, usually the one to the paper.",
    rationale:
      "Without a link to the paper, readers have to search for it themselves.",
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[code](https://github.com/dvlab-research/LISA)]",
        "Add the 'paper' link"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024.1️⃣",
        "Add the 'paper' link"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard !entry.isEmpty else { return [] }
    let place = entry.links.first?.range.lowerBound ?? entry.text.count
    return context.rulebook.requiredLinks(in: context.section).filter { name in
      // A label that another rule will find out to be this one is not a missing link.
      !entry.links.contains { link in
        link.kind == name || entry.key(of: link) == LinkLabels.key(name)
          || link.kind == nil && link.url.map { context.label(for: $0) } == name
      }
    }
    .map { finding(.missing($0), at: place..<place) }
  }
}

extension Message {
  fileprivate static func missing(_ name: String) -> Message {
    "Add the \(quoting: name) link"
  }
}
