package import Classifier
package import Rules

/// Everything one run has to say, about every list it looked at.
package struct Report: Sendable {
  /// 40 hexadecimal digits.
  package let base: String
  /// 40 hexadecimal digits; nil for the work tree.
  package let head: String?
  /// 40 hexadecimal digits; nil where GitHub said what differs, and nobody asked from where on.
  package let mergeBase: String?
  package let lists: [ListReport]
  /// Whether every entry was judged, and not only those of a contribution.
  package let looksAtAll: Bool
  /// Whether the head has a rulebook, though it may not hold yet.
  package var hasRulebookAtHead = false

  package init(
    base: String,
    head: String?,
    mergeBase: String?,
    lists: [ListReport],
    looksAtAll: Bool = false
  ) {
    self.base = base
    self.head = head
    self.mergeBase = mergeBase
    self.lists = lists
    self.looksAtAll = looksAtAll
  }

  /// The same report with the findings of some rules only.
  package func keeping(rules: Set<String>) -> Report {
    Report(
      base: base,
      head: head,
      mergeBase: mergeBase,
      lists: lists.map { $0.keeping(rules: rules) },
      looksAtAll: looksAtAll
    )
  }

  /// How many entries a contribution treats in a way, over all lists.
  package func count(of kind: Change.Kind) -> Int {
    // A change holds two entries: to look at it in its place is to copy none.
    lists.reduce(0) { sum, list in
      sum + list.changes.indices.count { list.changes[$0].kind == kind }
    }
  }

  /// How many findings of a severity the contribution brought, over all lists.
  package func count(of severity: Severity) -> Int {
    lists.reduce(0) { sum, list in
      sum
        + list.findings.indices.count {
          list.findings[$0].isIntroduced && list.findings[$0].finding.severity == severity
        }
    }
  }

  /// Tells whether the contribution brought a finding at or above a severity.
  package func hasFindings(atLeast severity: Severity) -> Bool {
    Severity.allCases.contains { $0 >= severity && count(of: $0) > 0 }
  }
}
