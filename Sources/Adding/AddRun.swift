internal import GitHub
internal import HTTP
package import Review
internal import Sweep

/// One answer to the comment `/rubric add ID [in SECTION]`: below an issue, a pull request with the entry; below a pull
/// request, the entry to copy.
///
/// Each comment has one answer, known by a hidden first line with its number, or by a branch of that number: whatever
/// fails, it is looked for before it is given again.
package struct AddRun: Sendable {
  private let options: RunOptions
  private let job: ActionsJob

  /// Of several lists, the entry goes to the first.
  package init(_ options: RunOptions, in job: ActionsJob) {
    self.options = options
    self.job = job
  }

  /// Does it, and returns what to say in the log.
  package func run() async throws -> String {
    guard case .issueComment(let event) = try job.environment.event(), let ask = AddAsk(event)
    else {
      return "nothing to add: the event is not a comment '\(AddAsk.command) add'"
    }
    try job.requireToken(for: "answer a comment in \(event.repository)")
    let client = job.client(for: event.repository, within: options.timeLimit)
    do {
      guard let commenter = event.commenter, try await mayAsk(event, commenter, client) else {
        return "nothing to add: '\(AddAsk.command) add' is for those who may write here"
      }
      let text = AddText(
        commentID: event.commentID,
        number: event.number,
        login: commenter.login
      )
      return try await answer(event, ask, text, client)
    } catch var error as GitHubError {
      if error.kind == .resourceNotAccessible {
        error.ownRemedy =
          "give the job 'permissions: contents: write, issues: write, pull-requests: write'"
      }
      throw error
    }
  }

  private func mayAsk(
    _ event: IssueCommentEvent,
    _ commenter: User,
    _ client: APIClient
  ) async throws -> Bool {
    if event.commenterAssociation == .owner { return true }
    do throws(GitHubError) {
      return try await client.permission(of: commenter.login).canWrite
    } catch {
      // Somebody GitHub does not know of may not.
      guard error.kind == .notFound else { throw error }
      return false
    }
  }

  private func answer(
    _ event: IssueCommentEvent,
    _ ask: AddAsk,
    _ text: AddText,
    _ client: APIClient
  ) async throws -> String {
    let branch = "rubric/add-\(event.commentID)"
    if try await isAnswered(event, text, branch, client) { return "this comment has its answer" }
    let base =
      event.isPullRequest
      ? try await client.pullRequest(event.number).base.ref : try await client.defaultBranch()
    let lists = try await RemoteLists(
      client,
      branch: base,
      named: options.lists,
      by: job.rulebook
    )
    guard let list = lists.lists.first else {
      preconditionFailure("where there is no list, reading them fails")
    }
    let maker = EntryMaker(
      ask: ask,
      path: list.path,
      choice: lists.choice,
      year: lists.tip.year,
      asking: job.asking
    )
    let bytes: [UInt8]
    let entries: [NewEntry]
    do {
      (bytes, entries) = try await maker.entries(in: list.text)
    } catch let refusal as AddRefusal {
      try await repeating(event, text, branch, client) {
        _ = try await client.createComment(text.refusal(refusal), onIssue: event.number)
      }
      return "answered why there is no entry"
    }
    if event.isPullRequest {
      try await repeating(event, text, branch, client) {
        let body = text.answer(entries, in: list.path)
        _ = try await client.createComment(body, onIssue: event.number)
      }
      return "answered with the entry to copy"
    }
    var proposal = ProposalBranch(branch, of: lists, by: client)
    try await repeating(event, text, branch, client) {
      let title = AddText.title(entries)
      _ = try await proposal.push([list.path: bytes], titled: title)
      _ = try await client.createPullRequest(
        DraftPullRequest(
          title: title,
          body: text.pullRequest(entries, in: list.path),
          head: branch,
          base: base
        )
      )
    }
    return "made a pull request with the entry"
  }

  /// Writes, and looks whether it is there before it is written again.
  private func repeating(
    _ event: IssueCommentEvent,
    _ text: AddText,
    _ branch: String,
    _ client: APIClient,
    _ write: () async throws -> Void
  ) async throws {
    try await client.insisting { isRepeated in
      if isRepeated, try await isAnswered(event, text, branch, client) { return }
      try await write()
    }
  }

  /// Tells whether there is an answer: a comment, or below an issue a pull request from the branch.
  private func isAnswered(
    _ event: IssueCommentEvent,
    _ text: AddText,
    _ branch: String,
    _ client: APIClient
  ) async throws -> Bool {
    let marked = try await client.comments(onIssue: event.number)
      .filter { text.isAnswer($0.body) }.map(\.user)
    let pulls =
      event.isPullRequest
      ? [] : try await client.pullRequests(fromBranch: branch).filter { text.isAnswer($0.body) }
    let users = marked + pulls.map(\.user)
    guard !users.isEmpty else { return false }
    let account: Account
    if let named = job.account {
      account = named
    } else {
      account = try await client.account()
    }
    return users.contains { account.isAuthor($0) }
  }
}
