/// One thing that is wrong with an entry, and how it could be mended.
package struct Finding: Hashable, Sendable {
  /// The rule's ID.
  package let rule: String
  package internal(set) var severity: Severity
  package let message: Message
  /// The bytes of the entry's text that are meant; empty where something is missing.
  package let range: Range<Int>
  package private(set) var fix: Fix?
  /// The lines of the list that the finding is also about, such as the other of two duplicates.
  package var relatedLine: Int?
  /// Why it is asked for, where a maintainer's own check found it; the rules' descriptions say it
  /// for theirs.
  package var reason: String?
  /// How many of the comparable entries do what it asks for, where it rests on habit.
  package internal(set) var evidence: Evidence?
  /// What registries were asked, where it rests on their answer.
  package internal(set) var question: Question?
  /// Whether it is said only where the entry is corrected for another reason.
  package internal(set) var ridesAlong = false
  /// How loudly it is said by itself, where it rides along only beside something else.
  private var severityAlone: Severity?
  /// Whether a page shows the same with and without it.
  var isInvisible = false
  /// In what part of an entry it is, where what others have elsewhere says nothing of it.
  var part = ""

  package init(
    rule: String,
    severity: Severity,
    message: Message,
    range: Range<Int>,
    fix: Fix?,
    relatedLine: Int? = nil,
    reason: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.fix = fix
    self.relatedLine = relatedLine
    self.reason = reason
  }

  /// The finding as one that is said only where the entry is corrected for another reason.
  var ridingAlong: Finding {
    var copy = self
    if severity > .note { copy.severityAlone = severity }
    copy.severity = .note
    copy.ridesAlong = true
    return copy
  }

  /// The finding as it is said where nothing else is.
  package var standingAlone: Finding {
    guard let severityAlone else { return self }
    var copy = self
    copy.severity = severityAlone
    copy.ridesAlong = false
    copy.severityAlone = nil
    return copy
  }

  /// Returns the finding with another fix.
  func with(fix: Fix) -> Finding {
    var copy = self
    copy.fix = fix
    return copy
  }
}

/// A change of an entry's text that removes a finding.
package struct Fix: Hashable, Sendable {
  package enum Applicability: String, Hashable, Comparable, Sendable {
    /// The meaning may change, so somebody has to look.
    case needsReview = "needs-review"
    /// The meaning cannot change.
    case safe

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs == .needsReview && rhs == .safe }
  }

  package struct Edit: Hashable, Sendable {
    package let range: Range<Int>
    package let replacement: String

    package init(_ range: Range<Int>, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What it does, as an order: "Use the canonical arXiv URL".
  package let summary: String
  package let applicability: Applicability
  /// In ascending order, not overlapping.
  package let edits: [Edit]

  package init(_ summary: String, _ applicability: Applicability = .safe, edits: [Edit]) {
    self.summary = summary
    self.applicability = applicability
    self.edits = edits
  }

  package static func replace(
    _ range: Range<Int>,
    with replacement: String,
    _ summary: String,
    _ applicability: Applicability = .safe
  ) -> Fix {
    Fix(summary, applicability, edits: [Edit(range, replacement)])
  }
}
