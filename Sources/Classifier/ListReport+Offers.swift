package import ListModel
internal import Rules

extension ListReport {
  /// Returns the report with another text offered for an entry, which somebody should look at.
  ///
  /// `rules` are those whose findings on the entry it removes.
  package func offering(
    _ replacement: String,
    insteadOf lines: Range<Int>,
    of identity: Identity,
    mending rules: [String]
  ) -> ListReport {
    var report = self
    report.suggestions.removeAll { $0.lines == lines }
    report.suggestions.append(
      Suggestion(
        identity: identity,
        lines: lines,
        replacement: replacement,
        rules: rules,
        applicability: .needsReview
      )
    )
    report.suggestions.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    for index in report.findings.indices {
      let located = report.findings[index]
      guard located.lines == lines, located.identity != nil else { continue }
      report.findings[index].isFixable = rules.contains(located.finding.rule)
    }
    return report
  }
}
