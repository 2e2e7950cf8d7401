package import ListModel
internal import Markdown
internal import Parsing
package import Rules
internal import Text

/// Compares two versions of a list and judges what came between them.
package struct Reviewer: Sendable {
  package let rulebook: Rulebook
  let judge: Judge
  /// The UTC calendar year of the head commit.
  let year: Int
  /// What registries say of the entries.
  let facts: FactTable

  /// Tells whether there is no time for further entries.
  let isTimeUp: @Sendable () -> Bool

  package init(
    rulebook: Rulebook,
    year: Int,
    isTimeUp: @escaping @Sendable () -> Bool = { false },
    knowing facts: FactTable = .none
  ) {
    self.rulebook = rulebook
    self.year = year
    self.isTimeUp = isTimeUp
    self.facts = facts
    judge = Judge(rulebook)
  }

  /// Reviews what a contribution did to a list: the entries that it adds, changes or moves, and the
  /// list itself.
  ///
  /// With `lookingAtAll`, every entry is judged as if it were new.
  ///
  /// `touched` are the head's lines that the difference between both files adds, 1-based, half-open.
  /// Corrections go as far as `scope` lets them. `isChanged` tells whether the contribution changes
  /// another file of the repository; it is asked about those that lists are generated from. What the
  /// base's comments, the rulebook or the baseline let be is not reported.
  package func review(
    path: String,
    base: ListDocument,
    head: ListDocument,
    touched: [Range<Int>],
    lookingAtAll: Bool = false,
    correcting scope: CorrectionScope = .needsReview,
    besides baseline: Baseline? = nil,
    whereChanged isChanged: (String) throws -> Bool
  ) rethrows -> ListReport {
    let matching = Matching(base: base, head: head)
    let changes = matching.changes(from: base, to: head, touched: touched)
    var suppressions = Suppressions(
      base: base,
      head: head,
      matching,
      ignored: rulebook.ignored,
      rows: baseline?.rows(of: path) ?? []
    )
    let revision = try Revision(
      path: path,
      base: base,
      head: head,
      by: rulebook,
      touched: touched,
      changes: changes,
      lookingAtAll: lookingAtAll,
      isChanged: isChanged
    )
    // What is wrong with an entry that a program writes, is wrong in its source.
    let subjects =
      (lookingAtAll
      ? head.entries.map { Subject(place: $0, isTouched: true, isPlaced: true) }
      : changes.compactMap(Subject.init))
      .filter { !revision.isGenerated($0.place.lines.lowerBound) }
    let (entries, listFindings) = subjects.concurrentMap(
      { $0.entry ?? head.entry(at: $0.place) },
      beside: { findings(on: revision) }
    )
    var (judgements, unseen) = judge(
      subjects,
      entries,
      matching,
      base: base,
      head: head,
      lookingAtAll: lookingAtAll,
      correcting: scope,
      &suppressions
    )
    // Where the heading of a paper was read as its title, one mistake would be two.
    let conflicts = Set(
      judgements.flatMap(\.findings).filter { $0.finding.rule == ConflictingTitle.description.id }
        .map(\.line)
    )
    judgements += listFindings.filter { finding in
      finding.rule != ConflictingHeading.description.id
        || !conflicts.contains(head.text.position(at: finding.range.lowerBound).line)
    }
    .map {
      Judgement($0, suppression: suppressions.suppression(for: $0, in: head), in: head)
    }
    judgements.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    return ListReport(
      path: path,
      changes: changes,
      findings: judgements.flatMap(\.findings),
      suggestions: judgements.compactMap(\.suggestion),
      legendChange: LegendChange(from: base.legend, to: head.legend),
      document: head,
      suppressed: judgements.flatMap(\.suppressed),
      staleRows: lookingAtAll ? suppressions.rowsLeft : [],
      newExceptions: Suppressions.newComments(in: head, since: base),
      unseen: unseen
    )
  }

  /// Reviews what a contribution did to a list, of which nothing else is known to be changed.
  ///
  /// With a default in its place, a closure that throws nothing would still have to be tried.
  package func review(
    path: String,
    base: ListDocument,
    head: ListDocument,
    touched: [Range<Int>],
    lookingAtAll: Bool = false,
    correcting scope: CorrectionScope = .needsReview,
    besides baseline: Baseline? = nil
  ) -> ListReport {
    review(
      path: path,
      base: base,
      head: head,
      touched: touched,
      lookingAtAll: lookingAtAll,
      correcting: scope,
      besides: baseline,
      whereChanged: { _ in false }
    )
  }

  /// An entry of the head that has to be judged.
  fileprivate struct Subject: Sendable {
    let place: EntryPlace
    /// As it was read already; nil where it was not.
    var entry: Entry?
    var base: Change.Side?
    /// Whether the contribution wrote its lines, or only something around them.
    let isTouched: Bool
    /// Whether the contribution chose its place.
    let isPlaced: Bool
  }

  /// What is said of an entry.
  fileprivate struct Answer {
    /// The index of the subject.
    let index: Int
    /// What is wrong with it, before anything was let be.
    let findings: [Finding]
    let marked: [MarkedFinding]
    let suppressed: [(finding: MarkedFinding, suppression: Suppression)]
  }

  private func judge(
    _ subjects: [Subject],
    _ entries: [Entry],
    _ matching: Matching,
    base: ListDocument,
    head: ListDocument,
    lookingAtAll: Bool,
    correcting scope: CorrectionScope,
    _ suppressions: inout Suppressions
  ) -> (judgements: [Judgement], unseen: Int) {
    let contributed = lookingAtAll ? [] : Set(subjects.filter(\.isTouched).map(\.place))
    var headContext = ListContext(
      judging: lookingAtAll ? nil : Array(zip(subjects.map(\.place), entries)),
      of: head,
      by: rulebook,
      year: year,
      contributed: contributed,
      placed: lookingAtAll ? nil : Set(subjects.filter(\.isPlaced).map(\.place)),
      reading: lookingAtAll && entries.count == head.entries.count ? entries : nil
    )
    if !facts.isEmpty {
      headContext.facts = facts
      headContext.venueHabits = VenueHabits(of: head, by: rulebook, besides: contributed)
    }
    // Entries are large: what is known of one is kept by its index.
    let unweighed = EntryContexts(headContext, of: head)
    let raw = Array(subjects.indices).concurrentMap { index -> [Finding]? in
      // Nil: it was not looked at.
      if isTimeUp() { return nil }
      return judge.rawFindings(on: entries[index], in: unweighed[subjects[index].place])
    }
    let seen = raw.map { $0 ?? [] }
    if judge.rests(onHabit: seen) {
      let known = JudgedEntries(
        subjects.map(\.place),
        entries,
        raw,
        of: head,
        isWholeList: lookingAtAll
      )
      headContext.census = HabitCensus(judge, of: head, in: headContext, knowing: known)
    }
    let contexts = EntryContexts(headContext, of: head)
    let judged = Array(subjects.indices).concurrentMap { index -> (index: Int, [Finding])? in
      guard !seen[index].isEmpty else { return nil }
      let context = contexts[subjects[index].place]
      let findings = judge.weighed(seen[index], on: entries[index], in: context)
      return findings.isEmpty ? nil : (index, findings)
    }
    .compactMap { $0 }
    // Only where something is wrong it matters what was wrong before.
    let bases = judged.compactMap { subjects[$0.index].base }
    var baseContext = ListContext(
      judging: bases.map { ($0.place, $0.entry) },
      of: base,
      by: rulebook,
      year: year,
      contributed: Set(bases.map(\.place)),
      placed: [],
      beside: (head, headContext, matching.headIndices)
    )
    baseContext.facts = headContext.facts
    baseContext.venueHabits = headContext.venueHabits
    let baseContexts = EntryContexts(baseContext, of: base)
    let answers = judged.compactMap { index, findings -> Answer? in
      let subject = subjects[index]
      var known = KnownFindings()
      if let side = subject.base {
        let findings = judge.findings(on: side.entry, in: baseContexts[side.place])
        known.add(findings, about: side.entry.text)
      }
      var marked = known.marked(findings, about: entries[index].text)
      // An entry under another heading answers for nothing but the conflicts of its new section.
      if !subject.isTouched { marked.removeAll { !$0.isIntroduced } }
      guard !marked.isEmpty else { return nil }
      let suppressed = suppressions.take(from: &marked, on: entries[index], at: subject.place)
      return Answer(index: index, findings: findings, marked: marked, suppressed: suppressed)
    }
    let judgements = answers.concurrentMap { answer -> Judgement? in
      let (entry, place) = (entries[answer.index], subjects[answer.index].place)
      var context = contexts[place]
      // A paper that is in the list already has to go, whatever else is wrong with the entry.
      let isDuplicate = answer.marked.contains { marked in
        marked.isIntroduced && marked.finding.severity == .error
          && marked.finding.rule == DuplicateEntry.description.id
      }
      context.suppressed = Set(answer.suppressed.map(\.finding.finding.rule))
        .subtracting(answer.marked.map(\.finding.rule))
      let said = CorrectedFindings(answer.marked, among: answer.findings, by: judge) {
        [context] findings, open in
        isTimeUp()
          ? nil
          : judge.correction(
            of: entry,
            findings,
            in: context,
            applying: scope.level,
            leaving: open.union(scope.open(among: findings))
          )
          .flatMap { isDuplicate && !$0.text.isEmpty ? nil : $0 }
      }
      guard !said.marked.isEmpty || !answer.suppressed.isEmpty else { return nil }
      return Judgement(
        said.marked,
        suppressed: answer.suppressed,
        on: entry,
        at: place,
        in: head,
        correction: said.correction
      )
    }
    .compactMap { $0 }
    return (judgements, raw.count { $0 == nil })
  }
}

extension Reviewer.Subject {
  fileprivate init?(_ change: Change) {
    guard let head = change.head else { return nil }
    self.init(
      place: head.place,
      entry: head.entry,
      base: change.base,
      isTouched: change.isTouched,
      isPlaced: change.isTouched && change.kind != .changed
    )
  }
}
