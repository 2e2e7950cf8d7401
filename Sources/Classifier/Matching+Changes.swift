package import ListModel
internal import Markdown
internal import Parsing
internal import Text

extension Matching {
  /// Lists what happened to the entries: first those of the head in the order of its lines, then
  /// the removed ones in the order of the base's.
  ///
  /// Entries of which nothing is to be told are left out.
  ///
  /// `touched` are the head's lines that the difference between both files adds, 1-based, half-open.
  package func changes(
    from base: ListDocument,
    to head: ListDocument,
    touched: [Range<Int>]
  ) -> [Change] {
    let isTouched = overlaps(of: head.entries.map(\.lines), with: touched)
    let reordered = reordered(isTouched)
    var changes: [Change] = []
    lazy var looseInBase = LooseLines(of: base)
    lazy var looseInHead = LooseLines(of: head)
    for (index, place) in head.entries.enumerated() {
      guard let partner = partner[index] else {
        // What stood there before is not new because it is taken for an entry now.
        if !isTouched[index], looseInBase.contain(place, of: head) { continue }
        changes.append(
          Change(kind: .added, fields: [], isTouched: true, head: head.side(of: place), base: nil)
        )
        continue
      }
      let basePlace = base.entries[partner]
      let isReordered = reordered.contains(index)
      let isMoved =
        isReordered || head.section(of: place).path != base.section(of: basePlace).path
      let isSame = head.bytes(of: place).hasBytes(of: base.bytes(of: basePlace))
      if isSame, !isMoved { continue }
      let headSide = head.side(of: place)
      let baseSide = base.side(of: basePlace)
      changes.append(
        Change(
          kind: isMoved ? .moved : .changed,
          fields: isSame ? [] : differences(baseSide.entry, headSide.entry),
          isTouched: isTouched[index],
          head: headSide,
          base: baseSide
        )
      )
    }
    for index in removed {
      if looseInHead.contain(base.entries[index], of: base) { continue }
      changes.append(
        Change(
          kind: .removed,
          fields: [],
          isTouched: true,
          head: nil,
          base: base.side(of: base.entries[index])
        )
      )
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

  /// The touched head entries that stand elsewhere among those that were left alone.
  ///
  /// A heading that comes or goes reorders nothing, nor does a change of all line ends.
  private func reordered(_ isTouched: [Bool]) -> Set<Int> {
    var reordered: Set<Int> = []
    var last = -1
    for (head, base) in partner.enumerated() {
      guard let base else { continue }
      if !isTouched[head] { last = max(last, base) } else if base < last { reordered.insert(head) }
    }
    var next = Int.max
    for (head, base) in partner.enumerated().reversed() {
      guard let base else { continue }
      if !isTouched[head] { next = min(next, base) } else if base > next { reordered.insert(head) }
    }
    return reordered
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

/// Tells for each of some ascending ranges whether one of others, ascending too, overlaps it.
private func overlaps(of ranges: [Range<Int>], with others: [Range<Int>]) -> [Bool] {
  var index = 0
  return ranges.map { range in
    while index < others.count, others[index].upperBound <= range.lowerBound { index += 1 }
    return index < others.count && others[index].overlaps(range)
  }
}
