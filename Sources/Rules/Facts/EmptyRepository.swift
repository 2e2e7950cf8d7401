package import ListModel

/// Reports repositories without anything in them.
package struct EmptyRepository: FactRule {
  package static let description = RuleDescription(
    id: "empty-repository",
    summary: "The repository is empty.",
    rationale: "Readers who follow the link for the code will find none.",
    severity: .note,
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        knowing: .repositories
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](1️⃣https://github.com/somebody/empty)]",
        "GitHub says that the repository 'somebody/empty' is empty",
        knowing: .repositories
      ),
    ]
  )

  package static let registry = Registry.repositories

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    context.repositories(of: entry).compactMap { repository in
      guard let facts = repository.fact.value, facts.isEmpty else { return nil }
      return finding(
        "GitHub says that the repository \(quoting: facts.name) is empty",
        at: repository.range
      )
    }
  }
}
