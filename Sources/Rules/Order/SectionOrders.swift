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
    for (section, runs) in bySection
    where sections?.contains(section) ?? true && runs.reduce(0, { $0 + $1.count }) >= Self.fewest {
      let orders = SortKey.allCases.compactMap { key -> Order? in
        Order(key, runs, roster, contributed)
      }
      guard !orders.isEmpty else { continue }
      for (number, run) in runs.enumerated() {
        for index in run {
          let place = document.entries[index]
          guard asked?.contains(place) ?? true else { continue }
          let found = orders.compactMap { $0.verdict(on: index, inRun: number, roster) }
          // Where several orders hold, an entry that obeys one of them is in its place.
          guard let first = found.first, !found.contains(where: { $0.isInPlace }) else { continue }
          displacements[place] = first.displacement
        }
      }
    }
  }

  /// Returns where an entry belongs, nil where it stands there already or where its section has no
  /// order.
  package func displacement(of place: EntryPlace) -> Displacement? { displacements[place] }
}

/// An order that a section obeys.
private struct Order {
  private let key: SortKey
  /// For each run the entries that obey the order, ascending, and what they are compared by.
  private var obeying: [[(index: Int, value: String)]] = []

  struct Verdict {
    let displacement: SectionOrders.Displacement?
    var isInPlace: Bool { displacement == nil }
  }

  init?(_ key: SortKey, _ runs: [[Int]], _ roster: Roster, _ contributed: Set<EntryPlace>) {
    self.key = key
    var entries = 0
    var keyed = 0
    var pairs = (obeying: 0, strict: 0, broken: 0)
    // In a random order half of the neighbours obey; a few say so.
    for run in runs {
      let settled = run.filter { !contributed.contains(roster.lines[$0].paper.place) }
      entries += settled.count
      let values = settled.compactMap { index in
        key.value(of: roster.lines[index]).map { (index: index, value: $0) }
      }
      keyed += values.count
      for (first, second) in zip(values, values.dropFirst()) {
        if second.value < first.value { pairs.broken += 1 } else { pairs.obeying += 1 }
        if first.value < second.value { pairs.strict += 1 }
      }
      if pairs.broken > 3, pairs.broken * 4 > pairs.obeying { return nil }
      obeying.append(values)
    }
    guard keyed >= 8, keyed * 10 >= entries * 9, pairs.strict >= 3,
      pairs.obeying * 100 >= (pairs.obeying + pairs.broken) * 95,
      // Equal neighbours obey any order.
      pairs.strict * 100 >= (pairs.strict + pairs.broken) * 95
    else { return nil }
    obeying = obeying.map(longestAscent)
  }

  /// Tells whether an entry stands where the order has it, nil where it has nothing to compare.
  func verdict(on index: Int, inRun run: Int, _ roster: Roster) -> Verdict? {
    guard let value = key.value(of: roster.lines[index]) else { return nil }
    let others = obeying[run]
    // An entry among those that obey is in its place.
    let position = others.partition { $0.index >= index }
    if position < others.count, others[position].index == index {
      return Verdict(displacement: nil)
    }
    let isBehindGreater = position > 0 && others[position - 1].value > value
    let isBeforeSmaller = position < others.count && others[position].value < value
    guard isBehindGreater || isBeforeSmaller else { return Verdict(displacement: nil) }
    let place = others.partition { $0.value > value }
    return Verdict(
      displacement: SectionOrders.Displacement(
        key: key,
        before: place > 0 ? roster.lines[others[place - 1].index].paper : nil,
        after: place < others.count ? roster.lines[others[place].index].paper : nil
      )
    )
  }
}

extension [(index: Int, value: String)] {
  /// Returns the first position at which a condition holds that holds at all later ones.
  fileprivate func partition(where condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Returns as many elements as can be kept so that none is smaller than the one before.
private func longestAscent(
  _ values: [(index: Int, value: String)]
) -> [(index: Int, value: String)] {
  // The last element of the best ascent of each length, and what came before each element.
  var ends: [Int] = []
  var previous = [Int?](repeating: nil, count: values.count)
  for position in values.indices {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if values[ends[middle]].value > values[position].value {
        high = middle
      } else {
        low = middle + 1
      }
    }
    previous[position] = low > 0 ? ends[low - 1] : nil
    if low == ends.count { ends.append(position) } else { ends[low] = position }
  }
  var ascent: [(index: Int, value: String)] = []
  var next = ends.last
  while let position = next {
    ascent.append(values[position])
    next = previous[position]
  }
  return ascent.reversed()
}
