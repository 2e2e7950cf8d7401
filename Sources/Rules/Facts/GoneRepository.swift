package import ListModel

/// Reports repositories that GitHub does not find.
package struct GoneRepository: FactRule {
  package static let description = RuleDescription(
    id: "gone-repository",
    summary: "GitHub cannot find the repository.",
    rationale:
      "It was deleted, made private, or never existed, so the link leads nowhere. GitHub was asked twice.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        knowing: .repositories
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](1️⃣https://github.com/nobody/gone)]",
        "GitHub cannot find the repository 'nobody/gone'",
        knowing: .repositories
      ),
    ]
  )

  package static let registry = Registry.repositories

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    context.repositories(of: entry).compactMap { repository in
      guard repository.fact == .no else { return nil }
      return finding(
        "GitHub cannot find the repository \(quoting: repository.name)",
        at: repository.range
      )
    }
  }
}
