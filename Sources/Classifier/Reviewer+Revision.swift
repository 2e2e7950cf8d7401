internal import ListModel
internal import Markdown
internal import Rules

extension Reviewer {
  /// Returns what a contribution made wrong of a list beside its entries.
  func findings(on revision: Revision) -> [Finding] {
    func context(_ document: ListDocument) -> ListContext {
      ListContext(judging: [], of: document, by: rulebook, year: year, contributed: [])
    }
    let (base, head) = (revision.base, revision.head)
    let headContext = context(head)
    let found = judge.findings(on: head, in: headContext)
    var known = KnownFindings()
    // Only where something is wrong it matters what was wrong before.
    if !revision.isWhole, !found.isEmpty {
      known.add(judge.findings(on: base, in: context(base)), about: base.text.bytes)
    }
    let introduced = known.marked(found, about: head.text.bytes)
      .filter(\.isIntroduced).map(\.finding)
    return introduced + judge.findings(on: revision, in: headContext)
  }
}

extension Judge {
  /// Returns the entry as it should read, as boldly as `level` lets it be, else with what is certain.
  func correction(
    of entry: Entry,
    _ findings: [Finding],
    in context: EntryContext,
    applying level: Fix.Applicability,
    leaving open: Set<String>
  ) -> Correction? {
    let findings = findings.filter { !context.suppressed.contains($0.rule) }
    return correct(entry, in: context, applying: level, knowing: findings, leaving: open)
  }
}
