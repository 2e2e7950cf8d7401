/// How often each kind of finding is made on some entries.
struct FindingTally: Sendable {
  private(set) var entries = 0
  private var counts: [FindingKind: Int] = [:]

  /// Takes in the findings on one entry: each kind counts once.
  mutating func add(_ findings: [Finding]) {
    entries += 1
    guard !findings.isEmpty else { return }
    var kinds: Set<FindingKind> = []
    for finding in findings {
      kinds.insert(FindingKind(finding))
      kinds.insert(FindingKind(finding, withQuotes: true))
      kinds.insert(FindingKind(of: finding.rule))
    }
    for kind in kinds { counts[kind, default: 0] += 1 }
  }

  /// Returns on how many entries a kind was found, and on how many it was looked for.
  ///
  /// With `besidesOne`, an entry that has it is not counted.
  func count(of kind: FindingKind, besidesOne: Bool) -> (found: Int, of: Int) {
    let found = counts[kind] ?? 0
    return besidesOne ? (max(0, found - 1), max(0, entries - 1)) : (found, entries)
  }
}
