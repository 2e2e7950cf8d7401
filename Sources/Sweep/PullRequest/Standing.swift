internal import GitHub
internal import Review

/// What the program has proposed before, and what became of it.
struct Standing {
  /// The one pull request that is open.
  struct Open {
    let pull: PullRequest
    /// Nil where it was done, and somebody has opened it again.
    let state: SweepMarker.State?
  }

  let open: Open?
  /// What was closed, merged or not: where it is found again, somebody did not want it.
  let declined: Set<Fingerprint>

  /// Reads the pull requests from the program's branch.
  ///
  /// - Throws: A ``SweepError`` where one that is open is not the account's, or not the program's.
  init(_ pulls: [PullRequest], by account: Account, in client: APIClient) throws {
    var open: Open?
    var declined: Set<Fingerprint> = []
    for pull in pulls {
      let marker = account.isAuthor(pull.user) ? SweepMarker(ofBody: pull.body) : nil
      switch marker {
      case .proposal(let state) where pull.isOpen: open = Open(pull: pull, state: state)
      case .proposal(let state): declined.formUnion(state.changes.keys)
      case .done where pull.isOpen: open = Open(pull: pull, state: nil)
      case .done: break
      case nil where !pull.isOpen: break
      case nil:
        throw SweepError.foreignPullRequest(
          pull.number,
          from: SweepPoster.branch,
          client.repository
        )
      }
    }
    self.open = open
    self.declined = declined
  }
}
