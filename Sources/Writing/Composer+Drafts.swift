internal import ListModel
internal import Text

extension Composer {
  /// Writes an entry after a mould.
  func draft(after mould: Mould, _ cost: Double) -> Draft? {
    var sequence: [(unit: Mould.Unit, text: [UInt8])] = []
    var gaps: [[UInt8]] = [mould.gaps[0]]
    let isPreprint = filling.particulars.venue.map(filling.isPreprint)
    for (index, own) in mould.units.enumerated() {
      let after = mould.gaps[index + 1]
      let (unit, model) = fitting(own, of: mould)
      guard let text = filling.text(of: unit, in: model), !isSpare(unit) else {
        let next = index + 1 < mould.units.count ? mould.units[index + 1].key : nil
        let before = gaps.removeLast()
        gaps.append(
          gapWithout(
            unit,
            MouldBook.Pair(
              before: sequence.last?.unit,
              writtenAs: sequence.last?.text,
              after: next,
              isPreprint: isPreprint
            ),
            before,
            after
          )
        )
        continue
      }
      sequence.append((unit, text))
      gaps.append(after)
    }
    let have = Set(sequence.flatMap(\.unit.slots))
    guard isServed(.title, by: have) else { return nil }
    var left: [Slot] = []
    for slot in wanted where !isServed(slot, by: have) {
      if !insert(slot, into: &sequence, &gaps) { left.append(slot) }
    }
    var text: [UInt8] = []
    for (index, gap) in gaps.enumerated() {
      text += text.avoidingTwoStops(
        usual(
          gap,
          MouldBook.Pair(
            before: index > 0 ? sequence[index - 1].unit : nil,
            writtenAs: index > 0 ? sequence[index - 1].text : nil,
            after: index < sequence.count ? sequence[index].unit.key : nil,
            isPreprint: isPreprint
          )
        )
      )
      if index < sequence.count { text += sequence[index].text }
    }
    let slots = Set(sequence.flatMap(\.unit.slots))
    if let wrap { text = wrap.wrapped(text, after: mould.marker.count) }
    return Draft(
      text: text,
      mould: mould,
      cost: cost,
      slots: slots,
      left: left,
      placeholders: filling.placeholders,
      venue: filling.particulars.venue,
      year: filling.particulars.year ?? filling.particulars.date?.year
    )
  }

  /// Returns how entries of the paper's venue write the unit of the venue, where that differs from venue to venue, as
  /// the colours of badges do.
  private func fitting(_ unit: Mould.Unit, of mould: Mould) -> (unit: Mould.Unit, mould: Mould) {
    guard unit.slots.contains(.encodedVenue),
      let venue = filling.particulars.venue, let own = mould.venue,
      !filling.isSame(venue, own), book.share(ofShapeOf: unit) < Self.usualShare
    else { return (unit, mould) }
    let models = book.moulds.compactMap { other -> (unit: Mould.Unit, mould: Mould)? in
      guard let name = other.venue, filling.isSame(venue, name),
        let found = other.units.first(where: { $0.key == unit.key })
      else { return nil }
      return (found, other)
    }
    let usual = models.map(\.unit.shape).mostCommon
    return models.first { $0.unit.shape == usual } ?? (unit, mould)
  }

  /// Tells whether a unit is a link that nobody asked for, and that most entries do without: what can be made of
  /// another paper's address need not be there.
  private func isSpare(_ unit: Mould.Unit) -> Bool {
    // A badge says no more than the link beside it.
    if unit.bytes.firstRange(of: "![", in: 0..<unit.bytes.count) != nil { return false }
    return unit.slots.contains { slot in
      slot.role != nil && !isWanted(slot) && book.share(of: slot) < Self.spareShare
    } && !unit.slots.contains(.title)
  }

  /// How many words between two fields are not a sentence.
  private static var mostWords: Int { 4 }

  /// How common a link has to be to be written unasked.
  private static var spareShare: Double { 0.5 }

  /// Returns what mostly stands in a place, where what stands there is rare.
  private func usual(_ gap: [UInt8], _ pair: MouldBook.Pair) -> [UInt8] {
    let counts = book.counts(of: pair)
    // A number before the entry is counted where it is put.
    if pair.before == nil, gap.isNumber { return gap }
    if gap.hasWords, !book.isCustom(gap, between: pair) {
      let known = counts.mostWithoutWords(like: gap, isRow: filling.isRow)
      // The marks of whole sentences are nothing without them.
      if known == nil, gap.words.count > Self.mostWords, !filling.isRow {
        return pair.after == nil ? [] : gap.contains(.newline) ? [.newline] : [.space]
      }
      // Nothing is left of what stood at the end.
      return known ?? (pair.after == nil ? gap.withoutWords.withoutTrailingSpace : gap.withoutWords)
    }
    guard counts.total >= 3, let most = counts.most, counts.share(of: most) > 0.5,
      // What one field opens the next one closes.
      most.depth == gap.depth,
      // A row has as many cells as it has.
      !filling.isRow || most.bars == gap.bars
    else { return counts.mostLike(gap) }
    return most
  }

  /// Returns what stands between two units where one between them is left out.
  private func gapWithout(
    _ unit: Mould.Unit,
    _ pair: MouldBook.Pair,
    _ before: [UInt8],
    _ after: [UInt8]
  ) -> [UInt8] {
    let joined = before.joinedWithout(after, isLast: pair.after == nil, isRow: filling.isRow)
    if let known = book.gap(between: pair), known.depth == joined.depth,
      !known.hasWords || book.isCustom(known, between: pair),
      !filling.isRow || known.bars == before.bars + after.bars
    {
      return known
    }
    return joined
  }

  /// Puts something known into a place where other entries have it; false where none does.
  private func insert(
    _ slot: Slot,
    into sequence: inout [(unit: Mould.Unit, text: [UInt8])],
    _ gaps: inout [[UInt8]]
  ) -> Bool {
    let keys = sequence.map(\.unit.key)
    let have = Set(sequence.flatMap(\.unit.slots))
    // Of the entries that have it the ones whose neighbours are here, too.
    var best: (score: Double, position: Int, mould: Mould, unit: Mould.Unit)?
    for mould in book.moulds {
      guard let index = mould.units.firstIndex(where: { $0.slots.contains(slot) }) else { continue }
      let unit = mould.units[index]
      guard filling.fits(unit, slot) else { continue }
      // What stands there already is not said again.
      guard unit.slots.allSatisfy({ $0 == slot || !have.contains($0) || !$0.isSaid }) else {
        continue
      }
      let before = index > 0 ? mould.units[index - 1].key : nil
      let after = index + 1 < mould.units.count ? mould.units[index + 1].key : nil
      var position: Int?
      var score = book.isNear(mould) ? 1.0 : 0
      // Of several links of a role, the last.
      if let before, let found = keys.lastIndex(of: before) {
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
      return repeatLink(slot, into: &sequence, &gaps) || insertLink(slot, into: &sequence, &gaps)
    }
    let old = gaps[best.position]
    let before = best.position > 0 ? keys[best.position - 1] : nil
    let after = best.position < keys.count ? keys[best.position] : nil
    let key = best.unit.key
    sequence.insert((best.unit, text), at: best.position)
    let first = book.gap(between: MouldBook.Pair(before: before, after: key)) ?? book.linkGap ?? old
    let second =
      book.gap(between: MouldBook.Pair(before: key, after: after))
      ?? (after == nil ? old : book.linkGap ?? old)
    gaps[best.position] = first
    gaps.insert(second.closing(first, insteadOf: old), at: best.position + 1)
    return true
  }

  /// Puts one link more of a role than any other entry has after the one before it, written like that; false where
  /// there is none before it.
  private func repeatLink(
    _ slot: Slot,
    into sequence: inout [(unit: Mould.Unit, text: [UInt8])],
    _ gaps: inout [[UInt8]]
  ) -> Bool {
    guard case .address(let role, let ordinal) = slot, ordinal > 0,
      let last = sequence.lastIndex(where: { $0.unit.slots.contains(.address(role, ordinal - 1)) }),
      let mould = book.moulds.first(where: { $0.slots.contains(.address(role, 0)) })
    else { return false }
    let unit = sequence[last].unit.counted(on: role, from: ordinal - 1)
    guard unit.slots.allSatisfy(\.isOfLink), let text = filling.text(of: unit, in: mould) else {
      return false
    }
    let after = last + 1 < sequence.count ? sequence[last + 1].unit.key : nil
    let pair = MouldBook.Pair(before: unit.key, after: unit.key)
    let old = gaps[last + 1]
    sequence.insert((unit, text), at: last + 1)
    gaps[last + 1] = book.gap(between: pair) ?? book.linkGap ?? old
    gaps.insert(
      book.gap(between: MouldBook.Pair(before: unit.key, after: after)) ?? old,
      at: last + 2
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
      // A picture is not a label.
      !link.label.contains("]("),
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

extension Mould.Unit {
  /// Returns the unit as that of the next of several links of a role.
  fileprivate func counted(on role: String, from ordinal: Int) -> Mould.Unit {
    Mould.Unit(
      pieces: pieces.map { piece in
        switch piece {
        case .slot(.address(role, ordinal), let text): .slot(.address(role, ordinal + 1), text)
        case .slot(.label(role, ordinal), let text): .slot(.label(role, ordinal + 1), text)
        default: piece
        }
      }
    )
  }

  /// Returns the link with another label and address; nil where its label is not text.
  fileprivate func relabelled(_ label: [UInt8], leadingTo url: [UInt8]) -> [UInt8]? {
    guard slots.count == 1, pieces.count == 3, case .literal(let before) = pieces[0],
      case .literal(let after) = pieces[2],
      let open = before.lastIndex(of: UInt8(ascii: "[")),
      let close = before[open...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let words = before[(open + 1)..<close]
    guard let first = words.firstIndex(where: \.isWord),
      let last = words.lastIndex(where: \.isWord),
      // The text of a picture is not a label.
      !words.contains(UInt8(ascii: "(")), open == 0 || before[open - 1] != UInt8(ascii: "!")
    else { return nil }
    return Array(before[..<first]) + label + before[(last + 1)...] + url + after
  }
}
