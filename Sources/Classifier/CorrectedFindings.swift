internal import Rules

/// What is said of an entry, with the correction that goes with it.
struct CorrectedFindings {
  private(set) var marked: [MarkedFinding]
  private(set) var correction: Correction?

  /// Corrects an entry, and takes back what the correction does not bear out.
  ///
  /// `findings` are those on the entry, `marked` those that are not let be.
  init(
    _ marked: [MarkedFinding],
    among findings: [Finding],
    by judge: Judge,
    correct: (_ findings: [Finding], _ leaving: Set<String>) -> Correction?
  ) {
    let correction = marked.isEmpty ? nil : correct(findings, [])
    self.correction = correction
    func doubting(_ finding: Finding) -> Finding {
      judge.doubting(finding, among: findings, after: correction)
    }
    // An entry that was not read as it was meant still has what nobody sees, and that is mended by itself.
    let sure = marked.filter { doubting($0.finding) == $0.finding }
    if sure.count < marked.count, !sure.contains(where: { $0.finding.severity > .note }) {
      let alone = sure.map {
        MarkedFinding(finding: $0.finding.standingAlone, isIntroduced: $0.isIntroduced)
      }
      let doubted = Set(marked.map(\.finding.rule)).subtracting(sure.map(\.finding.rule))
      if alone.contains(where: { $0.finding.severity > .note }),
        let other = correct(alone.map(\.finding), doubted)
      {
        self.marked = alone.filter { $0.isSaid(beside: other) }
        self.correction = other
        return
      }
    }
    self.marked = marked.filter { $0.isSaid(beside: correction) }.map { marked in
      MarkedFinding(finding: doubting(marked.finding), isIntroduced: marked.isIntroduced)
    }
  }
}

extension MarkedFinding {
  /// Whether it is said: what is said only beside a correction goes where there is none.
  fileprivate func isSaid(beside correction: Correction?) -> Bool {
    !finding.ridesAlong || correction?.rules.contains(finding.rule) ?? false
  }
}
