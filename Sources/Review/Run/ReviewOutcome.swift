internal import Git
package import GitHub
package import Rules

/// What a run has come to, apart from what it wrote on GitHub.
package struct ReviewOutcome: Sendable {
  /// What a run has come to, in a word.
  package enum Conclusion: String, Sendable {
    /// There was nothing to look at.
    case nothing
    /// Nothing was found that counts.
    case clean
    case findings
    /// There is no review, or not all of it can be seen anywhere.
    case failed
  }

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

  /// Says what the run has come to, where findings of at least this severity count; nil for none.
  ///
  /// `hasReport` tells that the report is written down somewhere in full.
  package func conclusion(failingOn severity: Severity?, hasReport: Bool) -> Conclusion {
    guard let report else { return .nothing }
    // What could not be posted has to be seen elsewhere.
    if isDegraded, !hasReport, summary?.isComplete != true { return .failed }
    if severity.map(report.hasFindings) ?? false { return .findings }
    // What was not looked at is not clean.
    return report.isWhole ? .clean : .failed
  }

  /// Says why a run failed although it went through, for the log.
  package static let failure =
    "the findings could not be posted, and are too many to be shown in the job; let the step write them to a"
    + " file with '--report', or give the token 'pull-requests: write'"

  /// Adds to the job's summary and sets the step's outputs; returns whether the summary says it all.
  ///
  /// `reportPath` is the file that the report was written to.
  package func write(
    to environment: ActionsEnvironment,
    _ conclusion: Conclusion,
    reportPath: String?
  ) throws(GitHubError) -> Bool {
    var isShown = environment.stepSummaryPath != nil
    if let path = environment.stepSummaryPath, let summary, !summary.markdown.isEmpty {
      let file = CommandFile(path: path)
      let limit = CommandFile.largestSummary - 1
      isShown = try file.append(summary.markdown, limit: limit)
      if !isShown { try file.append("rubric: too much to show here; see the log\n", limit: limit) }
    }
    guard let path = environment.outputPath else { return isShown }
    var generator = SystemRandomNumberGenerator()
    let values = [
      ("status", conclusion.rawValue), ("errors", "\(report?.count(of: .error) ?? 0)"),
      ("warnings", "\(report?.count(of: .warning) ?? 0)"),
      ("notes", "\(report?.count(of: .note) ?? 0)"), ("degraded", "\(isDegraded)"),
      ("report", reportPath ?? ""),
    ]
    let text = values.map { CommandFile.output($0, $1, using: &generator) }.joined()
    try CommandFile(path: path).append(text)
    return isShown
  }

  /// Writes the report as JSON, as `check --format json` prints it; returns whether there is one.
  package func writeReport(to path: String) throws -> Bool {
    guard let report else { return false }
    let json = report.json() + "\n"
    do {
      try WholeFile(path).write(Array(json.utf8))
    } catch {
      throw GitHubError(.fileNotWritten, "write the report to '\(path)'", reason: error.reason)
    }
    return true
  }
}
