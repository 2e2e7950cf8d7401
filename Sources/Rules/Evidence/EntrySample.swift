internal import ListModel

/// Some entries of a list, with what is found on them: they are counted beside a finding on another.
struct EntrySample: Sendable {
  struct Row: Sendable {
    let place: EntryPlace
    let entry: Entry
    let kinds: Set<FindingKind>

    init(place: EntryPlace, entry: Entry, _ findings: [Finding]) {
      self.place = place
      self.entry = entry
      kinds = FindingKind.kinds(of: findings)
    }
  }

  let rows: [Row]
  /// Whether these are all that there are.
  let isAll: Bool

  /// Returns the sample without the entries at some places.
  func without(_ places: Set<EntryPlace>) -> EntrySample {
    EntrySample(rows: rows.filter { !places.contains($0.place) }, isAll: isAll)
  }

  /// Returns how many entries get a finding of a kind, and how many have what it is about, besides one.
  func count(
    of kind: FindingKind,
    among subject: Subject,
    besides place: EntryPlace
  ) -> (found: Int, of: Int) {
    let others = rows.filter { $0.place != place && subject.isPart(of: $0.entry) }
    return (others.count { $0.kinds.contains(kind) }, others.count)
  }
}
