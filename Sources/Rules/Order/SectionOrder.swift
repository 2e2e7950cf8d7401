internal import ListModel
internal import Text

/// An order that a section obeys, or that is stated for it.
struct SectionOrder {
  let key: SortKey
  /// How many neighbours do not obey it.
  let broken: Int
  /// What the entries are compared by that the contribution did not bring.
  private var values: [Int: String] = [:]
  /// What the entries are compared by that it did bring.
  private var contributedValues: [Int: String] = [:]
  /// For each run all its entries, ascending.
  private let runs: [[Int]]
  /// For each run the entries that the contribution did not bring, ascending.
  private var settled: [[Int]] = []
  /// For each run the entries that obey the order, ascending, and what they are compared by.
  private var obeying: [[(index: Int, value: String)]] = []

  struct Verdict {
    let displacement: SectionOrders.Displacement?
    var isInPlace: Bool { displacement == nil }
  }

  /// Takes the order of a key; unless it `isStated`, nil where the section does not obey it.
  init?(
    _ key: SortKey,
    isStated: Bool = false,
    _ runs: [[Int]],
    _ roster: Roster,
    _ contributed: Set<EntryPlace>
  ) {
    self.key = key
    self.runs = runs
    var entries = 0
    var keyed = 0
    var pairs = (obeying: 0, strict: 0, broken: 0)
    let most = runs.reduce(0) { $0 + $1.count - 1 }
    for run in runs {
      let settled = run.filter { !contributed.contains(roster.lines[$0].paper.place) }
      entries += settled.count
      self.settled.append(settled)
      var values: [(index: Int, value: String)] = []
      for index in settled {
        guard let value = key.value(of: roster.lines[index]) else { continue }
        if let last = values.last?.value {
          if value < last { pairs.broken += 1 } else { pairs.obeying += 1 }
          if last < value { pairs.strict += 1 }
          // In no order half of the neighbours obey; the first few say so.
          if !isStated, pairs.broken * 20 > most { return nil }
        }
        values.append((index, value))
      }
      keyed += values.count
      for (index, value) in values { self.values[index] = value }
      obeying.append(values)
    }
    let isObeyed =
      keyed >= 8 && keyed * 10 >= entries * 9 && pairs.strict >= 3
      && pairs.obeying * 100 >= (pairs.obeying + pairs.broken) * (key.isOfMonth ? 98 : 95)
      // Equal neighbours obey any order.
      && pairs.strict * 100 >= (pairs.strict + pairs.broken) * 95
    guard isObeyed || isStated else { return nil }
    broken = pairs.broken
    obeying = obeying.map(longestAscent)
    for index in runs.joined() where contributed.contains(roster.lines[index].paper.place) {
      contributedValues[index] = key.value(of: roster.lines[index])
    }
  }

  /// Tells whether an entry stands between those around it that the contribution did not bring, in any of the ways
  /// in which titles come in the alphabet.
  private func isBetweenNeighbours(_ index: Int, inRun run: Int, _ roster: Roster) -> Bool {
    let others = settled[run]
    let position = others.partitioningIndex { $0 >= index }
    let isSettled = position < others.count && others[position] == index
    let next = position + (isSettled ? 1 : 0)
    guard position > 0, next < others.count else { return false }
    return SortKey.ofTitles.contains { key in
      guard let above = key.value(of: roster.lines[others[position - 1]]),
        let value = key.value(of: roster.lines[index]),
        let below = key.value(of: roster.lines[others[next]])
      else { return false }
      return above <= value && value <= below
    }
  }

  /// Tells whether nothing but what the contribution brings stands after an entry, and right above it one that
  /// does not obey.
  private func isAppended(_ index: Int, inRun run: Int) -> Bool {
    guard let last = settled[run].last, last < index else { return false }
    return obeying[run].last?.index != last
  }

  /// Tells whether the order would be whole without an entry beside another, and not without this one: then that
  /// other is out of place, and moving this one would not mend it.
  private func isOutdone(_ index: Int, inRun run: Int) -> Bool {
    let others = runs[run]
    let position = others.partitioningIndex { $0 >= index }
    guard position < others.count, others[position] == index else { return false }
    let start = max(0, position - 3)
    let window = others[start..<min(others.count, position + 4)].map { other in
      values[other] ?? contributedValues[other]
    }
    func broken(without left: Int) -> Int {
      let kept = window.indices.lazy.filter { $0 != left }.compactMap { window[$0] }
      return zip(kept, kept.dropFirst()).count { $1 < $0 }
    }
    let own = position - start
    let least = broken(without: own)
    return [own - 1, own + 1].contains { other in
      window.indices.contains(other) && broken(without: other) < least
    }
  }

  /// Tells whether an entry stands where the order has it, nil where it has nothing to compare.
  func verdict(on index: Int, inRun run: Int, _ roster: Roster) -> Verdict? {
    guard let value = values[index] ?? contributedValues[index] else { return nil }
    let others = obeying[run]
    // An entry among those that obey is in its place.
    let position = others.partitioningIndex { $0.index >= index }
    if position < others.count, others[position].index == index {
      return Verdict(displacement: nil)
    }
    // Nor is one out of place that those beside it agree with.
    if let above = values[index - 1], let below = values[index + 1], above <= value, value <= below
    {
      return Verdict(displacement: nil)
    }
    if key.isOfTitle, isBetweenNeighbours(index, inRun: run, roster) {
      return Verdict(displacement: nil)
    }
    // Where the last entry before it was put at the end, so are new ones.
    if isAppended(index, inRun: run) { return Verdict(displacement: nil) }
    let isAfterGreater = position > 0 && others[position - 1].value > value
    let isBeforeSmaller = position < others.count && others[position].value < value
    guard isAfterGreater || isBeforeSmaller,
      !isOutdone(index, inRun: run)
    else { return Verdict(displacement: nil) }
    let place = others.partitioningIndex { $0.value > value }
    return Verdict(
      displacement: SectionOrders.Displacement(
        key: key,
        before: place > 0 ? roster.lines[others[place - 1].index].paper : nil,
        after: place < others.count ? roster.lines[others[place].index].paper : nil,
        isSlight: key.isOfMonth
          && (!isAfterGreater || isNextMonth(others[position - 1].value, value))
          && (!isBeforeSmaller || isNextMonth(others[position].value, value))
      )
    )
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
    let length = ends.partitioningIndex { values[$0].value > values[position].value }
    previous[position] = length > 0 ? ends[length - 1] : nil
    if length == ends.count { ends.append(position) } else { ends[length] = position }
  }
  var ascent: [(index: Int, value: String)] = []
  var next = ends.last
  while let position = next {
    ascent.append(values[position])
    next = previous[position]
  }
  return ascent.reversed()
}

/// Tells whether two months, as they are compared, follow each other.
private func isNextMonth(_ month: String, _ other: String) -> Bool {
  guard let month = Int(month), let other = Int(other) else { return false }
  return abs(month - other) <= 1
}
