internal import ListModel
internal import Parsing

extension LinkLessons {
  /// Returns the labels that are used or stated, and whether links have to stand in their order.
  ///
  /// The order in which a list states labels holds where most entries keep it: it may name them in any.
  func learnedLabels(
    knowing known: LinkLabels,
    stated: [String]
  ) -> (labels: LinkLabels, isOrdered: Bool) {
    // One of several, as in `Code/Project`.
    let stated = stated.flatMap { $0.split(separator: "/").map(String.init) }
    let groups = labelGroups(knowing: known, stated: stated)
    let places = Dictionary(
      uniqueKeysWithValues: Set(groups.names).map { ($0, place(of: $0)) }
    )
    let names = groups.names.sorted { (places[$0] ?? 1, $0) < (places[$1] ?? 1, $1) }
    func labels(_ names: [String]) -> LinkLabels {
      LinkLabels(
        names.map { ($0, []) },
        isClosed: groups.isClosed,
        accepted: groups.accepted,
        knowing: known
      )
    }
    let first = stated.filter(names.contains)
    let asStated = labels(names.ordered(as: first))
    if first.count > 1, order(by: asStated).isCommon { return (asStated, true) }
    let asUsed = labels(names)
    let order = order(by: asUsed)
    return (asUsed, order.total > 0 && order.isCertain)
  }

  /// Returns how many entries with several links have them in the order of some labels.
  private func order(by labels: LinkLabels) -> UsualSeparator {
    let ranks = rows.compactMap { row -> [Int]? in
      let ranks = row.compactMap { labels.name(of: $0).flatMap(labels.names.firstIndex(of:)) }
      return ranks.count == row.count && Set(ranks).count > 1 ? ranks : nil
    }
    let obeying = ranks.count { zip($0, $0.dropFirst()).allSatisfy { $0 <= $1 } }
    return UsualSeparator(text: "", count: obeying, total: ranks.count)
  }

  /// Where a label stands among those of its entry, on average: 0 is first, 1 last.
  private func place(of label: String) -> Double {
    let places = rows.filter { $0.count > 1 }.flatMap { row in
      row.indices.filter { row[$0] == label }.map { Double($0) / Double(row.count - 1) }
    }
    return places.isEmpty ? 1 : places.reduce(0, +) / Double(places.count)
  }

  /// Returns the labels that are used or stated, each under its stated or most common form, and the forms
  /// that stay as they are.
  ///
  /// Other words for the same thing stay as they are, unless hardly anybody uses them.
  private func labelGroups(
    knowing known: LinkLabels,
    stated: [String]
  ) -> (names: [String], accepted: Set<String>, isClosed: Bool) {
    func kind(_ label: String) -> String {
      let key = LinkLabels.key(label)
      return known.name(of: key) ?? key
    }
    let fewest = max(3, labels.total / 50)
    var groups: [String: Tally<String>] = [:]
    for (label, count) in labels.ranked { groups[kind(label), default: Tally()].add(label, count) }
    var names: [String] = []
    var accepted: Set<String> = []
    var covered = 0
    for (key, group) in groups.sorted(by: { ($1.value.total, $0.key) < ($0.value.total, $1.key) })
    where group.total >= fewest {
      covered += group.total
      guard let most = group.most else { continue }
      let said = stated.filter { label in
        kind(label) == key && Statement.holds(group.counts[label] ?? 0, of: group.total)
      }
      names.append(said.first ?? most.thing)
      // Words of which one is a norm have to yield to it.
      if !said.isEmpty {
        accepted.formUnion(said)
      } else if Share.usual.isReached(by: most.count, of: group.total, fewest: 8) {
        accepted.insert(most.thing)
      } else {
        accepted.formUnion(group.counts.keys)
      }
    }
    var kinds = Set(names.map(kind))
    names += stated.filter { kinds.insert(kind($0)).inserted }
    let isClosed = Share.certain.isReached(by: covered, of: labels.total, fewest: 20)
    return (names, accepted, isClosed)
  }
}

extension [String] {
  /// Returns them with some of them in another order, at the places that these have together.
  fileprivate func ordered(as some: [String]) -> [String] {
    var rest = some[...]
    return map { some.contains($0) ? rest.popFirst() ?? $0 : $0 }
  }
}
