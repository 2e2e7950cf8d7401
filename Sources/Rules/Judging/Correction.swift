/// An entry as it should read.
package struct Correction: Hashable, Sendable {
  /// The corrected text; empty where the entry should go.
  package let text: [UInt8]
  /// The rules whose findings it removes, in the order in which they were found.
  package let rules: [String]
  package let applicability: Fix.Applicability
  /// What is still said of the corrected text.
  private let left: Set<Complaint>

  init(text: [UInt8], rules: [String], applicability: Fix.Applicability, left: Set<Complaint>) {
    self.text = text
    self.rules = rules
    self.applicability = applicability
    self.left = left
  }

  /// Tells whether it removes a finding: of two by one rule it may remove one.
  package func removes(_ finding: Finding) -> Bool {
    rules.contains(finding.rule) && !left.contains(Complaint(finding))
  }
}

/// What a finding says, wherever it is.
struct Complaint: Hashable, Sendable {
  let rule: String
  let message: Message

  init(_ finding: Finding) { (rule, message) = (finding.rule, finding.message) }
}
