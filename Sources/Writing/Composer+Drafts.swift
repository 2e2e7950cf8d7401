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
      let isSpare = !isInsteadOfPaper(unit, of: mould) && isSpare(unit)
      let isLeftOut = isSpare || isInSentence(index, of: mould)
      guard let text = filling.text(of: unit, in: model), !isLeftOut else {
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
      let pair = MouldBook.Pair(
        before: index > 0 ? sequence[index - 1].unit : nil,
        writtenAs: index > 0 ? sequence[index - 1].text : nil,
        after: index < sequence.count ? sequence[index].unit.key : nil,
        isPreprint: isPreprint
      )
      var next = text.avoidingTwoStops(usual(gap, pair))
      if isUnstopped(pair), next.first == UInt8(ascii: ".") { next.removeFirst() }
      text += next
      if index < sequence.count { text += sequence[index].text }
    }
    let slots = Set(sequence.flatMap(\.unit.slots))
    if !mould.text.hasDoubledBlankLine { text = text.withoutDoubledBlankLines }
    if !filling.isRow { text = indents.applied(to: text) }
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

  /// Tells whether a unit of a mould leads to the paper itself, which most entries have in a place that this one lacks.
  private func isInsteadOfPaper(_ unit: Mould.Unit, of mould: Mould) -> Bool {
    guard let paper, !mould.slots.contains(paper) else { return false }
    let first = mould.units.first { $0.slots.contains { $0.role.map(isOfPaper) ?? false } }
    return first == unit
  }

  /// Tells whether what somebody wrote for this list ends before a place, without a full stop that nearly all others
  /// have there.
  private func isUnstopped(_ pair: MouldBook.Pair) -> Bool {
    guard filling.particulars.isDescriptionMarkdown, pair.before == Slot.description.key else {
      return false
    }
    let stop = UInt8(ascii: ".")
    return book.counts(of: pair).share { $0.first == stop } < Self.firmShare
  }

  /// How common a full stop has to be to be put after what somebody wrote without one.
  private static var firmShare: Double { 0.9 }

  /// Tells whether a unit of a mould is a link that nobody asked for, in a text that is about that entry.
  private func isInSentence(_ index: Int, of mould: Mould) -> Bool {
    let unit = mould.units[index]
    guard unit.slots.contains(where: { $0.role != nil && !wanted.contains($0) }),
      unit.slots.allSatisfy(\.isOfLink)
    else { return false }
    return [index, index + 1].contains { gap in
      mould.gaps[gap].words.count > Self.mostWords
        && !book.isCustom(mould.gaps[gap], between: mould.pair(at: gap))
    }
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
}
