package import ListModel

/// Reports repositories under a former name.
package struct MovedRepository: FactRule {
  package static let description = RuleDescription(
    id: "moved-repository",
    summary: "The repository has a new name.",
    rationale:
      "The old address works only until somebody else takes the name. GitHub confirms that both are the same repository.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        knowing: .repositories
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/1️⃣somebody/old)]",
        "GitHub says that the repository 'somebody/old' is now 'somebody/new'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/somebody/new)]",
        knowing: .repositories
      ),
    ]
  )

  package static let registry = Registry.repositories

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    context.repositories(of: entry).compactMap { repository in
      guard let facts = repository.fact.value,
        // Names have no case.
        facts.name.lowercased() != repository.name.lowercased(),
        let offset = repository.url.firstRange(of: repository.name)?.lowerBound
      else { return nil }
      let start =
        repository.range.lowerBound
        + repository.url.utf8.distance(from: repository.url.startIndex, to: offset)
      let range = start..<start + repository.name.utf8.count
      return finding(
        .moved(repository.name, facts.name),
        at: range,
        fix: .replace(range, with: facts.name, "Write the repository's new name")
      )
    }
  }
}

extension Message {
  fileprivate static func moved(_ old: String, _ new: String) -> Message {
    "GitHub says that the repository \(quoting: old) is now \(quoting: new)"
  }
}
