package import Markdown
package import Rules

extension ListReport {
  /// Reviews what a contribution did to a list, by the rulebook that is chosen for it.
  ///
  /// `touched`, `lookingAtAll`, `level`, `baseline` and `isChanged` are those of `Reviewer.review`; once
  /// `isTimeUp`, no further entry is looked at.
  package init(
    path: String,
    base: SourceText,
    head: SourceText,
    touched: [Range<Int>],
    by choice: RulebookChoice,
    year: Int,
    lookingAtAll: Bool = false,
    correcting level: Fix.Applicability = .needsReview,
    besides baseline: Baseline? = nil,
    isTimeUp: @escaping @Sendable () -> Bool = { false },
    whereChanged isChanged: (String) throws -> Bool
  ) rethrows {
    let settings = choice.rulebook(base: base, head: head)
    let old = settings.document(base)
    let new = base.bytes == head.bytes ? old : settings.document(head)
    var report = try Reviewer(
      rulebook: settings.rulebook,
      year: year,
      isTimeUp: isTimeUp
    )
    .review(
      path: path,
      base: old,
      head: new,
      touched: touched,
      lookingAtAll: lookingAtAll,
      correcting: level,
      besides: baseline,
      whereChanged: isChanged
    )
    report.settings = settings
    self = report
  }
}
