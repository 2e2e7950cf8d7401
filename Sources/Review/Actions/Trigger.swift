package import GitHub

/// What a run is about, by the event that started it or by what somebody asked for.
package enum Trigger: Sendable {
  /// A pull request; only shown, not posted, while it is a draft that nobody asked about.
  case pullRequest(PullRequest, isPosted: Bool)
  /// Commits that came to a branch.
  case push(base: CommitSHA, head: CommitSHA)
  /// Nothing to be reviewed, and why.
  case nothing(String)

  /// What somebody writes below a pull request to have it reviewed again.
  package static let command = "/rubric"

  /// Returns what an event is about.
  ///
  /// Whatever the run that a `workflow_run` follows has stored is not looked at.
  package init(_ event: Event, _ client: APIClient) async throws(GitHubError) {
    switch event {
    case .pullRequest(let event): self.init(event)
    case .push(let event): self.init(event)
    case .workflowRun(let event): try await self.init(event, client)
    case .issueComment(let event): try await self.init(event, client)
    case .other(let name):
      self = .nothing("rubric does not review the event '\(WorkflowLog.neutralized(name))'")
    }
  }

  /// Returns the pull request that somebody asks about.
  package init(pullRequest number: Int, _ client: APIClient) async throws(GitHubError) {
    self.init(asked: try await client.pullRequest(number))
  }

  private init(asked pullRequest: PullRequest) {
    self =
      pullRequest.isOpen
      ? .pullRequest(pullRequest, isPosted: true)
      : .nothing("pull request \(pullRequest.number) is closed")
  }

  /// A pull request that nobody asked about.
  private init(_ pullRequest: PullRequest) {
    self =
      pullRequest.isOpen
      ? .pullRequest(pullRequest, isPosted: !pullRequest.isDraft)
      : .nothing("pull request \(pullRequest.number) is closed")
  }

  private init(_ event: PullRequestEvent) {
    if event.action == "edited", event.previousBase == nil {
      self = .nothing(
        "only the title or text of pull request \(event.pullRequest.number) were edited"
      )
    } else {
      self.init(event.pullRequest)
    }
  }

  private init(_ event: PushEvent) {
    guard event.branch != nil else {
      self = .nothing("no branch was pushed")
      return
    }
    guard let base = event.before, let head = event.after else {
      self = .nothing("the branch was \(event.after == nil ? "deleted" : "created") only now")
      return
    }
    self = .push(base: base, head: head)
  }

  /// The pull request of the run that ended: its head is the one that GitHub says it ran on.
  private init(_ event: WorkflowRunEvent, _ client: APIClient) async throws(GitHubError) {
    guard ["pull_request", "pull_request_target"].contains(event.triggeringEvent) else {
      self = .nothing("the earlier run was not about a pull request")
      return
    }
    for number in event.pullRequests {
      let pullRequest = try await client.pullRequest(number)
      if pullRequest.head.sha == event.headSHA {
        self.init(pullRequest)
        return
      }
    }
    // A repository that is gone has no owner to ask for.
    let head = event.headBranch.flatMap { branch in
      event.headRepository.map { "\($0.owner):\(branch)" }
    }
    let candidates = try await client.openPullRequests(from: head)
    if let found = candidates.first(where: { $0.head.sha == event.headSHA }) {
      self.init(found)
      return
    }
    self = .nothing("no open pull request has the head \(event.headSHA.abbreviated)")
  }

  /// The pull request below which its author, or somebody who may write, gave the command.
  private init(_ event: IssueCommentEvent, _ client: APIClient) async throws(GitHubError) {
    guard event.action == "created", event.isPullRequest,
      event.arguments(of: Self.command) != nil
    else {
      self = .nothing("the comment is not '\(Self.command)' below a pull request")
      return
    }
    guard let commenter = event.commenter else {
      self = .nothing("the account that asked is gone")
      return
    }
    if !event.isByAuthor, event.commenterAssociation != .owner {
      guard try await client.canWrite(commenter.login) else {
        self = .nothing("'\(Self.command)' is for the author and for those who may write here")
        return
      }
    }
    try await self.init(pullRequest: event.number, client)
  }
}

extension APIClient {
  /// Tells whether a user may write; somebody GitHub does not know of may not.
  fileprivate func canWrite(_ login: String) async throws(GitHubError) -> Bool {
    do throws(GitHubError) {
      return try await permission(of: login).canWrite
    } catch {
      guard error.kind == .notFound else { throw error }
      return false
    }
  }
}
