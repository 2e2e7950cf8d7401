package import ListModel

/// The orders that sections keep their entries in, and which entries stand out of them.
package struct SectionOrders: Sendable {
  /// Where an entry belongs that stands elsewhere.
  package struct Displacement: Sendable {
    let key: SortKey
    /// The entries between which it belongs, nil at an end.
    let before: PaperIndex.Paper?
    let after: PaperIndex.Paper?
  }

  private var displacements: [EntryPlace: Displacement] = [:]

  package static let none = SectionOrders()

  private init() {}

  /// How few entries make an order.
  private static let fewest = 8

  /// Finds the orders of some sections, and the places that do not obey them among `asked`; among
  /// all where it is nil.
  ///
  /// What a contribution brings has no say in how a section is ordered.
  init(
    of document: ListDocument,
    _ roster: Roster,
    _ runs: EntryRuns,
    asked: Set<EntryPlace>?,
    contributed: Set<EntryPlace>
  ) {
    let sections = asked.map { Set($0.map(\.section)) }
    let bySection = Dictionary(grouping: runs.runs) { document.entries[$0[0]].section }
      .filter { section, runs in
        sections?.contains(section) ?? true && runs.reduce(0) { $0 + $1.count } >= Self.fewest
      }
    let found = Array(bySection.values).concurrentMap {
      Self.displacements(in: $0, of: document, roster, asked: asked, contributed: contributed)
    }
    for (place, displacement) in found.joined() { displacements[place] = displacement }
  }

  /// Finds the orders of a section, given as its runs, and the places that do not obey them.
  private static func displacements(
    in runs: [[Int]],
    of document: ListDocument,
    _ roster: Roster,
    asked: Set<EntryPlace>?,
    contributed: Set<EntryPlace>
  ) -> [(EntryPlace, Displacement)] {
    // Titles cost most to compare, and in most sections they are in no order.
    let isByTitle = isNearlyByTitle(runs, roster)
    let orders = SortKey.allCases.filter { isByTitle || !$0.isOfTitle }.compactMap {
      SectionOrder($0, runs, roster, contributed)
    }
    guard !orders.isEmpty else { return [] }
    var displacements: [(EntryPlace, Displacement)] = []
    for (number, run) in runs.enumerated() {
      for index in run {
        let place = document.entries[index]
        guard asked?.contains(place) ?? true else { continue }
        let found = orders.compactMap { $0.verdict(on: index, inRun: number, roster) }
        // Where several orders hold, an entry that obeys one of them is in its place.
        guard let first = found.first, !found.contains(where: { $0.isInPlace }),
          let displacement = first.displacement
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
