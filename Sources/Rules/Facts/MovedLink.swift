package import ListModel

/// Reports addresses that have moved to another host for good.
package struct MovedLink: FactRule {
  package static let description = RuleDescription(
    id: "moved-link",
    summary: "The page has permanently moved to another host.",
    rationale:
      "The old address works only as long as somebody pays for its host. Only pages that kept their path are reported.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[project](https://lisa.example.org/demo)]",
        knowing: .addresses
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[project](1️⃣https://old.example.org/demo)]",
        "The address has moved to 'https://new.example.org/demo' for good",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[project](https://new.example.org/demo)]",
        knowing: .addresses
      ),
    ]
  )

  package static let registry = Registry.addresses

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      guard let url = link.url, let range = link.urlRange,
        let target = context.list.facts.addresses[url]?.value?.movedTo, !target.isEmpty
      else { return nil }
      return finding(
        "The address has moved to \(quoting: target) for good",
        at: range,
        fix: .replace(range, with: target, "Write the new address", .needsReview)
      )
    }
  }
}
