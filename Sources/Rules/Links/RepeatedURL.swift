package import ListModel

/// Reports an address that stands twice in an entry.
package struct RepeatedURL: EntryRule {
  package static let description = RuleDescription(
    id: "repeated-url",
    summary: "The same address appears twice in an entry.",
    rationale:
      "One of the two links was most likely meant to lead somewhere else.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | 1️⃣[[code](https://arxiv.org/abs/2308.00692)]",
        "This link has the same address as 'paper'"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | 1️⃣[[paper](https://arxiv.org/abs/2308.00692)]",
        "This link has the same address as 'paper'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard entry.links.count > 1 else { return [] }
    let isCustom = context.format.customs.contains(.repeatedURL)
    var first: [String: Link] = [:]
    let hasLabels = entry.links.contains { $0.label != nil }
    var findings: [Finding] = []
    for (index, link) in entry.links.enumerated() where findings.count < Judge.mostOfOneRule {
      // A badge shows where the title leads.
      guard let url = link.url, !link.isImage, !isPlaceholder(url) else { continue }
      // A label that says what is not there yet, and an address in running text, are not slips.
      if link.label.map(isPromise) ?? hasLabels { continue }
      let address = link.address ?? WebAddress(url)
      let page = address.pageKey + (address.fragment.map { "#" + $0 } ?? "")
      if context.rulebook.errorRules != nil, entry.isInText(link), entry.titleLink != index {
        continue
      }
      guard let other = first[page] else {
        first[page] = link
        continue
      }
      if isCustom, other.label != link.label { continue }
      // The same link twice can go; two labels for one address are for somebody to tell apart.
      let removal = other.label == link.label ? entry.removal(ofLink: index) : nil
      findings.append(
        finding(
          .repeated(other.label ?? url),
          at: link.range,
          fix: removal.map {
            Fix(
              "Remove the repeated link",
              context.rulebook.errorRules == nil ? .safe : .needsReview,
              edits: [$0]
            )
          }
        )
      )
    }
    return findings
  }
}

extension Message {
  fileprivate static func repeated(_ label: String) -> Message {
    "This link has the same address as \(quoting: label)"
  }
}
