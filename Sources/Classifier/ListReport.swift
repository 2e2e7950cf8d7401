package import Learning
package import ListModel
package import Rules

/// What is to be said about one list: what a contribution did to it, and what is wrong with that.
package struct ListReport: Sendable {
  package let path: String
  package let changes: [Change]
  /// In the order of the head's lines.
  package internal(set) var findings: [LocatedFinding]
  package internal(set) var suggestions: [Suggestion]
  /// What the contribution did to the legend by which its own tags are judged.
  package let legendChange: LegendChange
  /// The head itself, for whoever shows lines of it.
  package let document: ListDocument
  /// The rulebook by which it was judged and why it is that one; nil where nobody asked for one.
  package var settings: LearnedRulebook?
  /// What was found and is not reported, in the order of the head's lines.
  package var suppressed: [SuppressedFinding] = []
  /// What registries were asked about the entries and did not answer, so that something may be left unsaid.
  package var openQuestions: Set<Question> = []
  /// The rows of the baseline that nothing was found for, where everything was looked at.
  package var staleRows: [BaselineRow] = []
  /// How many comments of the head would let a finding be, did they stand in the base.
  package var newExceptions = 0
  /// How many entries were not looked at, because the time was up.
  package var unseen = 0
}

/// A finding that is not reported, and why.
package struct SuppressedFinding: Sendable {
  package let located: LocatedFinding
  package let suppression: Suppression
}

/// The tags that a contribution declares or takes away.
package struct LegendChange: Hashable, Sendable {
  package let added: [String]
  package let removed: [String]

  init(from base: Legend, to head: Legend) {
    added = head.items.map(\.name).filter { !base.names.contains($0) }
    removed = base.items.map(\.name).filter { !head.names.contains($0) }
  }

  package var isEmpty: Bool { added.isEmpty && removed.isEmpty }
}

/// A finding and where it is in the list's file.
package struct LocatedFinding: Sendable {
  package let finding: Finding
  /// 1-based lines, both inclusive.
  package let line: Int
  package let endLine: Int
  /// 1-based UTF-8 columns; the end is exclusive.
  package let column: Int
  package let endColumn: Int
  /// The lines of the entry, or the line of the list, that the finding is about; half-open.
  package let lines: Range<Int>
  /// The entry's; nil for a finding about the list itself.
  package let identity: Identity?
  /// Whether the contribution brought it.
  package let isIntroduced: Bool
  /// Whether a suggestion removes it.
  package internal(set) var isFixable: Bool
  /// What the finding's own range is of: the entry's text, or the list's.
  let text: [UInt8]

  /// The words that are wrong, as a baseline knows them.
  var offence: String { BaselineRow.offence(of: finding, in: text) }
}

/// Lines of a list as they should read.
package struct Suggestion: Sendable {
  /// The entry's; nil for a line that is not an entry's.
  package let identity: Identity?
  /// The 1-based lines that are replaced; half-open.
  package let lines: Range<Int>
  /// The corrected lines, joined by `\n`, without the last line end; empty to delete the lines.
  package let replacement: String
  package let rules: [String]
  package let applicability: Fix.Applicability
}
