/// Which rules are held against habit, and which of them about nothing that a reader sees.
extension Levels {
  /// Rules about what two entries are to each other, or what the list as a whole is: no habit excuses them
  /// that their own counts do not know.
  private static let absolute: Set = [
    "conflicting-identifier", "conflicting-title", "duplicate-entry", "edited-generated-list",
    "misnumbered-entry", "misordered-entry", "paper-in-other-section", "unknown-suppression",
  ]

  /// Rules that ask for what the others do.
  package static let habitual: Set = [
    "colon-after-tags", "exclamation-mark", "indented-entry", "link-label-case", "link-order",
    "linked-title", "malformed-key", "malformed-link", "malformed-marker", "malformed-venue",
    "misplaced-punctuation", "misplaced-space", "missing-field", "missing-full-stop",
    "missing-line-break", "missing-link", "missing-tags", "missing-title", "missing-venue",
    "non-canonical-arxiv-url", "small-initial", "stray-full-stop", "unexpected-tags",
    "unknown-cell-value", "unknown-link-label", "unlinked-title", "wrapped-entry",
    "wrong-cell-count", "wrong-emphasis", "field-order", "wrong-indentation",
    "wrong-link-separator",
  ]

  /// Rules about what a page shows alike.
  private static let invisible: Set = [
    "doubled-space", "missing-final-newline", "smart-quote", "tab-character", "trailing-space",
  ]

  /// Rules about words that the list has for something: a new section has the same.
  private static let words: Set = ["malformed-key", "repeated-key", "unknown-tag"]

  static func isWord(_ rule: String) -> Bool { words.contains(rule) }

  /// Rules about what a page does not show as it was meant: that a contribution, or the entries next to one, have it
  /// throughout makes it no way to write.
  private static let broken: Set = [
    "malformed-url", "space-in-link", "unbalanced-bracket", "unclosed-emphasis", "unmarked-link",
  ]

  static func isBroken(_ rule: String) -> Bool { broken.contains(rule) }

  /// Rules about what takes nothing from anybody where entries differ in it.
  private static let cosmetic: Set = ["link-label-case"]

  static func isCosmetic(_ rule: String) -> Bool { cosmetic.contains(rule) }

  /// Rules about what an entry has nowhere.
  private static let absences: Set = [
    "missing-field", "missing-link", "missing-tags", "missing-title", "missing-venue",
  ]

  static func isAboutAbsence(_ rule: String) -> Bool { absences.contains(rule) }

  /// Rules about one stroke in a field that an entry has: who leaves it out leaves it out everywhere.
  private static let strokes: Set = [
    "malformed-venue", "missing-full-stop", "small-initial", "stray-full-stop",
  ]

  static func isAboutStroke(_ rule: String) -> Bool { strokes.contains(rule) }

  /// Rules about what stands between two fields.
  private static let separators: Set = [
    "misplaced-punctuation", "wrong-emphasis", "wrong-link-separator",
  ]

  static func isAboutSeparators(_ rule: String) -> Bool { separators.contains(rule) }

  /// What a registry says of one entry, no other entry answers for.
  private static let facts = Set(RuleCatalogue.factRules.map { $0.description.id })

  static func isAbsolute(_ rule: String) -> Bool {
    absolute.contains(rule) || facts.contains(rule)
  }

  /// The rules that any of these sets names.
  static let named = absolute.union(habitual).union(invisible).union(words).union(broken).union(
    cosmetic
  )
  .union(absences).union(separators).union(strokes)

  static func restsOnHabit(_ rule: String) -> Bool { habitual.contains(rule) }

  /// Tells whether a page is the same with and without what was found.
  static func isInvisible(_ finding: Finding) -> Bool {
    finding.isInvisible || invisible.contains(finding.rule) && finding.severity < .error
  }
}
