package import Classifier
package import Learning
package import ListModel
package import Markdown
internal import Parsing
package import Review
package import Rules
internal import Text

/// What registries say of one list: what can be changed for certain, and what a person has to look at.
package struct ListSweep: Sendable {
  package let path: String
  package let document: ListDocument
  /// An entry with the changes that were found for it, whether or not they can be vouched for.
  package struct Subject: Sendable {
    package let place: EntryPlace
    package let changes: [FactChange]
  }

  /// In the order of the list.
  package let subjects: [Subject]
  /// Everything that registries say, in the order of the list.
  package let findings: [LocatedFinding]
  /// The entries as they stand, with what was asked about them and not answered.
  package let openEntries: Set<Fingerprint>
  /// How many entries there are of which something was asked and not answered.
  package let openCount: Int

  private let report: ListReport
  private let base: ListDocument
  private let judge: Judge
  private let reviewer: Reviewer
  private let context: ListContext

  /// The IDs of the rules that rest on what registries say.
  package static let rules = Set(RuleCatalogue.factRules.map { $0.description.id })

  /// Looks at a list, of which an older version may be known.
  package init(
    _ path: String,
    base: SourceText,
    head: SourceText,
    by choice: RulebookChoice,
    year: Int,
    knowing facts: FactTable
  ) {
    let settings = choice.rulebook(base: base, head: head)
    let old = settings.document(base)
    let new = base.bytes == head.bytes ? old : settings.document(head)
    self.path = path
    self.base = old
    document = new
    judge = Judge(settings.rulebook)
    reviewer = Reviewer(rulebook: settings.rulebook, year: year, knowing: facts)
    report = Self.review(path, old, new, by: reviewer)
    let said = report.findings.filter {
      Self.rules.contains($0.finding.rule) && $0.identity != nil
    }
    var context = ListContext(
      judging: nil,
      of: new,
      by: settings.rulebook,
      year: year,
      contributed: []
    )
    context.facts = facts
    context.venueHabits = VenueHabits(of: new, by: settings.rulebook, besides: [])
    self.context = context
    let places = Dictionary(new.entries.map { ($0.lines, $0) }) { first, _ in first }
    var found: [EntryPlace: [FactChange]] = [:]
    for located in said {
      guard let place = places[located.lines], located.finding.fix != nil,
        let change = FactChange(
          located.finding,
          on: new.entry(at: place),
          at: place,
          in: path
        )
      else { continue }
      found[place, default: []].append(change)
    }
    findings = said
    subjects = new.entries.compactMap { place in
      found[place].map { Subject(place: place, changes: $0) }
    }
    let open = facts.hasOpenQuestions ? Self.openEntries(of: new, in: path, facts) : []
    openEntries = Set(open.joined())
    openCount = open.count
  }

  private static func openEntries(
    of document: ListDocument,
    in path: String,
    _ facts: FactTable
  ) -> [[Fingerprint]] {
    document.entries.concurrentMap { place -> [Fingerprint] in
      let entry = document.entry(at: place)
      return facts.openQuestions(about: [entry]).map { entry.key(in: path, $0) }
    }
    .filter { !$0.isEmpty }
  }

  /// The entries that registries can be asked about, before anything is known of them.
  package static func entriesToAsk(
    base: SourceText,
    head: SourceText,
    by choice: RulebookChoice
  ) -> [Entry] {
    let document = choice.rulebook(base: base, head: head).document(head)
    return document.entries.concurrentMap { document.fields(at: $0) }
  }

  /// Returns those changes of an entry that can be vouched for together, with their edits of the list.
  func proved(_ subject: Subject, _ changes: [FactChange]) -> ProvedEntry? {
    let entry = document.entry(at: subject.place)
    let proof = ChangeProof(
      entry,
      in: EntryContexts(context, of: document)[subject.place],
      by: judge
    )
    var (kept, edits): ([FactChange], [Fix.Edit]) = ([], [])
    if let all = proof.edits(of: changes) {
      (kept, edits) = (changes, all)
    } else if changes.count > 1 {
      for change in changes {
        guard let more = proof.edits(of: kept + [change]) else { continue }
        (kept, edits) = (kept + [change], more)
      }
    }
    guard !kept.isEmpty else { return nil }
    let start = document.text.range(ofLines: subject.place.lines).lowerBound
    let located = edits.map { edit in
      let range = entry.sourceRange(edit.range)
      return Fix.Edit(range.lowerBound + start..<range.upperBound + start, edit.replacement)
    }
    return ProvedEntry(place: subject.place, changes: kept, edits: located)
  }

  /// Returns as many entries as can be changed together without anything newly wrong anywhere in the list.
  func sound(_ entries: [ProvedEntry]) -> [ProvedEntry] {
    var entries = entries
    // What is newly wrong with an entry that was changed is its own doing.
    while !entries.isEmpty {
      let faults = faults(after: entries)
      if faults.isEmpty { return entries }
      let innocent = entries.filter { !faults.contains($0.place.lines.lowerBound) }
      if innocent.count == entries.count { break }
      entries = innocent
    }
    return sound(entries[...], beside: [])
  }

  /// Adds as many entries as go with others, by halves.
  private func sound(_ more: ArraySlice<ProvedEntry>, beside kept: [ProvedEntry]) -> [ProvedEntry] {
    if more.isEmpty || faults(after: kept + more).isEmpty { return kept + more }
    guard more.count > 1 else { return kept }
    let middle = more.startIndex + more.count / 2
    return sound(more[middle...], beside: sound(more[..<middle], beside: kept))
  }

  /// Returns the first lines of the entries, and of lines beside them, of which more is found after some changes.
  private func faults(after entries: [ProvedEntry]) -> Set<Int> {
    let text = SourceText(document.text.bytes.applying(entries.flatMap(\.edits)))
    let changed = reviewer.rulebook.document(text)
    guard changed.entries.map(\.lines) == document.entries.map(\.lines) else { return [0] }
    func counts(_ report: ListReport) -> [Place: Int] {
      report.findings.reduce(into: [:]) { counts, located in
        let place = Place(line: located.lines.lowerBound, rule: located.finding.rule)
        counts[place, default: 0] += 1
      }
    }
    let (before, after) = (counts(report), counts(Self.review(path, base, changed, by: reviewer)))
    return Set(after.filter { $0.value > before[$0.key] ?? 0 }.map(\.key.line))
  }

  private struct Place: Hashable {
    let line: Int
    let rule: String
  }

  private static func review(
    _ path: String,
    _ base: ListDocument,
    _ head: ListDocument,
    by reviewer: Reviewer
  ) -> ListReport {
    reviewer.review(
      path: path,
      base: base,
      head: head,
      touched: [],
      lookingAtAll: true,
      // A note that is said only beside a correction is said beside that of the preprint, and is not new after it.
      correcting: .needsReview
    )
  }
}

/// An entry with changes that can be vouched for.
package struct ProvedEntry: Sendable {
  package let place: EntryPlace
  package let changes: [FactChange]
  /// Edits of the list, in ascending order.
  let edits: [Fix.Edit]
}
