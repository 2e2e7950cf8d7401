package import Classifier
package import ListModel
internal import Markdown
package import Review
internal import Rules

/// What is to be changed in some lists, and what is left to people.
package struct Proposal: Sendable {
  /// One list of them.
  package struct List: Sendable {
    package let path: String
    package let document: ListDocument
    /// The list with the changes made.
    package let bytes: [UInt8]
    /// In the order of the list.
    package let changes: [FactChange]
    /// What registries say that is not changed, in the order of the list.
    package let rest: [LocatedFinding]

    package var isChanged: Bool { bytes != document.text.bytes }
  }

  package let lists: [List]
  /// How many entries wait for a later run.
  package let waiting: Int
  /// How many entries somebody did not want changed so.
  package let declined: Int
  /// How many entries there are of which registries did not say all that they were asked.
  package let unanswered: Int

  package var changes: [FactChange] { lists.flatMap(\.changes) }
  /// How many entries are changed.
  package var entryCount: Int { Set(changes.map { [$0.path, "\($0.place.lines)"] }).count }
  /// How much is left to people.
  package var restCount: Int { lists.reduce(0) { $0 + $1.rest.count } }

  /// Chooses what to change: what was proposed before, then what has held the longest.
  ///
  /// - Parameters:
  ///   - sweeps: What registries say of each list.
  ///   - limit: The most entries that are changed; nil for all.
  ///   - proposed: The changes that stand in an open pull request.
  ///   - declined: The changes that somebody did not want.
  package init(
    _ sweeps: [ListSweep],
    limit: Int? = nil,
    proposed: Set<Fingerprint> = [],
    declined: Set<Fingerprint> = []
  ) {
    var candidates: [Candidate] = []
    var unwanted: Set<EntryName> = []
    for (index, sweep) in sweeps.enumerated() {
      for subject in sweep.subjects {
        let wanted = subject.changes.filter { !declined.contains($0.fingerprint) }
        if wanted.count < subject.changes.count {
          unwanted.insert(EntryName(list: index, line: subject.place.lines.lowerBound))
        }
        guard !wanted.isEmpty else { continue }
        candidates.append(
          Candidate(
            list: index,
            subject: subject,
            changes: wanted,
            isProposed: wanted.contains { proposed.contains($0.fingerprint) },
            since: wanted.compactMap(\.since).min() ?? .max
          )
        )
      }
    }
    candidates.sort { $0.isBefore($1) }
    var chosen = [[ProvedEntry]](repeating: [], count: sweeps.count)
    var taken: Set<EntryName> = []
    var next = candidates[...]
    func count() -> Int { chosen.reduce(0) { $0 + $1.count } }
    // What turns out not to go with the rest makes room for others.
    while !next.isEmpty, count() < limit ?? .max {
      let room = limit.map { $0 - count() } ?? next.count
      var isTouched = Set<Int>()
      var added = 0
      while added < room, let candidate = next.popFirst() {
        let sweep = sweeps[candidate.list]
        taken.insert(candidate.name)
        guard let entry = sweep.proved(candidate.subject, candidate.changes) else { continue }
        chosen[candidate.list].append(entry)
        isTouched.insert(candidate.list)
        added += 1
      }
      for index in isTouched { chosen[index] = sweeps[index].sound(chosen[index]) }
    }
    waiting = next.count
    self.declined = unwanted.count
    unanswered = sweeps.reduce(0) { $0 + $1.openCount }
    let waitingNames = Set(next.map(\.name))
    lists = sweeps.enumerated().map { index, sweep in
      List(
        sweep,
        chosen[index],
        besides: { line in
          let name = EntryName(list: index, line: line)
          return waitingNames.contains(name) || unwanted.contains(name)
        }
      )
    }
  }

  /// An entry of one of the lists.
  fileprivate struct EntryName: Hashable {
    let list: Int
    let line: Int
  }

  private struct Candidate {
    let list: Int
    let subject: ListSweep.Subject
    let changes: [FactChange]
    let isProposed: Bool
    let since: Int

    var name: EntryName { EntryName(list: list, line: subject.place.lines.lowerBound) }

    func isBefore(_ other: Candidate) -> Bool {
      if isProposed != other.isProposed { return isProposed }
      return (since, list, name.line) < (other.since, other.list, other.name.line)
    }
  }
}

extension Proposal.List {
  /// `isKnown` tells of an entry's first line that what could be changed there waits, or is not wanted.
  fileprivate init(_ sweep: ListSweep, _ entries: [ProvedEntry], besides isKnown: (Int) -> Bool) {
    path = sweep.path
    document = sweep.document
    bytes = sweep.document.text.bytes.applying(entries.flatMap(\.edits))
    changes = entries.sorted { $0.place.lines.lowerBound < $1.place.lines.lowerBound }
      .flatMap(\.changes)
    let done = Set(changes.map { [$0.rule, "\($0.place.lines)", $0.message.plain] })
    rest = sweep.findings.filter { located in
      let finding = located.finding
      if done.contains([finding.rule, "\(located.lines)", finding.message.plain]) { return false }
      return finding.fix == nil || !isKnown(located.lines.lowerBound)
    }
  }
}
