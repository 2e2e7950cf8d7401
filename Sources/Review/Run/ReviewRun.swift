internal import Classifier
internal import GitHub
internal import HTTP
internal import Learning
internal import ListModel
internal import Rules

/// One run of `rubric review`: finds out what it is about, reads it, and says what is to be said,
/// on the pull request or, where that is not possible, in the job.
package struct ReviewRun: Sendable {
  /// What a review is of, and what becomes of what cannot be posted.
  package struct Subject: Sendable {
    /// The repository whose objects are read, if it has any.
    package var local = LocalObjects(folder: ".")
    /// The pull request, where no event says which.
    package var pullRequest: Int?
    /// Whether what cannot be posted is shown in the job instead of being an error.
    package var degrades = false

    package init() {}
  }

  private let subject: Subject
  private let options: RunOptions
  private let job: ActionsJob

  /// For two thirds of the time entries are looked at, the rest is for saying what was found.
  package init(of subject: Subject, _ options: RunOptions, in job: ActionsJob) {
    self.subject = subject
    self.options = options
    self.job = job
  }

  /// Does it all, and returns what is left to be printed and written to the job's files.
  package func run() async throws -> ReviewOutcome {
    do {
      return try await review()
    } catch {
      if !options.isDryRun { try JobSummary.show(error, in: job.environment) }
      throw error
    }
  }

  private func review() async throws -> ReviewOutcome {
    let repository = try job.repository(for: "review a pull request")
    try subject.local.check()
    let recorder = options.isDryRun ? job.recorder() : nil
    let client = job.client(for: repository, within: options.timeLimit, recordedBy: recorder)
    switch try await trigger(client) {
    case .nothing(let reason): return ReviewOutcome(log: ["nothing to review: \(reason)"])
    case .push(let base, let head):
      let contribution = try await reader(client).push(base, head)
      return outcome(contribution, in: repository, isAnnotated: true)
    case .pullRequest(let pullRequest, isPosted: false):
      let contribution = try await reader(client).pullRequest(pullRequest)
      var outcome = outcome(contribution, in: repository, isAnnotated: true)
      outcome.log.append(
        "this is a draft, so nothing is posted; the comment '\(Trigger.command)' on it asks for a review"
      )
      return outcome
    case .pullRequest(let pullRequest, isPosted: true):
      var outcome = try await post(on: pullRequest, client)
      if let recorder { outcome.requests = try recorder.json() }
      return outcome
    }
  }

  private func trigger(_ client: APIClient) async throws(GitHubError) -> Trigger {
    if let number = subject.pullRequest {
      return try await Trigger(pullRequest: number, client)
    }
    return try await Trigger(try job.environment.event(), client)
  }

  private func reader(_ client: APIClient) -> ContributionReader {
    ContributionReader(
      client: client,
      local: subject.local,
      rulebook: job.rulebook,
      lists: options.lists,
      isDryRun: options.isDryRun,
      asking: job.asking
    )
  }

  private func post(
    on pullRequest: PullRequest,
    _ client: APIClient
  ) async throws -> ReviewOutcome {
    let poster = ReviewPoster(
      client: client,
      number: pullRequest.number,
      account: job.account,
      looksAgain: !options.isDryRun
    )
    // What was said is read first, so that what is read last is as new as can be: the head.
    let posted: Result<Posted, GitHubError>
    do throws(GitHubError) {
      if !options.isDryRun {
        try job.requireToken(
          for: "review pull request \(pullRequest.number) of \(client.repository)"
        )
      }
      posted = .success(try await poster.posted())
    } catch {
      posted = .failure(error)
    }
    let contribution = try await reader(client).pullRequest(pullRequest)
    do throws(GitHubError) {
      let plan = try await poster.post(
        contribution.report.lineComments,
        on: contribution.diff,
        after: try posted.get(),
        isHeadSeen: contribution.isHeadSeen,
        unanswered: contribution.report.openFacts,
        writing: text(contribution, in: client.repository)
      )
      var outcome = outcome(contribution, in: client.repository, isAnnotated: false)
      outcome.plan = plan
      return outcome
    } catch {
      if case .headMoved = error.kind {
        // The run for the new head says what is to be said.
        return ReviewOutcome(log: ["\(error)"])
      }
      guard subject.degrades else { throw error }
      var outcome = outcome(contribution, in: client.repository, isAnnotated: true)
      outcome.degrade(because: error)
      return outcome
    }
  }

  private func outcome(
    _ contribution: Contribution,
    in repository: RepositoryName,
    isAnnotated: Bool
  ) -> ReviewOutcome {
    let text = text(contribution, in: repository)
    let lineComments = contribution.report.lineComments
    var outcome = ReviewOutcome(report: contribution.report)
    outcome.summary = JobSummary(lineComments, of: contribution.report, writing: text)
    outcome.isAnnotated = isAnnotated
    outcome.log += contribution.report.lists.compactMap { $0.readingNotice?.plain }
    if contribution.changesRulebook { outcome.log.append(RulebookChoice.notice) }
    if let notice = leftOutNotice(contribution) { outcome.log.append(notice) }
    outcome.log += contribution.report.lists.compactMap(\.unseenLine)
    return outcome
  }

  private static let rulebookNotice =
    "\(MarkdownText.code(RulebookChoice.path)) is changed here. This review used the settings of the base branch."

  private func text(_ contribution: Contribution, in repository: RepositoryName) -> ReviewText {
    ReviewText(
      head: contribution.head,
      links: LineLinks(
        server: job.environment.server,
        repository: repository,
        commit: contribution.head
      ),
      notices: contribution.report.lists.compactMap(\.unseenNotice)
        + contribution.report.lists.flatMap(\.notices)
        + (contribution.changesRulebook ? [Self.rulebookNotice] : [])
        + [leftOutNotice(contribution)].compactMap { $0 },
      isWhole: contribution.report.isWhole
    )
  }

  private func leftOutNotice(_ contribution: Contribution) -> String? {
    let count = contribution.leftOut
    guard count > 0 else { return nil }
    let lists = count == 1 ? "1 further list was" : "\(count) further lists were"
    return "\(lists) not looked at: one run reads \(contribution.report.lists.count)."
  }
}
