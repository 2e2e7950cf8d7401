internal import Classifier
package import GitHub
internal import Rules
internal import Text
internal import YAML

/// What a run shows in GitHub Actions without writing on the pull request.
package struct JobSummary: Sendable {
  /// The annotations, of each level the ten that the runner keeps.
  package let annotations: [Annotation]
  /// How many more there would be.
  package let omitted: Int
  /// Markdown for the job's summary, below the runner's limit; empty where there is nothing to say.
  package let markdown: String
  /// Whether the Markdown says something of everything.
  package let isComplete: Bool

  private static let mostAnnotations = 10

  package init(_ lineComments: [LineComment], of report: Report, writing text: ReviewText) {
    annotations = Self.annotations(lineComments)
    omitted = lineComments.count - annotations.count
    guard !lineComments.isEmpty else {
      markdown = ""
      isComplete = true
      return
    }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = report.count(of: severity)
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    let blocks = ["### rubric: \(counts.joined(separator: ", "))"] + text.notices
    // Half of what the runner takes, for other commands of the same step may write there too.
    let shown = text.blocks(lineComments, limit: CommandFile.largestSummary / 2)
    isComplete = shown.missing == 0
    markdown = (blocks + shown.blocks).joined(separator: "\n\n") + "\n"
  }

  /// Returns the annotations that the runner keeps, the worst first.
  static func annotations(_ lineComments: [LineComment]) -> [Annotation] {
    let all = lineComments.map(Annotation.init)
    return [Annotation.Level.error, .warning, .notice].flatMap { level in
      all.filter { $0.level == level }.prefix(mostAnnotations)
    }
  }

  /// Says in the job's summary why there is no review, for that is where maintainers look, and sets
  /// the output by which later steps know.
  static func show(_ error: any Error, in environment: ActionsEnvironment) throws(GitHubError) {
    if let path = environment.stepSummaryPath {
      let heading = error is YAMLError ? "the rulebook has a mistake" : "no review was made"
      let text = "### rubric: \(heading)\n\n\(MarkdownText.copied("\(error)"))\n"
      try CommandFile(path: path).append(text, limit: CommandFile.largestSummary - 1)
    }
    guard let path = environment.outputPath else { return }
    var generator = SystemRandomNumberGenerator()
    let status = ReviewOutcome.Conclusion.failed.rawValue
    try CommandFile(path: path)
      .append(CommandFile.output("status", status, using: &generator))
  }
}

extension Annotation {
  /// What a comment would say, as plain text.
  fileprivate init(_ lineComment: LineComment) {
    let findings = lineComment.findings.map { located in
      located.finding.message.plain + (located.isIntroduced ? "" : " (it was there before)")
    }
    var lines = findings
    if let suggestion = lineComment.suggestion {
      let corrected = suggestion.replacement
      let promise = lineComment.findings.promise
      lines.append(
        corrected.isEmpty
          ? "Delete this line." : promise.prefix(1).uppercased() + promise.dropFirst() + ":"
      )
      lines += corrected.split(separator: "\n").map { String($0).withVisibleControls }
    }
    let rules = lineComment.findings.map(\.finding.rule)
    let level: Level =
      switch lineComment.severity {
      case .error: .error
      case .warning: .warning
      case .note: .notice
      }
    self.init(
      level,
      WorkflowLog.neutralized(lines.joined(separator: "\n")),
      title: "rubric: \(Set(rules).sorted().joined(separator: ", "))",
      file: lineComment.path,
      lines: lineComment.lines
    )
  }
}
