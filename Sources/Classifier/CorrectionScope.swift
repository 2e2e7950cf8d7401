package import Rules

/// Which findings are corrected, where not all are.
package struct CorrectionScope: Sendable {
  /// How certain corrections are at least.
  package var level: Fix.Applicability
  /// The rules whose findings are left as they are.
  package var open: Set<String>
  /// Whether notes that rest on what other entries do are left as they are.
  package var leavesHabits: Bool

  package static let needsReview = CorrectionScope(.needsReview)
  package static let safe = CorrectionScope(.safe)

  package init(
    _ level: Fix.Applicability,
    leaving open: Set<String> = [],
    leavesHabits: Bool = false
  ) {
    self.level = level
    self.open = open
    self.leavesHabits = leavesHabits
  }

  /// Tells whether a finding is left as it is.
  package func leaves(_ finding: Finding) -> Bool {
    if open.contains(finding.rule) { return true }
    return leavesHabits && finding.severity == .note && finding.evidence != nil
  }

  /// Returns the rules of which some findings on an entry or a line are left as they are.
  func open(among findings: [Finding]) -> Set<String> {
    let corrected = Set(findings.lazy.filter { !leaves($0) }.map(\.rule))
    return open.union(findings.lazy.map(\.rule).filter { !corrected.contains($0) })
  }
}
