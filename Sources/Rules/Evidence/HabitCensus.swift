package import ListModel
internal import Parsing
internal import Synchronization
internal import Text

/// How often the entries that a contribution does not touch get the findings that it gets.
///
/// The nearest comparable entries answer: those of the same section, else those below the same heading, else
/// those of the list. Nobody is asked before there is a finding, and of many entries some answer.
package final class HabitCensus: Sendable {
  /// Which entries are compared.
  enum Group: Hashable {
    case section(Int)
    /// All below one heading.
    case below([String])
    case list
    /// The few next to a place.
    case beside(EntryPlace)
    /// All of a section, or of the list, that come with the contribution.
    case contributed(Int?)
    /// The same, whoever brings them.
    case all(Int?)
  }

  private let judge: Judge
  let document: ListDocument
  let context: ListContext
  private let entryContexts: EntryContexts
  /// Whether the contribution's own entries answer as well, because it made most of the list.
  let isRewritten: Bool
  /// What is known of entries before anybody counts.
  private let known: JudgedEntries
  private let tallies = Mutex<[Group: FindingTally]>([:])
  private let samples = Mutex<[Group: EntrySample]>([:])
  private let separators = Mutex<[Group: SeparatorTally]>([:])

  /// How many entries the list has beside those of the contribution.
  var entryCount: Int { document.entries.count - (isRewritten ? 0 : context.contributed.count) }

  /// Counts in the head of a contribution, of which some entries were judged already.
  package init(
    _ judge: Judge,
    of document: ListDocument,
    in context: ListContext,
    knowing judged: JudgedEntries
  ) {
    self.judge = judge
    self.document = document
    self.context = context
    entryContexts = EntryContexts(context, of: document)
    known = judged
    isRewritten =
      judged.isWholeList
      || Levels.rewritten.isReached(by: context.contributed.count, of: document.entries.count)
    guard judged.isWholeList else { return }
    var counted: [Group: FindingTally] = [.list: FindingTally()]
    for (position, place) in document.entries.enumerated() {
      guard let found = judged[position]?.findings else { continue }
      counted[.section(place.section), default: FindingTally()].add(found)
      counted[.list]?.add(found)
    }
    tallies.withLock { [counted] in $0 = counted }
  }

  /// How many entries get a finding of a kind.
  struct Answer {
    var nearby: (found: Int, of: Int)
    /// Whether those nearby are of the section itself.
    var isOfSection: Bool
    /// Whether all of those nearby come with the contribution.
    var isNew: Bool
    var list: (found: Int, of: Int)
    /// How many of the entries next to it get the finding.
    var beside: (found: Int, of: Int) = (0, 0)
    /// How many of the section's entries that come with the contribution get it, and how many of all.
    var own: (found: Int, of: Int) = (0, 0)
    var contributed: (found: Int, of: Int) = (0, 0)
    /// How many of the list have the very words that are complained of, in the same place.
    var alike: (found: Int, of: Int)
    /// What the few other entries of the section say, where they are too few to be nearby.
    var few: (found: Int, of: Int) = (0, 0)
  }

  /// Returns how many entries around a place, and of the list, get a finding like one there.
  func answer(to finding: Finding, at place: EntryPlace) -> Answer {
    let kind = FindingKind(finding)
    let isOwn = isRewritten
    let list = tally(.list)
    var answer = Answer(
      nearby: (0, 0),
      isOfSection: true,
      isNew: false,
      list: list.count(of: kind, besidesOne: isOwn),
      alike: finding.message.quotes.isEmpty
        ? (0, 0) : list.count(of: FindingKind(finding, withQuotes: true), besidesOne: isOwn)
    )
    let section = tally(.section(place.section))
    let isNew = !isRewritten && isNewSection(place.section)
    answer.nearby = section.count(of: kind, besidesOne: isOwn || isNew)
    // A key is a word of the list's, not a way to write.
    answer.isNew = isNew
    answer.beside = tally(.beside(place)).count(of: kind, besidesOne: false)
    if !isRewritten {
      answer.own = tally(.contributed(place.section)).count(of: kind, besidesOne: true)
      answer.contributed = tally(.contributed(nil)).count(of: kind, besidesOne: true)
    }
    if isNew, Levels.isWord(finding.rule) { answer.nearby = (0, 0) }
    // One other that has what nobody chose is a slip as well.
    if isNew, answer.nearby.of < 2, !Levels.restsOnHabit(finding.rule) { answer.nearby = (0, 0) }
    if answer.nearby.of < Levels.fewest, !isNew { answer.few = answer.nearby }
    if answer.nearby.of < Levels.fewest, !isNew, let parent = parent(of: place.section) {
      let around = tally(.below(parent)).count(of: kind, besidesOne: isOwn)
      if around.of >= Levels.fewest {
        answer.nearby = around
        answer.isOfSection = false
      }
    }
    return answer
  }

  /// Returns how many entries of the section of a place get anything of a rule.
  func sectionCount(of rule: String, at place: EntryPlace) -> (found: Int, of: Int) {
    tally(.section(place.section)).count(
      of: FindingKind(of: rule),
      besidesOne: isRewritten || isNewSection(place.section)
    )
  }

  /// Returns the share of the list's entries that have white space which nobody sees, counted in the bytes
  /// of all of them.
  func shareOfEntries(where isSo: (ArraySlice<UInt8>) -> Bool) -> (found: Int, of: Int) {
    var (found, total) = (0, 0)
    for place in document.entries where !context.contributed.contains(place) {
      total += 1
      if isSo(document.bytes(of: place)) { found += 1 }
    }
    return (found, total)
  }

  /// Returns how many of some entries of the list have the same signs after the same field as one has where a
  /// finding is; nobody where that is not between two fields, or where the section has none of them.
  func alikeSeparators(
    to finding: Finding,
    of entry: Entry,
    at place: EntryPlace
  ) -> (found: Int, of: Int) {
    guard let separator = entry.separators.first(where: { $0.range.overlaps(finding.range) }),
      let key = SeparatorTally.key(of: separator, in: entry)
    else { return (0, 0) }
    let nearby = separatorTally(.section(place.section)).count(of: key, besidesOne: isRewritten)
    if nearby.of >= Levels.some, nearby.found == 0 { return (0, 0) }
    return separatorTally(.list).count(of: key, besidesOne: isRewritten)
  }

  /// Returns how many of the entries that have what a finding is about do what it asks for: of the section,
  /// where so many are there, else of the list.
  func evidence(
    for finding: Finding,
    about subject: Subject,
    at place: EntryPlace,
    isNear: Bool
  ) -> Evidence? {
    let kind = FindingKind(finding)
    for scope in isNear ? [Evidence.Scope.section, .list] : [.list] {
      let group: Group = scope == .section ? .section(place.section) : .list
      let (count, isAll) = count(kind, among: subject, of: group, besides: place)
      guard count.of >= Levels.fewest else { continue }
      let evidence = Evidence(
        agree: count.of - count.found,
        of: count.of,
        in: scope,
        isSample: !isAll
      )
      if scope == .list || Levels.isConvincing(evidence) { return evidence }
    }
    return nil
  }

  private func count(
    _ kind: FindingKind,
    among subject: Subject,
    of group: Group,
    besides place: EntryPlace
  ) -> (count: (found: Int, of: Int), isAll: Bool) {
    if known.isWholeList, subject == .entry {
      return (tally(group).count(of: kind, besidesOne: true), true)
    }
    let sample = sample(group)
    return (sample.count(of: kind, among: subject, besides: place), sample.isAll)
  }

  private func separatorTally(_ group: Group) -> SeparatorTally {
    if let known = separators.withLock({ $0[group] }) { return known }
    let tally = SeparatorTally(places(of: group).places.map(document.entry))
    separators.withLock { $0[group] = tally }
    return tally
  }

  private func tally(_ group: Group) -> FindingTally {
    if let known = tallies.withLock({ $0[group] }) { return known }
    var tally = FindingTally()
    if known.isWholeList {
      for place in places(of: group).places {
        if let found = judged(at: place)?.findings { tally.add(found) }
      }
    } else {
      for row in sample(group).rows { tally.add(row.kinds) }
    }
    tallies.withLock { [tally] in $0[group] = tally }
    return tally
  }

  func sample(_ group: Group) -> EntrySample {
    if let known = samples.withLock({ $0[group] }) { return known }
    let (places, isAll) = places(of: group)
    // Of more than can be counted none need be read.
    if case .all = group, !isAll {
      let none = EntrySample(rows: [], isAll: false)
      samples.withLock { $0[group] = none }
      return none
    }
    let rows = places.concurrentMap { place -> EntrySample.Row? in
      if let judged = judged(at: place) {
        return EntrySample.Row(place: place, entry: judged.entry, judged.findings)
      }
      // There was no time to look at it, nor is there now.
      if known.isWholeList { return nil }
      let entry = document.entry(at: place)
      let findings = judge.rawFindings(on: entry, in: entryContexts[place])
      return EntrySample.Row(place: place, entry: entry, findings)
    }
    .compactMap { $0 }
    let sample = EntrySample(rows: rows, isAll: isAll && rows.count == places.count)
    samples.withLock { $0[group] = sample }
    return sample
  }

  /// Returns the entry at a place and what was found on it, where it was judged already.
  private func judged(at place: EntryPlace) -> (entry: Entry, findings: [Finding])? {
    document.index(of: place).flatMap { known[$0] }
  }
}
