package import ListModel

/// Reports entries that are not what the rulebook demands of entries.
package struct IneligibleEntry: FactRule {
  package static let description = RuleDescription(
    id: "ineligible-entry",
    summary: "The entry does not meet the rulebook's `eligibility` requirements.",
    rationale:
      "Some lists only accept repositories that are used, maintained and licensed, or papers that were peer-reviewed. The rule reports nothing until a rulebook sets requirements under `eligibility`: `stars`, `age-days`, `active-days`, `licence`, `not-archived`, `published-only`. The examples use `{stars: 10, licence: required}`.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        knowing: .eligible
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](1️⃣2️⃣https://github.com/somebody/small)]",
        "The repository 'somebody/small' has 3 stars; this list asks for 10",
        "The repository 'somebody/small' has no licence that GitHub knows",
        knowing: .eligible
      ),
    ]
  )

  private static let day = 86_400

  package static let registry = Registry.repositories

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let facts = context.list.facts
    guard let demands = facts.demands ?? context.rulebook.eligibility(of: context.section) else {
      return []
    }
    var found: [Finding] = []
    for repository in context.repositories(of: entry) {
      guard let known = repository.fact.value else { continue }
      for message in messages(known, demands, at: facts.time) {
        found.append(finding(message, at: repository.range))
      }
    }
    if demands.isPublishedOnly, let venue = entry.venue, let name = venue.name,
      VenueReader(context.rulebook.venues).isPreprint(name),
      context.publicationProof(of: entry) == nil
    {
      found.append(finding("This list asks for published papers", at: venue.range))
    }
    return found
  }

  private func messages(
    _ repository: RepositoryFacts,
    _ demands: Eligibility,
    at time: Int
  ) -> [Message] {
    var messages: [Message] = []
    let name = repository.name
    if let stars = demands.stars, repository.stars < stars {
      messages.append(
        "The repository \(quoting: name) has \(repository.stars) stars; this list asks for \(stars)"
      )
    }
    if let days = demands.ageDays, let created = repository.created,
      time - created < days * Self.day
    {
      messages.append(
        "The repository \(quoting: name) is \(max(0, time - created) / Self.day) days old; this list asks for \(days)"
      )
    }
    if let days = demands.activeDays, let pushed = repository.pushed,
      time - pushed > days * Self.day
    {
      messages.append(
        "Nothing was pushed to the repository \(quoting: name) for \((time - pushed) / Self.day) days; this list allows \(days)"
      )
    }
    if demands.needsLicence, repository.licence.isEmpty {
      messages.append("The repository \(quoting: name) has no licence that GitHub knows")
    }
    if demands.mayNotBeArchived, repository.isArchived {
      messages.append("The repository \(quoting: name) is archived; this list asks for live ones")
    }
    return messages
  }
}
