package import GitHub
package import HTTP
package import ListModel
package import Rules

/// The job in GitHub Actions that a run is part of: where it is, whose token it has, by which rules it judges, and
/// what it may ask.
///
/// Outside of Actions options stand in for what the environment says.
package struct ActionsJob: Sendable {
  /// What asks registries about entries; `others` are papers of the list that nobody asks about.
  package typealias Asking =
    @Sendable (_ entries: [Entry], _ others: [ArXivID]) async throws -> FactTable

  package let environment: ActionsEnvironment
  /// The rulebook that somebody named; nil where the repository's own holds, or a built-in one.
  package let rulebook: Rulebook?
  /// The account of the token where somebody named it, which an app other than GitHub Actions needs; GitHub knows
  /// it otherwise.
  package let account: Account?
  /// Nil where nobody is asked.
  package let asking: Asking?
  private let transport: any Transport
  private let surroundings: Surroundings

  /// `login` is that of the token's account, where somebody named it.
  package init(
    in environment: ActionsEnvironment,
    by rulebook: Rulebook? = nil,
    as login: String? = nil,
    asking: Asking? = nil,
    over transport: any Transport,
    surroundings: Surroundings = .system
  ) {
    self.environment = environment
    self.rulebook = rulebook
    account = login.map { Account(login: $0, isBot: $0.hasSuffix("[bot]")) }
    self.asking = asking
    self.transport = transport
    self.surroundings = surroundings
  }

  /// Returns the job's repository.
  ///
  /// - Throws: A `GitHubError` that says of which `attempt` it is needed.
  package func repository(for attempt: String) throws(GitHubError) -> RepositoryName {
    guard let repository = environment.repository else {
      throw GitHubError(
        .invalidEnvironment,
        attempt,
        reason: "GITHUB_REPOSITORY is not set to owner/name; name it with --repository"
      )
    }
    return repository
  }

  /// Throws where there is no token, for an `attempt` that GitHub would refuse without one.
  package func requireToken(for attempt: String) throws(GitHubError) {
    guard environment.token == nil else { return }
    throw GitHubError(
      .unauthorized,
      attempt,
      reason: "there is no token; the step needs 'GITHUB_TOKEN: ${{ github.token }}' in its 'env'"
    )
  }

  /// Returns what writes nothing, and keeps what it would have written.
  package func recorder() -> RecordingTransport { RecordingTransport(transport) }

  /// Returns a client of GitHub's API; with a `recorder`, one that writes nothing.
  ///
  /// `timeLimit` is for all its requests together, waiting included.
  package func client(
    for repository: RepositoryName,
    within timeLimit: Duration,
    recordedBy recorder: RecordingTransport? = nil
  ) -> APIClient {
    var policy = Policy()
    policy.budget = timeLimit
    if recorder != nil { policy.writeInterval = .zero }
    return APIClient(
      repository: repository,
      token: environment.token,
      client: Client(transport: recorder ?? transport, policy: policy, surroundings: surroundings),
      api: environment.api
    )
  }
}
