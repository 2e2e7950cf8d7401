extension EntryFormat {
  /// Lists what stands between neighbouring fields and judges it against the format.
  func glues(of entry: Entry) -> [Glue] {
    var neighbours: [(neighbour: Glue.Neighbour, range: Range<Int>)] = []
    if let tags = entry.tags { neighbours.append((.field(.tags), tags.range)) }
    if let title = entry.title, !title.isLink { neighbours.append((.field(.title), title.range)) }
    if let venue = entry.venue { neighbours.append((.field(.venue), venue.range)) }
    for (index, link) in entry.links.enumerated() { neighbours.append((.link(index), link.range)) }
    neighbours.sort { $0.range.lowerBound < $1.range.lowerBound }

    var glues: [Glue] = []
    for (index, (before, range)) in neighbours.enumerated() {
      let next = index + 1 < neighbours.count ? neighbours[index + 1] : nil
      let gap = range.upperBound..<(next?.range.lowerBound ?? entry.text.count)
      // Where a stray stands between, it has to be dealt with first.
      guard !entry.strays.contains(where: { $0.overlaps(gap) }) else { continue }
      let wanted = expected(from: before, to: next?.neighbour, title: entry.title?.text)
      glues.append(
        Glue(
          before: before,
          after: next?.neighbour,
          range: gap,
          expected: wanted.first,
          fault: fault(of: entry.text, gap, before: before, after: next?.neighbour, wanted: wanted)
        )
      )
    }
    return glues
  }

  /// Returns what may stand between two neighbours, the preferred first; nothing where they stand in
  /// another order than the format's.
  private func expected(
    from before: Glue.Neighbour,
    to after: Glue.Neighbour?,
    title: String?
  ) -> [String] {
    if case .link = before, case .link = after { return [links.separator] }
    guard let field = before.field, let glue = glue(from: field, to: after?.field) else {
      return []
    }
    guard before.field == .title, let title, let bare = terminator(ofTitle: title), bare != glue,
      glue.first == "."
    else { return [glue] }
    // After a question mark the full stop may stay away, or stand.
    let terminator = after == nil ? "" : bare
    return terminator == glue ? [glue] : [terminator, glue]
  }

  private func fault(
    of text: [UInt8],
    _ gap: Range<Int>,
    before: Glue.Neighbour,
    after: Glue.Neighbour?,
    wanted: [String]
  ) -> Glue.Fault? {
    guard let expected = wanted.first else { return nil }
    let found = text.plainGlue(gap, isAtEnd: after == nil)
    guard !wanted.contains(where: { Array($0.utf8) == found }) else { return nil }
    if case .link = before, case .link = after { return .wrongLinkSeparator }
    let signs = found.filter { !$0.isWhitespace }
    let wantedSigns = expected.utf8.filter { !$0.isWhitespace }
    if signs == wantedSigns { return .misplacedSpace }
    let fullStop = UInt8(ascii: ".")
    if signs.isEmpty, wantedSigns == [fullStop] { return .missingFullStop }
    if signs.allSatisfy({ $0 == fullStop }), signs.count > wantedSigns.count {
      return .strayFullStop
    }
    if before.field == .tags, signs == [UInt8(ascii: ":")] { return .colonAfterTags }
    if before.field == .links { return .wrongLinkSeparator }
    return .misplacedPunctuation
  }
}

extension [UInt8] {
  /// Returns a glue as the punctuation rules see it: kinds and numbers of spaces, invisible and
  /// full-width characters are other rules' matter.
  fileprivate func plainGlue(_ range: Range<Int>, isAtEnd: Bool) -> [UInt8] {
    var plain: [UInt8] = []
    for scalar in string(range).unicodeScalars {
      switch scalar.value {
      case 0x200B...0x200D, 0x2060, 0xFEFF, 0xAD: continue
      case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002...0x200A, 0x202F, 0x3000:
        if plain.last != .space { plain.append(.space) }
      case 0x3002: plain.append(UInt8(ascii: "."))
      case 0xFF01...0xFF5E: plain.append(UInt8(scalar.value - 0xFEE0))
      default: plain.append(contentsOf: String(scalar).utf8)
      }
    }
    if isAtEnd { while plain.last == .space { plain.removeLast() } }
    return plain
  }
}
