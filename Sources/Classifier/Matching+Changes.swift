package import ListModel
internal import Markdown

extension Matching {
  /// Lists what happened to the entries: first those of the head in the order of its lines, then
  /// the removed ones in the order of the base's. Entries of which nothing is to be told are left out.
  package func changes(from base: ListDocument, to head: ListDocument) -> [Change] {
    let reordered = reordered
    var changes: [Change] = []
    for (index, place) in head.entries.enumerated() {
      guard let partner = partner[index] else {
        changes.append(
          Change(kind: .added, fields: [], isTouched: true, head: head.side(of: place), base: nil))
        continue
      }
      let basePlace = base.entries[partner]
      let isReordered = reordered.contains(index)
      let isMoved =
        isReordered || head.section(of: place).path != base.section(of: basePlace).path
      let isSame = head.bytes(of: place) == base.bytes(of: basePlace)
      if isSame, !isMoved { continue }
      let headSide = head.side(of: place)
      let baseSide = base.side(of: basePlace)
      changes.append(
        Change(
          kind: isMoved ? .moved : .changed,
          fields: isSame ? [] : differences(baseSide.entry, headSide.entry),
          isTouched: !isSame || isReordered, head: headSide, base: baseSide))
    }
    for index in removed {
      changes.append(
        Change(
          kind: .removed, fields: [], isTouched: true, head: nil,
          base: base.side(of: base.entries[index])))
    }
    return changes
  }

  private func differences(_ base: Entry, _ head: Entry) -> [Change.Field] {
    let old = base.content
    let new = head.content
    var fields: [Change.Field] = []
    if old.tags != new.tags { fields.append(.tags) }
    if old.title != new.title { fields.append(.title) }
    if old.venue != new.venue { fields.append(.venue) }
    if old.year != new.year { fields.append(.year) }
    if base.links.map(\.address) != head.links.map(\.address) { fields.append(.links) }
    return fields.isEmpty ? [.text] : fields
  }

  /// The head entries that stand elsewhere among the others: those outside the longest run of pairs
  /// that kept their order, so as few as possible. A heading that comes or goes reorders nothing.
  private var reordered: Set<Int> {
    let pairs = partner.enumerated().compactMap { head, base in base.map { (head: head, base: $0) } }
    let kept = longestIncreasingRun(pairs.map(\.base))
    guard kept.count < pairs.count else { return [] }
    return Set(pairs.indices.filter { !kept.contains($0) }.map { pairs[$0].head })
  }
}

extension ListDocument {
  fileprivate func side(of place: EntryPlace) -> Change.Side {
    Change.Side(place: place, section: section(of: place).path, entry: entry(at: place))
  }
}

extension Link {
  /// What a link says: its label and where it goes.
  fileprivate var address: [String?] { [label, url] }
}

/// Returns the positions of a longest increasing subsequence, by patience sorting.
private func longestIncreasingRun(_ numbers: [Int]) -> Set<Int> {
  if zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) { return Set(numbers.indices) }
  // The position of the smallest number that ends a run of each length, and what came before it.
  var ends: [Int] = []
  var previous: [Int?] = []
  for (position, number) in numbers.enumerated() {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
    }
    previous.append(low > 0 ? ends[low - 1] : nil)
    if low == ends.count { ends.append(position) } else { ends[low] = position }
  }
  var run: Set<Int> = []
  var position = ends.last
  while let current = position {
    run.insert(current)
    position = previous[current]
  }
  return run
}
