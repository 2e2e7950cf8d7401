package import ListModel

/// Reports repositories that their owners have archived.
package struct ArchivedRepository: FactRule {
  package static let description = RuleDescription(
    id: "archived-repository",
    summary: "The repository is archived.",
    rationale:
      "It can still be read, but nobody works on it any more, and readers may want to know.",
    severity: .note,
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        knowing: .repositories
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](1️⃣https://github.com/somebody/archived)]",
        "GitHub says that the repository 'somebody/archived' is archived",
        knowing: .repositories
      ),
    ]
  )

  package static let registry = Registry.repositories

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    context.repositories(of: entry).compactMap { repository in
      guard let facts = repository.fact.value, facts.isArchived else { return nil }
      return finding(
        "GitHub says that the repository \(quoting: facts.name) is archived",
        at: repository.range
      )
    }
  }
}
