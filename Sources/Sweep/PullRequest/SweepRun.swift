package import GitHub
package import HTTP
package import ListModel
internal import Review
package import Rules

/// One run of `rubric sweep --pull-request`: reads the lists through GitHub's API, asks registries, and brings one
/// pull request to propose what they prove.
package struct SweepRun: Sendable {
  /// What asks registries about entries.
  package typealias Asking = @Sendable ([Entry]) async throws -> FactTable

  /// What the command line settles.
  package struct Options: Sendable {
    package var lists: [String] = []
    /// The most entries that are changed at a time.
    package var limit = 25
    /// The login of the token's account, for the token of an app other than GitHub Actions.
    package var account: String?
    /// Whether nothing is written.
    package var isDryRun = false
    /// The time for everything, the registries' included.
    package var timeLimit = Policy().budget

    package init() {}
  }

  private let options: Options
  private let environment: ActionsEnvironment
  private let rulebook: Rulebook?
  private let asking: Asking
  private let transport: any Transport
  private let surroundings: Surroundings

  package init(
    _ options: Options,
    in environment: ActionsEnvironment,
    by rulebook: Rulebook? = nil,
    asking: @escaping Asking,
    over transport: any Transport,
    surroundings: Surroundings = .system
  ) {
    self.options = options
    self.environment = environment
    self.rulebook = rulebook
    self.asking = asking
    self.transport = transport
    self.surroundings = surroundings
  }

  /// Does it all, and returns what is left to be printed.
  package func run() async throws -> SweepOutcome {
    guard let repository = environment.repository else {
      throw GitHubError(
        .invalidEnvironment,
        "make a pull request",
        reason: "GITHUB_REPOSITORY is not set to owner/name; name it with --repository"
      )
    }
    if environment.token == nil, !options.isDryRun {
      throw GitHubError(
        .unauthorized,
        "make a pull request in \(repository)",
        reason: "there is no token; the step needs 'GITHUB_TOKEN: ${{ github.token }}' in its 'env'"
      )
    }
    var policy = Policy()
    policy.budget = options.timeLimit
    let client = APIClient(
      repository: repository,
      token: environment.token,
      client: Client(transport: transport, policy: policy, surroundings: surroundings),
      api: environment.api
    )
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
    let lists = try await RemoteLists(client, branch: base, named: options.lists, by: rulebook)
    let entries = lists.lists.flatMap { _, text in
      ListSweep.entriesToAsk(base: text, head: text, by: lists.choice)
    }
    let facts = try await asking(entries)
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
    if options.isDryRun { return SweepOutcome(.nothing, Proposal(sweeps, limit: options.limit)) }
    let poster = SweepPoster(
      client: client,
      account: options.account.map { Account(login: $0, isBot: $0.hasSuffix("[bot]")) },
      lists: lists,
      sweeps: sweeps,
      limit: options.limit,
      text: SweepText(
        links: LineLinks(
          server: environment.server,
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
