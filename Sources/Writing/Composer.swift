internal import ListModel

/// Writes entries after the entries around them.
struct Composer: Sendable {
  /// An entry as it was written, without its marker.
  struct Draft: Sendable {
    let text: [UInt8]
    let mould: Mould
    let cost: Double
    /// What is known and wanted, and has no place.
    let left: [Slot]
  }

  let filling: Filling
  private let wanted: [Slot]
  private var book: MouldBook { filling.book }

  /// How common a field has to be among the neighbours to be written where it is known.
  private static let leastShare = 0.15

  init(_ filling: Filling) {
    self.filling = filling
    wanted = Self.wanted(filling)
  }

  /// Returns what is to stand in the entry.
  private static func wanted(_ filling: Filling) -> [Slot] {
    let known = filling.particulars
    let book = filling.book
    func isCommon(_ slot: Slot) -> Bool { book.share(of: slot) >= leastShare }
    var wanted: [Slot] = [.title]
    if !known.authors.isEmpty, isCommon(.authors) { wanted.append(.authors) }
    if known.venue != nil, isCommon(.venue) { wanted.append(.venue) }
    if known.year != nil, isCommon(.year) { wanted.append(.year) }
    if known.date != nil || known.arXiv != nil, isCommon(.date) { wanted.append(.date) }
    if known.description != nil, isCommon(.description) { wanted.append(.description) }
    if !known.tags.isEmpty { wanted.append(.tags) }
    if !known.keywords.isEmpty, isCommon(.keywords) { wanted.append(.keywords) }
    if filling.wantsName { wanted.append(.name) }
    for key in known.details.keys.sorted() { wanted.append(.detail(key)) }
    for (role, links) in filling.addresses.sorted(by: { $0.key < $1.key }) {
      for ordinal in links.indices { wanted.append(.address(role, ordinal)) }
    }
    for label in known.pending { wanted.append(.pending(filling.role(of: label))) }
    if known.page != nil { wanted.append(.address(Slot.page, 0)) }
    return wanted
  }

  /// Returns entries after the moulds that fit best, the best first.
  func drafts(atMost limit: Int) -> [Draft] {
    let rated = book.moulds.enumerated().compactMap { index, mould in
      cost(of: mould).map { (cost: $0, index: index) }
    }
    let best = rated.sorted { ($0.cost, -$0.index) < ($1.cost, -$1.index) }
    var seen: Set<[UInt8]> = []
    var drafts: [Draft] = []
    for (cost, index) in best.prefix(limit * 10) where drafts.count < limit {
      guard let draft = draft(after: book.moulds[index], cost), seen.insert(draft.text).inserted
      else { continue }
      drafts.append(draft)
    }
    return drafts
  }

  // MARK: - What fits

  /// Returns how much a mould lacks, or has too much; nil where it has no place for the title.
  private func cost(of mould: Mould) -> Double? {
    let slots = Set(mould.slots)
    guard slots.contains(.title) else { return nil }
    if mould.joinsName, !filling.hasTitleName { return nil }
    var cost = 0.0
    for slot in wanted where !isServed(slot, by: slots) { cost += Self.price(of: slot) }
    for unit in mould.units {
      if filling.text(of: unit, in: mould) == nil {
        cost += 3 + Double(unit.slots.count)
      } else {
        for slot in unit.slots where !isWanted(slot) { cost += 0.7 }
      }
    }
    if let venue = filling.particulars.venue, let isPreprint = mould.isPreprint,
      isPreprint != filling.vocabulary.isPreprint(venue)
    {
      cost += 1.5
    }
    cost += hostCost(of: mould)
    let keys = mould.units.map(\.key)
    for (index, gap) in mould.gaps.enumerated() {
      let pair = MouldBook.Pair(
        before: index > 0 ? keys[index - 1] : nil,
        after: index < keys.count ? keys[index] : nil
      )
      let counts = book.counts(of: pair)
      cost += (1 - counts.share(of: gap)) * 1.5
      // Words that no other entry has there are about that entry.
      if counts.texts[gap] ?? 0 < 2, gap.contains(where: \.isWord) { cost += 4 }
    }
    for unit in mould.units { cost += (1 - book.share(ofShapeOf: unit)) }
    for (role, links) in filling.addresses {
      for (ordinal, link) in links.enumerated() {
        let words = Array((link.text ?? link.label).utf8)
        guard let unit = mould.units.first(where: { $0.slots.contains(.address(role, ordinal)) }),
          !unit.slots.contains(where: { if case .label = $0 { true } else { false } })
        else { continue }
        let own = unit.bytes
        if own.firstRange(of: link.text ?? link.label, in: 0..<own.count) == nil, !words.isEmpty {
          cost += 0.4
        }
      }
    }
    if !book.isNear(mould) { cost += 1.5 }
    if let venue = filling.particulars.venue, let own = mould.venue, venue != own { cost += 0.3 }
    if !isInGivenOrder(mould) { cost += 0.4 }
    if let year = filling.particulars.year, let own = mould.year {
      cost += min(0.5, Double(abs(year - own)) * 0.05)
    }
    return cost
  }

  /// Tells whether links stand in the order in which they were given.
  private func isInGivenOrder(_ mould: Mould) -> Bool {
    let order = mould.slots.compactMap { $0.role.flatMap { filling.givenRoles.firstIndex(of: $0) } }
    return zip(order, order.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// Where a paper's link leads elsewhere, its label may be another one.
  private func hostCost(of mould: Mould) -> Double {
    var cost = 0.0
    for unit in mould.units {
      for case .slot(.address(let role, let ordinal), let sample) in unit.pieces {
        guard
          let value = filling.value(of: .address(role, ordinal), like: sample, in: mould)
        else { continue }
        let own = WebAddress(String(decoding: sample, as: UTF8.self)).host
        let new = WebAddress(String(decoding: value, as: UTF8.self)).host
        if own != new { cost += 0.6 }
      }
    }
    return cost
  }

  private func isServed(_ slot: Slot, by slots: Set<Slot>) -> Bool {
    if slots.contains(slot) { return true }
    switch slot {
    // The title need not be the link.
    case .address(Slot.page, 0): return false
    case .year: return slots.contains(.date)
    default: return false
    }
  }

  private func isWanted(_ slot: Slot) -> Bool {
    switch slot {
    case .label, .identifier, .repository, .announced: return true
    case .encodedVenue: return wanted.contains(.venue)
    case .address(let role, 0) where isOfPaper(role):
      return wanted.contains(slot) || !wanted.contains { $0.role.map(isOfPaper) ?? false }
    default: return wanted.contains(slot)
    }
  }

  /// Tells whether links of a role lead to the paper itself.
  private func isOfPaper(_ role: String) -> Bool {
    role == Slot.page || role == Slot.number || role == Slot.publication
      || filling.format.links.labels.name(of: role) == LinkLabels.paper
  }

  private static func price(of slot: Slot) -> Double {
    switch slot {
    case .title: 100
    case .address(Slot.page, _): 5
    case .authors, .venue, .encodedVenue, .date, .tags: 4
    case .address, .description, .keywords: 3
    case .name, .year, .pending, .detail: 2
    case .label, .identifier, .repository, .announced, .stray: 0
    }
  }

  // MARK: - Writing

  /// Writes an entry after a mould.
  private func draft(after mould: Mould, _ cost: Double) -> Draft? {
    var sequence: [(unit: Mould.Unit, text: [UInt8])] = []
    var gaps: [[UInt8]] = [mould.gaps[0]]
    for (index, unit) in mould.units.enumerated() {
      let after = mould.gaps[index + 1]
      guard let text = filling.text(of: unit, in: mould) else {
        let next = index + 1 < mould.units.count ? mould.units[index + 1].key : nil
        let before = gaps.removeLast()
        gaps.append(
          gapWithout(
            unit,
            MouldBook.Pair(before: sequence.last?.unit.key, after: next),
            before,
            after
          )
        )
        continue
      }
      sequence.append((unit, text))
      gaps.append(after)
    }
    guard sequence.contains(where: { $0.unit.slots.contains(.title) }) else { return nil }
    var left: [Slot] = []
    let have = Set(sequence.flatMap(\.unit.slots))
    for slot in wanted where !isServed(slot, by: have) {
      if !insert(slot, into: &sequence, &gaps) { left.append(slot) }
    }
    var text: [UInt8] = []
    for (index, gap) in gaps.enumerated() {
      text += text.avoidingTwoStops(
        usual(
          gap,
          MouldBook.Pair(
            before: index > 0 ? sequence[index - 1].unit.key : nil,
            after: index < sequence.count ? sequence[index].unit.key : nil
          )
        )
      )
      if index < sequence.count { text += sequence[index].text }
    }
    return Draft(text: text, mould: mould, cost: cost, left: left)
  }

  /// Returns what mostly stands in a place, where what stands there is rare.
  private func usual(_ gap: [UInt8], _ pair: MouldBook.Pair) -> [UInt8] {
    let counts = book.counts(of: pair)
    guard counts.total >= 3, let most = counts.most, counts.share(of: most) > 0.5,
      // A row has as many cells as it has.
      !filling.isRow || most.bars == gap.bars
    else { return gap }
    return most
  }

  /// Returns what stands between two units where one between them is left out.
  private func gapWithout(
    _ unit: Mould.Unit,
    _ pair: MouldBook.Pair,
    _ before: [UInt8],
    _ after: [UInt8]
  ) -> [UInt8] {
    if let known = book.gap(between: pair),
      !filling.isRow || known.bars == before.bars + after.bars
    {
      return known
    }
    return before.joinedWithout(after, isLast: pair.after == nil)
  }

  /// Puts something known into a place where other entries have it; false where none does.
  private func insert(
    _ slot: Slot,
    into sequence: inout [(unit: Mould.Unit, text: [UInt8])],
    _ gaps: inout [[UInt8]]
  ) -> Bool {
    let keys = sequence.map(\.unit.key)
    // Of the entries that have it the ones whose neighbours are here, too.
    var best: (score: Double, position: Int, mould: Mould, unit: Mould.Unit)?
    for mould in book.moulds {
      guard let index = mould.units.firstIndex(where: { $0.slots.contains(slot) }) else { continue }
      let unit = mould.units[index]
      let before = index > 0 ? mould.units[index - 1].key : nil
      let after = index + 1 < mould.units.count ? mould.units[index + 1].key : nil
      var position: Int?
      var score = book.isNear(mould) ? 1.0 : 0
      if let before, let found = keys.firstIndex(of: before) {
        position = found + 1
        score +=
          found + 1 < keys.count && keys[found + 1] == after
            || after == nil && found + 1 == keys.count ? 2 : 1
      } else if let after, let found = keys.firstIndex(of: after) {
        position = found
        score += 1
      } else if before == nil {
        position = 0
      }
      guard let position, score > best?.score ?? -1, filling.text(of: unit, in: mould) != nil else {
        continue
      }
      best = (score, position, mould, unit)
    }
    guard let best, let text = filling.text(of: best.unit, in: best.mould) else {
      return insertLink(slot, into: &sequence, &gaps)
    }
    let old = gaps[best.position]
    let before = best.position > 0 ? keys[best.position - 1] : nil
    let after = best.position < keys.count ? keys[best.position] : nil
    let key = best.unit.key
    sequence.insert((best.unit, text), at: best.position)
    gaps[best.position] =
      book.gap(between: MouldBook.Pair(before: before, after: key)) ?? book.linkGap ?? old
    gaps.insert(
      book.gap(between: MouldBook.Pair(before: key, after: after))
        ?? (after == nil ? old : book.linkGap ?? old),
      at: best.position + 1
    )
    return true
  }

  /// Writes a link that no other entry has after the last one that stands there.
  private func insertLink(
    _ slot: Slot,
    into sequence: inout [(unit: Mould.Unit, text: [UInt8])],
    _ gaps: inout [[UInt8]]
  ) -> Bool {
    guard case .address(let role, let ordinal) = slot, role != Slot.page,
      let link = filling.addresses[role]?[ordinal], let url = PlainWords.address(link.url),
      let last = sequence.lastIndex(where: {
        $0.unit.isLink && !$0.unit.slots.contains(.title) && !$0.unit.slots.contains(.venue)
      })
    else { return false }
    let model = sequence[last].unit
    let label = PlainWords.escaped(
      link.label,
      in: PlainWords.Place(isRow: filling.isRow, isFirst: false)
    )
    guard let text = model.relabelled(label, leadingTo: url) else { return false }
    let unit = Mould.Unit(pieces: [.slot(slot, text)])
    sequence.insert((unit, text), at: last + 1)
    gaps.insert(book.linkGap ?? [.space], at: last + 1)
    return true
  }
}

extension Filling {
  /// Whether the neighbours part titles with a colon into a name and what it is.
  var wantsName: Bool {
    let named = book.nearest.filter { $0.slots.contains(.name) }
    guard !named.isEmpty else { return false }
    let joined = named.count(where: \.joinsName)
    if joined * 2 < named.count {
      return particulars.name != nil && Double(named.count) >= 0.25 * Double(book.nearest.count)
    }
    guard hasTitleName else { return false }
    let plain = book.nearest.count { mould in
      guard !mould.joinsName, let title = mould.sample(of: .title) else { return false }
      return title.firstRange(of: ": ", in: 0..<title.count) != nil
    }
    return joined >= plain
  }
}

extension MouldBook {
  /// What mostly stands between two links.
  var linkGap: [UInt8]? {
    var counts = Counts()
    for mould in nearest {
      for index in mould.units.indices.dropFirst()
      where mould.units[index].isLink && mould.units[index - 1].isLink
        && !mould.units[index - 1].slots.contains(.title)
      {
        counts.add(mould.gaps[index])
      }
    }
    return counts.most
  }
}

extension Mould.Unit {
  /// Returns the link with another label and address; nil where its label is no text.
  fileprivate func relabelled(_ label: [UInt8], leadingTo url: [UInt8]) -> [UInt8]? {
    guard slots.count == 1, pieces.count == 3, case .literal(let before) = pieces[0],
      case .literal(let after) = pieces[2],
      let open = before.lastIndex(of: UInt8(ascii: "[")),
      let close = before[open...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let words = before[(open + 1)..<close]
    guard let first = words.firstIndex(where: \.isWord),
      let last = words.lastIndex(where: \.isWord),
      // The text of a picture is no label.
      !words.contains(UInt8(ascii: "("))
    else { return nil }
    return Array(before[..<first]) + label + before[(last + 1)...] + url + after
  }
}

extension [UInt8] {
  /// How many bars it has.
  var bars: Int { count { $0 == UInt8(ascii: "|") } }

  /// Returns what stands before and behind something that is left out, put together.
  func joinedWithout(_ after: [UInt8], isLast: Bool) -> [UInt8] {
    let line = UInt8.newline
    // A line, or a cell, of its own.
    if let start = lastIndex(of: line), after.isEmpty || after.contains(line) {
      let end = after.firstIndex(of: line) ?? after.endIndex
      return Array(self[..<start]) + after[end...]
    }
    let bar = UInt8(ascii: "|")
    if contains(bar), let end = after.firstIndex(of: bar) {
      return self[...(lastIndex(of: bar) ?? 0)] + [.space] + after[end...]
    }
    let pairs: [(UInt8, UInt8)] = [("(", ")"), ("[", "]"), ("*", "*"), ("_", "_"), ("`", "`")]
      .map { (UInt8(ascii: $0.0), UInt8(ascii: $0.1)) }
    var (first, second) = (self, after)
    while let open = first.last, let close = second.first,
      pairs.contains(where: { $0.0 == open && $0.1 == close })
    {
      first.removeLast()
      second.removeFirst()
    }
    if isLast {
      while first.last?.isWhitespace ?? false { first.removeLast() }
      if let stop = first.last, ",;:|-".utf8.contains(stop) { first.removeLast() }
      return first.avoidingTwoStops(second)
    }
    return second.isEmpty || second.allSatisfy(\.isWhitespace) ? first : second
  }
}
