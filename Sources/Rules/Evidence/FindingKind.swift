/// What findings that say the same of several entries have in common: the rule, the part of the entry and the
/// words, without numbers and without what is quoted of an entry.
struct FindingKind: Hashable, Sendable {
  let rule: String
  private let words: String
  /// What is quoted, where findings are told apart by it as well.
  private let quotes: [String]

  /// All that a rule finds.
  init(of rule: String) {
    self.rule = rule
    words = ""
    quotes = []
  }

  init(_ finding: Finding, withQuotes: Bool = false) {
    rule = finding.rule
    var words = finding.part
    for part in finding.message.parts {
      if case .text(let text) = part {
        words += String(decoding: text.utf8.filter { !(0x30...0x39).contains($0) }, as: UTF8.self)
      }
    }
    self.words = words
    quotes = withQuotes ? finding.message.quotes : []
  }

  /// Returns the kinds of some findings: with and without what they quote, and by their rules alone.
  static func kinds(of findings: [Finding]) -> Set<FindingKind> {
    guard !findings.isEmpty else { return [] }
    return Set(
      findings.flatMap {
        [FindingKind($0), FindingKind($0, withQuotes: true), FindingKind(of: $0.rule)]
      }
    )
  }
}
