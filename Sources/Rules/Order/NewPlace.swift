package import ListModel

/// Where the entries around it have a new entry that stands in its run provisionally.
package struct NewPlace: Sendable {
  /// The entries between which it belongs; nil at an end of the run.
  package let before: EntryPlace?
  package let after: EntryPlace?
  /// What the run is in order of, as in "date, newest first"; nil where it is in none.
  package let order: String?
  /// Whether the order holds, so that elsewhere the entry would be a mistake.
  package let isFirm: Bool

  /// How many neighbours in a hundred may be out of an order that a new entry follows all the same.
  private static let mostBroken = 30
  /// How few neighbours that differ show an order.
  private static let fewestStrict = 2

  /// Looks for the place of an entry of a document among the others of its run.
  package init(of place: EntryPlace, in document: ListDocument, by rulebook: Rulebook) {
    let roster = Roster(document)
    let runs = EntryRuns(document).runs
      .filter { document.entries[$0[0]].section == place.section }
    guard
      let number = runs.firstIndex(where: { run in run.contains { document.entries[$0] == place } }
      ),
      let index = runs[number].first(where: { document.entries[$0] == place })
    else {
      self.init(before: nil, after: nil, order: nil, isFirm: false)
      return
    }
    let run = runs[number].filter { $0 != index }
    let stated = rulebook.order(of: document.sections[place.section])
    let orders = SectionOrders.orders(in: runs, stated: stated, roster, contributed: [place])
    let firm = orders.compactMap { order in
      order.key.value(of: roster.lines[index]).map { (order.key, $0) }
    }
    let found =
      firm.first.map { (key: $0.0, value: $0.1) }
      ?? (stated == EntryOrder.none ? nil : Self.likely(run, index, roster))
    guard let (key, value) = found else {
      self.init(
        before: run.last.map { document.entries[$0] },
        after: nil,
        order: nil,
        isFirm: false
      )
      return
    }
    let position = Self.position(of: value, among: run.map { key.value(of: roster.lines[$0]) }, key)
    self.init(
      before: position > 0 ? document.entries[run[position - 1]] : nil,
      after: position < run.count ? document.entries[run[position]] : nil,
      order: key.name,
      isFirm: !firm.isEmpty
    )
  }

  private init(before: EntryPlace?, after: EntryPlace?, order: String?, isFirm: Bool) {
    self.before = before
    self.after = after
    self.order = order
    self.isFirm = isFirm
  }

  /// Returns the order that most of a run's entries are in, and what it compares of an entry; nil where there
  /// is none.
  private static func likely(
    _ run: [Int],
    _ index: Int,
    _ roster: Roster
  ) -> (key: SortKey, value: String)? {
    var best: (key: SortKey, value: String, broken: Int)?
    let keys: [SortKey] = [.newestMonth, .oldestMonth, .newestYear, .oldestYear, .letters]
    for key in keys {
      guard let value = key.value(of: roster.lines[index]) else { continue }
      let values = run.compactMap { key.value(of: roster.lines[$0]) }
      guard values.count * 2 > run.count else { continue }
      var (strict, broken) = (0, 0)
      for (first, second) in zip(values, values.dropFirst()) {
        if second < first { broken += 1 }
        if first < second { strict += 1 }
      }
      // Titles that happen to be in order show less than dates.
      let fewest = key.isOfTitle ? fewestStrict * 2 : fewestStrict
      let most = key.isOfTitle ? mostBroken / 3 : mostBroken
      guard strict >= fewest, broken * 100 <= (strict + broken) * most else { continue }
      let share = broken * 1000 / (strict + broken)
      if share < best?.broken ?? .max { best = (key, value, share) }
    }
    return best.map { ($0.key, $0.value) }
  }

  /// Returns where a value stands among others so that as few as possible are out of order: before its equals
  /// where the newest come first, else after them.
  private static func position(of value: String, among others: [String?], _ key: SortKey) -> Int {
    var wrong = others.count { $0.map { $0 < value } ?? false }
    var best = (position: 0, wrong: wrong)
    let isNewestFirst = key == .newestMonth || key == .newestYear
    for (index, other) in others.enumerated() {
      if let other {
        if other > value { wrong += 1 }
        if other < value { wrong -= 1 }
      }
      if wrong < best.wrong || wrong == best.wrong && !isNewestFirst {
        best = (index + 1, wrong)
      }
    }
    return best.position
  }
}
