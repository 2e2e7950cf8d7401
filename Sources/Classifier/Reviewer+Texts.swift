package import Markdown
package import Rules

extension ListReport {
  /// Reviews what a contribution did to a list, by the rulebook that is chosen for it.
  ///
  /// `touched`, `lookingAtAll`, `level` and `baseline` are those of `Reviewer.review`.
  package init(
    path: String,
    base: SourceText,
    head: SourceText,
    touched: [Range<Int>],
    by choice: RulebookChoice,
    year: Int,
    lookingAtAll: Bool = false,
    correcting level: Fix.Applicability = .needsReview,
    besides baseline: Baseline? = nil
  ) {
    let settings = choice.rulebook(base: base, head: head)
    var report = Reviewer(rulebook: settings.rulebook, year: year).review(
      path: path,
      base: settings.rulebook.document(base),
      head: settings.rulebook.document(head),
      touched: touched,
      lookingAtAll: lookingAtAll,
      correcting: level,
      besides: baseline
    )
    report.settings = settings
    self = report
  }
}
