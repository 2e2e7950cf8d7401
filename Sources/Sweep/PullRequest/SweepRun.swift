internal import GitHub
internal import HTTP
internal import ListModel
package import Review
internal import Rules

/// One run of `rubric sweep --pull-request`: reads the lists through GitHub's API, asks registries, and brings one
/// pull request to propose what they prove.
package struct SweepRun: Sendable {
  /// The most entries that are changed at a time, where nobody says how many.
  package static let usualLimit = 25

  private let options: RunOptions
  private let limit: Int
  private let job: ActionsJob

  /// `limit` is how many entries are changed at a time at most.
  package init(_ options: RunOptions, atMost limit: Int = usualLimit, in job: ActionsJob) {
    self.options = options
    self.limit = limit
    self.job = job
  }

  /// Does it all, and returns what is left to be printed.
  package func run() async throws -> SweepOutcome {
    let repository = try job.repository(for: "make a pull request")
    if !options.isDryRun {
      try job.requireToken(for: "make a pull request in \(repository)")
    }
    let client = job.client(for: repository, within: options.timeLimit)
    do {
      return try await run(client)
    } catch var error as GitHubError {
      error.ownRemedy = error.remedyOfSweep ?? error.ownRemedy
      throw error
    }
  }

  private func run(_ client: APIClient) async throws -> SweepOutcome {
    let pulls = try await client.pullRequests(fromBranch: SweepPoster.branch)
    // The pull request that is open says which branch it is for.
    let base: String
    if let open = pulls.first(where: \.isOpen) {
      base = open.base.ref
    } else {
      base = try await client.defaultBranch()
    }
    let lists = try await RemoteLists(client, branch: base, named: options.lists, by: job.rulebook)
    let entries = lists.lists.flatMap { _, text in
      ListSweep.entriesToAsk(base: text, head: text, by: lists.choice)
    }
    let facts = try await job.asking?(entries, []) ?? .none
    let sweeps = lists.lists.map { path, text in
      ListSweep(
        path,
        base: text,
        head: text,
        by: lists.choice,
        year: lists.tip.year,
        knowing: facts
      )
    }
    if options.isDryRun { return SweepOutcome(.nothing, Proposal(sweeps, limit: limit)) }
    let poster = SweepPoster(
      client: client,
      account: job.account,
      lists: lists,
      sweeps: sweeps,
      limit: limit,
      text: SweepText(
        links: LineLinks(
          server: job.environment.server,
          repository: client.repository,
          commit: lists.tip.sha
        )
      )
    )
    let (deed, proposal) = try await poster.post(after: pulls)
    return SweepOutcome(deed, proposal)
  }
}

extension GitHubError {
  /// What to do where the token may not make the pull request.
  fileprivate var remedyOfSweep: String? {
    switch kind {
    case .resourceNotAccessible:
      "give the job 'permissions: contents: write, pull-requests: write'"
    case .forbidden where attempt.hasPrefix("make a pull request"):
      "where the repository's settings, under Actions > General, do not let GitHub Actions create pull requests, allow it there"
    default: nil
    }
  }
}
