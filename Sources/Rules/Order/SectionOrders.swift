package import ListModel
internal import Text

/// The orders that sections keep their entries in, and which entries stand out of them.
package struct SectionOrders: Sendable {
  /// Where an entry belongs that stands elsewhere.
  package struct Displacement: Sendable {
    let key: SortKey
    /// The entries between which it belongs, nil at an end.
    let before: PaperIndex.Paper?
    let after: PaperIndex.Paper?
    /// Whether it is out of place by a month, which nobody minds where no order is stated.
    let isSlight: Bool
  }

  private var displacements: [EntryPlace: Displacement] = [:]

  package static let none = SectionOrders()

  private init() {}

  /// How few entries make an order.
  static let fewest = 8

  /// Finds the places that do not obey the order of their section, among `asked`, or among all where it
  /// is nil.
  ///
  /// A section's order is the one that the rulebook states, else what the section itself shows; what a
  /// contribution brings has no say in that.
  init(
    of document: ListDocument,
    by rulebook: Rulebook,
    _ roster: Roster,
    _ runs: EntryRuns,
    asked: Set<EntryPlace>?,
    contributed: Set<EntryPlace>
  ) {
    let sections = asked.map { Set($0.map(\.section)) }
    let bySection = Dictionary(grouping: runs.runs) { document.entries[$0[0]].section }
      .filter { sections?.contains($0.key) ?? true }
    let found = Array(bySection).concurrentMap { section, runs in
      Self.displacements(
        in: runs,
        of: document,
        stated: rulebook.order(of: document.sections[section]),
        roster,
        asked: asked,
        contributed: contributed
      )
    }
    for (place, displacement) in found.joined() { displacements[place] = displacement }
  }

  /// Returns how many sections keep each order, and how many are long enough to keep one.
  ///
  /// `entries` are those of the document, in their order.
  package static func kept(
    in document: ListDocument,
    reading entries: [Entry]
  ) -> (counts: [EntryOrder: Int], sections: Int) {
    let sections = Dictionary(grouping: EntryRuns(document).runs) {
      document.entries[$0[0]].section
    }
    let roster = Roster(document, reading: { entries[$0] })
    let long = sections.values.filter { runs in runs.reduce(0) { $0 + $1.count } >= fewest }
    let orders = long.flatMap { runs in
      Set(Self.orders(in: runs, stated: nil, roster, contributed: []).map(\.key.order))
    }
    return (Dictionary(orders.map { ($0, 1) }, uniquingKeysWith: +), long.count)
  }

  /// Returns the orders that hold in a section, given as its runs.
  ///
  /// Where a title is to come in the alphabet has several answers: of these the ones hold that the
  /// section obeys, and where it obeys none, any that its stated order can mean.
  static func orders(
    in runs: [[Int]],
    stated: EntryOrder?,
    _ roster: Roster,
    contributed: Set<EntryPlace>
  ) -> [SectionOrder] {
    let isLong = runs.reduce(0) { $0 + $1.count } >= Self.fewest
    guard isLong || stated != nil, stated != EntryOrder.none else { return [] }
    // Titles cost most to compare, and in most sections they are in no order.
    let isByTitle = stated == nil && isNearlyByTitle(runs, roster)
    let keys = SortKey.allCases.filter { key in
      stated.map { $0 == key.order } ?? (isByTitle || !key.isOfTitle)
    }
    var found = keys.compactMap { SectionOrder($0, runs, roster, contributed) }
    // Capitals come first only where that alone explains what is there, and whole lines are compared only where
    // that explains as much.
    let fewest = found.filter { $0.key.isOfTitle && $0.key != .bytes && $0.key != .line }
      .map(\.broken).min()
    if let fewest {
      found.removeAll { $0.key == .bytes && $0.broken >= fewest }
      found.removeAll { $0.key == .line && $0.broken > fewest }
    }
    guard found.isEmpty, stated != nil else { return found }
    return keys.compactMap { SectionOrder($0, isStated: true, runs, roster, contributed) }
  }

  /// Returns the places that do not obey the order of a section, given as its runs.
  private static func displacements(
    in runs: [[Int]],
    of document: ListDocument,
    stated: EntryOrder?,
    _ roster: Roster,
    asked: Set<EntryPlace>?,
    contributed: Set<EntryPlace>
  ) -> [(EntryPlace, Displacement)] {
    let orders = orders(in: runs, stated: stated, roster, contributed: contributed)
    guard !orders.isEmpty else { return [] }
    var displacements: [(EntryPlace, Displacement)] = []
    for (number, run) in runs.enumerated() {
      for index in run {
        let place = document.entries[index]
        guard asked?.contains(place) ?? true else { continue }
        let found = orders.compactMap { $0.verdict(on: index, inRun: number, roster) }
        // Where several orders hold, an entry that obeys one of them is in its place.
        guard let first = found.first, !found.contains(where: { $0.isInPlace }),
          let displacement = first.displacement, stated != nil || !displacement.isSlight
        else { continue }
        displacements.append((place, displacement))
      }
    }
    return displacements
  }

  /// Returns where an entry belongs, nil where it stands there already or where its section has no
  /// order.
  package func displacement(of place: EntryPlace) -> Displacement? { displacements[place] }
}

/// Tells whether three in four neighbours are in order of title.
private func isNearlyByTitle(_ runs: [[Int]], _ roster: Roster) -> Bool {
  var pairs = 0
  var obeying = 0
  for run in runs {
    for (first, second) in zip(run, run.dropFirst()) {
      pairs += 1
      if roster.lines[first].paper.titleKey <= roster.lines[second].paper.titleKey { obeying += 1 }
    }
  }
  return obeying * 4 >= pairs * 3
}
