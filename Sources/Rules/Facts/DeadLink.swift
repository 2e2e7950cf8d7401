package import ListModel

/// Reports addresses that answer that nothing is there.
package struct DeadLink: FactRule {
  package static let description = RuleDescription(
    id: "dead-link",
    summary: "The server says that there is nothing at this address.",
    rationale:
      "Readers who click on it find nothing. The server was asked twice; an address that does not respond, or that blocks the check, is not reported.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[project](https://lisa.example.org/demo)]",
        knowing: .addresses
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[project](1️⃣https://gone.example.org/demo)]",
        "The address 'https://gone.example.org/demo' answers twice that nothing is there",
        knowing: .addresses
      ),
    ]
  )

  package static let registry = Registry.addresses

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    var seen: Set<String> = []
    return entry.links.compactMap { link in
      guard let url = link.url, let range = link.urlRange,
        context.list.facts.addresses[url] == .no, seen.insert(url).inserted
      else { return nil }
      return finding("The address \(quoting: url) answers twice that nothing is there", at: range)
    }
  }
}
