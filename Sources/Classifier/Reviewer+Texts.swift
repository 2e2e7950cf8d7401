package import Learning
package import ListModel
package import Markdown
internal import Parsing
package import Rules
internal import Text

extension ListReport {
  /// Reviews what a contribution did to a list, by the rulebook that is chosen for it.
  ///
  /// `facts` are what registries say of the entries, see ``entriesToAsk``.
  /// `touched`, `lookingAtAll`, `scope`, `baseline` and `isChanged` are those of `Reviewer.review`; once
  /// `isTimeUp`, no further entry is looked at.
  package init(
    path: String,
    base: SourceText,
    head: SourceText,
    touched: [Range<Int>],
    by choice: RulebookChoice,
    year: Int,
    lookingAtAll: Bool = false,
    correcting scope: CorrectionScope = .needsReview,
    besides baseline: Baseline? = nil,
    isTimeUp: @escaping @Sendable () -> Bool = { false },
    knowing facts: FactTable = .none,
    whereChanged isChanged: (String) throws -> Bool
  ) rethrows {
    let settings = choice.rulebook(base: base, head: head)
    let old = settings.document(base)
    let new = base.bytes == head.bytes ? old : settings.document(head)
    var report = try Reviewer(
      rulebook: settings.rulebook,
      year: year,
      isTimeUp: isTimeUp,
      knowing: facts
    )
    .review(
      path: path,
      base: old,
      head: new,
      touched: touched,
      lookingAtAll: lookingAtAll,
      correcting: scope,
      besides: baseline,
      whereChanged: isChanged
    )
    report.settings = settings
    report.openQuestions = facts.openQuestions(
      about: facts.hasOpenQuestions ? report.entriesToAsk(lookingAtAll: lookingAtAll) : []
    )
    self = report
  }
  /// The entries that registries can be asked about: those that the contribution wrote, or all.
  package func entriesToAsk(lookingAtAll: Bool) -> [Entry] {
    lookingAtAll
      ? document.entries.concurrentMap { document.fields(at: $0) }
      : changes.filter(\.isTouched).compactMap(\.head?.entry)
  }
  /// Papers of the list that nobody has to be asked about: what is there can be asked along, to tell whether
  /// an answer is one.
  package var companions: [ArXivID] {
    document.entries.prefix(20).compactMap { place in
      if case .arXiv(let id) = document.fields(at: place).identity { id } else { nil }
    }
  }
}
