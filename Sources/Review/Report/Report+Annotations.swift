internal import GitHub

extension Report {
  /// The report as workflow commands of GitHub Actions, a line each: of each level the ten that the
  /// runner keeps, and a line that counts.
  ///
  /// Nothing of the list can be a command of its own.
  package func workflowCommands() -> String {
    let lineComments = lineComments
    let annotations = JobSummary.annotations(lineComments)
    var lines = annotations.map(\.command)
    lines += lists.compactMap(\.readingNotice).map { notice in
      Annotation(
        .warning,
        notice.plain,
        file: notice.path,
        lines: notice.line.map { $0...$0 }
      ).command
    }
    let omitted = lineComments.count - annotations.count
    var counts = "rubric: " + summary(style: .plain)
    if omitted > 0 { counts += "; \(omitted) not shown, for the runner keeps ten of a level" }
    lines.append(WorkflowLog.neutralized(counts))
    return lines.joined(separator: "\n")
  }
}
