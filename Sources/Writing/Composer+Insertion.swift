internal import ListModel
internal import Text

/// What the entry that a new one is written after has no place for.
extension Composer {
  /// Puts something known into a place where other entries have it; false where none does.
  func insert(
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
      // Of several ways to write it the one that most have, so that no other's words come with it.
      var score = (book.isNear(mould) ? 1.0 : 0) + book.share(ofShapeOf: unit) / 2
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
    // The year that stands there already is said with the venue.
    if best.unit.slots.contains(.year),
      let index = sequence.firstIndex(where: { unit, text in
        unit.slots == [.year] || unit.slots == [.date] && text.count == 4
      })
    {
      sequence[index] = (best.unit, text)
      return true
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
