internal import Rules

extension ListReport {
  /// The same report with the findings of some rules only, and the corrections of what is left.
  package func keeping(rules: Set<String>) -> ListReport {
    let kept = findings.filter { rules.contains($0.finding.rule) }
    let lines = Set(kept.map(\.lines))
    return ListReport(
      path: path,
      changes: changes,
      findings: kept,
      suggestions: suggestions.filter { lines.contains($0.lines) },
      legendChange: legendChange,
      document: document,
      settings: settings,
      suppressed: suppressed.filter { rules.contains($0.located.finding.rule) },
      staleRows: staleRows
    )
  }
}
