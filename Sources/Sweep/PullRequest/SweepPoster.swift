internal import GitHub
internal import Review
internal import Rules

/// Brings one pull request from one branch to propose what there is to propose.
///
/// Whatever is not certain is looked at before it is done again: everything that is written follows from what is
/// there. The branch is only ever moved on from what was looked at, which GitHub sees to, so that nothing that
/// somebody pushed can be lost.
struct SweepPoster {
  let client: APIClient
  /// The account to speak for, where it is known; else GitHub is asked, once it matters.
  let account: Account?
  let lists: RemoteLists
  let sweeps: [ListSweep]
  let limit: Int
  let text: SweepText

  /// The one branch that is written to.
  static let branch = "rubric/sweep"

  /// What became of the pull request.
  enum Deed: Sendable, Hashable {
    /// There is nothing to propose, and no pull request.
    case nothing
    /// It says it all already.
    case unchanged(Int)
    /// A registry did not answer about something that it proposes, so it stays as it is.
    case kept(Int)
    case made(Int)
    case edited(Int)
    case closed(Int)
  }

  /// Does it, and returns what was proposed.
  ///
  /// `pulls` are all pull requests that there are from the branch.
  func post(after pulls: [PullRequest]) async throws -> (deed: Deed, proposal: Proposal) {
    var branch = ProposalBranch(Self.branch, of: lists, by: client)
    return try await client.insisting { isRepeated in
      let found = isRepeated ? try await client.pullRequests(fromBranch: Self.branch) : pulls
      let account = try await account(of: found)
      return try await bring(Standing(found, by: account, in: client), &branch)
    }
  }

  private func account(of pulls: [PullRequest]) async throws -> Account {
    if let account { return account }
    // Whose something is matters only where it bears the program's mark.
    let isMarked = pulls.contains { SweepMarker(ofBody: $0.body) != nil }
    return isMarked ? try await client.account() : .githubActions
  }

  private func bring(
    _ standing: Standing,
    _ branch: inout ProposalBranch
  ) async throws -> (Deed, Proposal) {
    let proposal = Proposal(
      sweeps,
      limit: limit,
      proposed: Set(standing.open?.state?.changes.keys.map { $0 } ?? []),
      declined: standing.declined
    )
    guard let open = standing.open else {
      guard !proposal.changes.isEmpty else { return (.nothing, proposal) }
      let state = try await state(of: proposal, &branch)
      let pull = try await client.createPullRequest(
        DraftPullRequest(
          title: SweepText.title(proposal),
          body: text.body(proposal, .proposal(state)),
          head: Self.branch,
          base: lists.branch
        )
      )
      return (.made(pull.number), proposal)
    }
    return (try await edit(open, to: proposal, &branch), proposal)
  }

  /// Brings the pull request that is open to propose what there is to propose.
  private func edit(
    _ open: Standing.Open,
    to proposal: Proposal,
    _ branch: inout ProposalBranch
  ) async throws -> Deed {
    let number = open.pull.number
    let isHeadKnown = open.pull.head.sha == open.state?.head
    if !isHeadKnown { try branch.requireOwn(try await client.commit(open.pull.head.sha)) }
    let tokens = proposal.tokens
    let isUnanswered = (open.state?.changes ?? [:]).contains { change, entry in
      tokens[change] == nil && sweeps.contains { $0.openEntries.contains(entry) }
    }
    if isUnanswered { return .kept(number) }
    guard !proposal.changes.isEmpty else { return try await close(open) }
    var state: SweepMarker.State
    if let old = open.state, isHeadKnown, Set(old.changes.keys) == Set(tokens.keys),
      try await isMergeable(open.pull, from: old.base)
    {
      state = SweepMarker.State(
        base: old.base,
        head: old.head,
        digest: proposal.digest,
        changes: old.changes
      )
    } else {
      state = try await self.state(of: proposal, &branch)
    }
    if state == open.state { return .unchanged(number) }
    try await client.updatePullRequest(
      number,
      title: SweepText.title(proposal),
      body: text.body(proposal, .proposal(state))
    )
    return .edited(number)
  }

  /// Closes a pull request of which nothing is left.
  private func close(_ open: Standing.Open) async throws -> Deed {
    let number = open.pull.number
    // One that somebody opened again is not closed a second time; and where it was merged meanwhile, its words are
    // of use.
    guard open.state != nil, try await client.pullRequest(number).isOpen else { return .nothing }
    try await client.updatePullRequest(
      number,
      title: open.pull.title,
      body: SweepText.done,
      isClosing: true
    )
    return .closed(number)
  }

  /// Tells whether what a pull request changes still goes with its base, as far as GitHub knows.
  private func isMergeable(_ pull: PullRequest, from base: CommitSHA) async throws -> Bool {
    if base == lists.tip.sha { return true }
    return try await client.pullRequest(pull.number).isMergeable ?? true
  }

  /// Sees that the branch holds a proposal, and returns what its pull request says of that.
  private func state(
    of proposal: Proposal,
    _ branch: inout ProposalBranch
  ) async throws -> SweepMarker.State {
    SweepMarker.State(
      base: lists.tip.sha,
      head: try await branch.push(
        Dictionary(
          proposal.lists.filter(\.isChanged).map { ($0.path, $0.bytes) }
        ) { first, _ in first },
        titled: SweepText.title(proposal)
      ),
      digest: proposal.digest,
      changes: proposal.tokens
    )
  }
}
