package import ListModel

/// Reports arXiv identifiers that arXiv does not know.
package struct UnknownPaper: FactRule {
  package static let description = RuleDescription(
    id: "unknown-paper",
    summary: "arXiv has no paper with this identifier.",
    rationale: "The link leads nowhere, and nobody can tell which paper was meant.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        knowing: .lisaAndAttention
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](1️⃣https://arxiv.org/abs/2308.99999)]",
        "arXiv has no paper 2308.99999",
        knowing: .lisaAndAttention
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    var seen: Set<ArXivID> = []
    return entry.links.compactMap { link in
      guard let id = link.arXiv, let range = link.urlRange,
        context.list.facts.preprints[id] == .no, seen.insert(id).inserted
      else { return nil }
      return finding("arXiv has no paper \(id.description)", at: range)
    }
  }
}
