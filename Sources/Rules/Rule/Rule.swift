package import ListModel

/// Something that can be wrong in a list.
///
/// A rule is pure: it returns findings, keeps no state, reads no file or clock and calls no network.
package protocol Rule: Sendable {
  static var description: RuleDescription { get }
  /// Whether it is silent until a rulebook gives it a severity.
  static var isOffByDefault: Bool { get }
  init()
}

/// A rule about one entry.
package protocol EntryRule: Rule {
  /// Returns what is wrong with an entry, in the order of its text.
  func check(_ entry: Entry, in context: EntryContext) -> [Finding]
}

/// A rule about what is not inside any one entry: the file, the legend, lines.
package protocol ListRule: Rule {
  /// Returns what is wrong with a list, in the order of its lines. Ranges are of the file's bytes.
  func check(_ list: ListDocument, in context: ListContext) -> [Finding]
}

/// A rule about what a contribution made of a list as a whole.
package protocol RevisionRule: Rule {
  /// Returns what is wrong with a list after a contribution that was right before, in the order of
  /// its lines.
  ///
  /// Ranges are of the head's bytes. The context is that of the head.
  func check(_ revision: Revision, in context: ListContext) -> [Finding]
}

extension Rule {
  package static var isOffByDefault: Bool { false }

  /// Makes a finding of this rule, at the severity that its description states.
  func finding(
    _ message: Message,
    at range: Range<Int>,
    fix: Fix? = nil,
    severity: Severity? = nil,
    relatedLine: Int? = nil
  ) -> Finding {
    Finding(
      rule: Self.description.id,
      severity: severity ?? Self.description.severity,
      message: message,
      range: range,
      fix: fix,
      relatedLine: relatedLine
    )
  }
}
