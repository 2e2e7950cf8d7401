internal import ListModel
internal import Markdown
internal import Rules

/// What is not reported of one list: what the base's comments let be, what the rulebook ignores, and
/// what is in the baseline.
struct Suppressions {
  /// The rules that comments silence on entries, with the reason, by the head's entries.
  private var allowed: [EntryPlace: [String: String]] = [:]
  /// The rules about the list that comments silence, with the reason.
  private var allowedOnList: [String: String] = [:]
  private let ignored: [IgnoredFinding]
  /// How often each row of the baseline has not been met yet.
  private var rows: [BaselineRow: Int] = [:]
  private let path: String

  /// Only a comment that stands in the base lets anything be: it is known by the entry that it stood
  /// at, wherever that is in the head.
  init(
    base: ListDocument,
    head: ListDocument,
    _ matching: Matching,
    ignored: [IgnoredFinding],
    rows: [BaselineRow]
  ) {
    self.ignored = ignored
    path = rows.first?.path ?? ""
    for row in rows { self.rows[row, default: 0] += 1 }
    let suppressionComments = base.suppressionComments.filter(\.comment.isComplete)
    guard !suppressionComments.isEmpty else { return }
    let heads = Dictionary(
      matching.partner.enumerated().compactMap { index, partner in
        partner.map { (base.entries[$0], head.entries[index]) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    let listRules = Set(RuleCatalogue.listRules.map { $0.description.id })
    for suppressionComment in suppressionComments {
      for rule in suppressionComment.comment.rules.map(\.text) {
        if listRules.contains(rule) {
          allowedOnList[rule] = suppressionComment.comment.reason
        } else if let place = suppressionComment.place.flatMap({ heads[$0] }) {
          allowed[place, default: [:]][rule] = suppressionComment.comment.reason
        }
      }
    }
  }

  /// Counts the comments that would let something be, did they stand in the base.
  static func newComments(in head: ListDocument, since base: ListDocument) -> Int {
    func sentences(_ document: ListDocument) -> [[String]] {
      document.suppressionComments.map(\.comment).filter(\.isComplete)
        .map { $0.rules.map(\.text) + [$0.reason] }
    }
    guard head.text.bytes != base.text.bytes else { return 0 }
    let old = Set(sentences(base))
    return sentences(head).count { !old.contains($0) }
  }

  /// Takes out of the findings on an entry what is not reported.
  mutating func take(
    from findings: inout [MarkedFinding],
    on entry: Entry,
    at place: EntryPlace
  ) -> [(finding: MarkedFinding, suppression: Suppression)] {
    let isIdle = allowed.isEmpty && ignored.isEmpty && rows.isEmpty
    guard !isIdle else { return [] }
    var suppressed: [(finding: MarkedFinding, suppression: Suppression)] = []
    var reported: [MarkedFinding] = []
    let identity = entry.identity
    let titleKey = ignored.isEmpty ? "" : entry.titleKey
    for marked in findings {
      let finding = marked.finding
      let suppression =
        allowed[place]?[finding.rule].map(Suppression.allowed)
        ?? ignored.first { $0.matches(finding.rule, on: identity, titled: titleKey) }
        .map(Suppression.ignored)
        ?? baselineSuppression(finding, on: identity, in: entry.text)
      if let suppression {
        suppressed.append((marked, suppression))
      } else {
        reported.append(marked)
      }
    }
    findings = reported
    return suppressed
  }

  /// Tells why a finding about the list itself is not reported; nil where it is.
  mutating func suppression(for finding: Finding, in document: ListDocument) -> Suppression? {
    if let reason = allowedOnList[finding.rule] { return .allowed(reason: reason) }
    if let row = ignored.first(where: { $0.matches(finding.rule, on: nil, titled: "") }) {
      return .ignored(row)
    }
    return baselineSuppression(finding, on: nil, in: document.text.bytes)
  }

  /// The rows that nothing was found for, in order.
  var rowsLeft: [BaselineRow] {
    rows.flatMap { Array(repeating: $0.key, count: $0.value) }.sorted()
  }

  private mutating func baselineSuppression(
    _ finding: Finding,
    on identity: Identity?,
    in text: [UInt8]
  ) -> Suppression? {
    guard !rows.isEmpty else { return nil }
    let row = BaselineRow(
      path: path,
      rule: finding.rule,
      identity: identity,
      offence: BaselineRow.offence(of: finding, in: text)
    )
    guard let count = rows[row] else { return nil }
    rows[row] = count > 1 ? count - 1 : nil
    return .baseline
  }
}
