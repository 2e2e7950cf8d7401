internal import Git
package import GitHub
internal import Learning
package import Rules

/// Reads two versions of the lists without a checkout.
///
/// Objects come from the repository on this machine where it has them, else from GitHub.
package struct ContributionReader: Sendable {
  private let client: APIClient
  private let local: LocalObjects
  /// The rulebook that somebody names.
  private let rulebook: Rulebook?
  /// The paths of the lists; none for the README.
  private let lists: [String]
  private let asking: ActionsJob.Asking?
  /// Whether nothing will be written, so that nobody need ask for the head once more before.
  private let isDryRun: Bool

  package init(
    client: APIClient,
    local: LocalObjects,
    rulebook: Rulebook?,
    lists: [String],
    isDryRun: Bool = false,
    asking: ActionsJob.Asking? = nil
  ) {
    self.asking = asking
    self.client = client
    self.local = local
    self.rulebook = rulebook
    self.lists = lists
    self.isDryRun = isDryRun
  }

  /// Reads what a pull request brings; GitHub says itself what its diff shows, and only where it
  /// does not answer the repository on this machine does.
  ///
  /// GitHub lists the files last, because that also tells which head the pull request has by then.
  package func pullRequest(_ pullRequest: PullRequest) async throws -> Contribution {
    let (base, head) = (pullRequest.base.sha, pullRequest.head.sha)
    var objects = ObjectReader(client: client, local: local)
    let rulebook = try await rulebook(base, &objects)
    try await objects.read(expectedPaths(at: head, by: rulebook), at: head)
    let requests = objects.requests
    let files = try await files(of: pullRequest, &objects)
    let year = try local.year(of: head)
    var reading = Reading(
      objects: objects,
      base: base,
      head: head,
      mergeBase: try local.mergeBase(of: base, and: head),
      files: files,
      year: year ?? pullRequest.year,
      rulebook: rulebook,
      asking: asking
    )
    let shown = files?.filter { $0.status != "removed" } ?? []
    let isSeen = !shown.isEmpty && shown.allSatisfy { $0.commit == head }
    return try await contribution(&reading) { reading in
      // Where no objects were asked for, there is time to ask for the head by itself.
      isSeen && (isDryRun || requests > 0 && requests == reading.objects.requests)
    }
  }

  /// Reads what a push brought; GitHub is asked only for what is not on this machine.
  package func push(_ base: CommitSHA, _ head: CommitSHA) async throws -> Contribution {
    var objects = ObjectReader(client: client, local: local)
    let rulebook = try await rulebook(base, &objects)
    var mergeBase = try local.mergeBase(of: base, and: head)
    var files: [PullRequestFile]?
    var year = try local.year(of: head)
    if mergeBase == nil || year == nil {
      let comparison = try await objects.comparison(of: base, with: head)
      (mergeBase, files, year) = (comparison.mergeBase, comparison.files, comparison.year)
    }
    var reading = Reading(
      objects: objects,
      base: base,
      head: head,
      mergeBase: mergeBase,
      files: files,
      year: year,
      rulebook: rulebook,
      asking: asking
    )
    return try await contribution(&reading) { _ in false }
  }

  private func contribution(
    _ reading: inout Reading,
    isHeadSeen: (Reading) -> Bool
  ) async throws -> Contribution {
    let (report, diff) = try await reading.report(lists)
    let changesRulebook = try reading.changes(RulebookChoice.path)
    return Contribution(
      report: report,
      diff: diff,
      head: reading.head,
      changesRulebook: changesRulebook,
      leftOut: reading.leftOut,
      isHeadSeen: isHeadSeen(reading)
    )
  }

  /// Returns the files of a pull request; nil where GitHub does not say, and the repository on this
  /// machine says as well what differs.
  private func files(
    of pullRequest: PullRequest,
    _ objects: inout ObjectReader
  ) async throws -> [PullRequestFile]? {
    let (base, head) = (pullRequest.base.sha, pullRequest.head.sha)
    do {
      return try await client.files(ofPullRequest: pullRequest.number)
    } catch {
      if try local.mergeBase(of: base, and: head) != nil { return nil }
    }
    // A token that may not read pull requests may compare commits.
    return try await objects.comparison(of: base, with: head).files
  }

  private func rulebook(
    _ base: CommitSHA,
    _ objects: inout ObjectReader
  ) async throws -> RulebookChoice {
    if let rulebook { return RulebookChoice(rulebook) }
    let text = try await objects.file(RulebookChoice.path, at: base)
    return try RulebookChoice(atBase: text)
  }

  /// The paths that the lists have, as far as that can be told without asking GitHub.
  private func expectedPaths(at head: CommitSHA, by rulebook: RulebookChoice) throws -> [String] {
    let known = try local.markdownPaths(at: head)
    return rulebook.lists(named: lists, among: known) ?? [Reading.readme(among: known)]
  }
}
