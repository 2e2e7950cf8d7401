package import GitHub
internal import Rules

/// What a run has come to, apart from what it wrote on GitHub.
package struct ReviewOutcome: Sendable {
  /// What to say in the log, a line each.
  package var log: [String]
  /// What was found; nil where there was nothing to look at.
  package var report: Report?
  /// What the job shows.
  package var summary: JobSummary?
  /// Whether the findings go beside the lines as annotations, because no comments say them.
  package var isAnnotated = false
  /// Whether it was not possible to write on the pull request.
  package private(set) var isDegraded = false
  /// What was written on the pull request.
  package var plan: ReviewPlan?
  /// In a dry run, what would have been sent, as JSON.
  package var requests: String?

  package init(log: [String] = [], report: Report? = nil) {
    self.log = log
    self.report = report
  }

  /// Notes that the findings could not be posted, and what can be done about it.
  mutating func degrade(because error: GitHubError) {
    isDegraded = true
    log.append("no comments: \(error)")
    switch error.kind {
    case .resourceNotAccessible, .forbidden, .unauthorized, .notFound:
      log.append(
        "to get comments, run on 'pull_request_target' with 'pull-requests: write' (nothing of the"
          + " pull request is checked out or run), or let a workflow on 'workflow_run' comment after"
          + " this one"
      )
    default: break
    }
  }

  /// The lines for the job's log: the annotations, which the runner obeys, and text, which it does
  /// not.
  package var logLines: [String] {
    var lines: [String] = []
    if isAnnotated, let summary {
      lines += summary.annotations.map(\.command)
      if summary.omitted > 0 {
        lines.append("rubric: \(summary.omitted) more in the job's summary")
      }
    }
    return lines + log.map { "rubric: " + WorkflowLog.neutralized($0.replacing("\n", with: " ")) }
  }

  /// Adds to the job's summary and sets the step's outputs.
  package func write(to environment: ActionsEnvironment) throws(GitHubError) {
    if let path = environment.stepSummaryPath, let summary, !summary.markdown.isEmpty {
      let file = CommandFile(path: path)
      let limit = CommandFile.largestSummary - 1
      if try !file.append(summary.markdown, limit: limit) {
        try file.append("rubric: too much to be shown; see the log\n", limit: limit)
      }
    }
    guard let path = environment.outputPath, let report else { return }
    var generator = SystemRandomNumberGenerator()
    let values = [
      ("errors", "\(report.count(of: .error))"), ("warnings", "\(report.count(of: .warning))"),
      ("notes", "\(report.count(of: .note))"), ("degraded", "\(isDegraded)"),
    ]
    let text = values.map { CommandFile.output($0, $1, using: &generator) }.joined()
    try CommandFile(path: path).append(text)
  }
}
