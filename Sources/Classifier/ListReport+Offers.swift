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
    let suggestion = Suggestion(
      identity: identity,
      lines: lines,
      replacement: replacement,
      rules: rules,
      applicability: .needsReview
    )
    var suggestions = suggestions.filter { $0.lines != lines } + [suggestion]
    suggestions.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    let mended = Set(rules)
    let findings = findings.map { located in
      located.lines == lines && located.identity != nil
        ? located.fixable(mended.contains(located.finding.rule)) : located
    }
    var report = ListReport(
      path: path,
      changes: changes,
      findings: findings,
      suggestions: suggestions,
      legendChange: legendChange,
      document: document
    )
    report.settings = settings
    report.waived = waived
    report.hasOpenQuestions = hasOpenQuestions
    report.staleRows = staleRows
    report.unseen = unseen
    return report
  }
}

extension LocatedFinding {
  fileprivate func fixable(_ isFixable: Bool) -> LocatedFinding {
    LocatedFinding(
      finding: finding,
      line: line,
      endLine: endLine,
      column: column,
      endColumn: endColumn,
      lines: lines,
      identity: identity,
      isIntroduced: isIntroduced,
      isFixable: isFixable,
      text: text
    )
  }
}
