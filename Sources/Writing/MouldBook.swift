internal import ListModel
internal import Text

/// The moulds of a list's entries, and how often each part of them is written so.
struct MouldBook: Sendable {
  /// Two units that stand side by side; nil for the start or the end.
  struct Pair: Hashable, Sendable {
    let before: String?
    let after: String?
    /// Whether the first ends in a full stop, as `et al.` does, so that none follows it; nil where that does not matter.
    fileprivate(set) var isStopped: Bool?
    /// Whether the paper beside whose venue or year it stands is a preprint; nil beside anything else.
    fileprivate(set) var isPreprint: Bool?

    init(before: String?, after: String?) {
      self.before = before
      self.after = after
    }

    /// `text` is what stands in the place of the first, and `isPreprint` says where the paper appeared, if that is known.
    init(before: Mould.Unit?, writtenAs text: [UInt8]?, after: String?, isPreprint: Bool?) {
      self.before = before?.key
      self.after = after
      let venues = [Slot.venue, .year, .date].map(\.key)
      let keys = [before?.key ?? "", after ?? ""]
      if keys.contains(where: { key in
        venues.contains { key.split(separator: "+").contains($0[...]) }
      }) {
        self.isPreprint = isPreprint
      }
      if let before, let text, before.slots.last == .authors {
        isStopped = text.last == UInt8(ascii: ".")
      }
    }

    /// The pair without what is known of it beside its units, from the most to the least.
    fileprivate var wider: [Pair] {
      var ending = self
      ending.isPreprint = nil
      return [ending, Pair(before: before, after: after)].filter { $0 != self }
    }
  }

  /// How often each text stands in one place.
  struct Counts: Sendable {
    private(set) var texts: [[UInt8]: Int] = [:]
    private(set) var total = 0

    mutating func add(_ text: [UInt8]) {
      texts[text, default: 0] += 1
      total += 1
    }

    func share(of text: [UInt8]) -> Double {
      total == 0 ? 0 : Double(texts[text] ?? 0) / Double(total)
    }

    /// How common the texts are of which something is true, from 0 to 1.
    func share(where isMeant: ([UInt8]) -> Bool) -> Double {
      let count = texts.reduce(0) { $0 + (isMeant($1.key) ? $1.value : 0) }
      return total == 0 ? 0 : Double(count) / Double(total)
    }

    /// The text that stands most often, of several always the same.
    var most: [UInt8]? {
      texts.max { first, second in
        if first.value != second.value { return first.value < second.value }
        return second.key.lexicographicallyPrecedes(first.key)
      }?.key
    }
  }

  /// What is counted of the moulds of one section, or of all.
  fileprivate struct Table: Sendable {
    var gaps: [Pair: Counts] = [:]
    var shapes: [String: Counts] = [:]
  }

  /// In the order of the file; those of one format.
  let moulds: [Mould]
  /// In how many moulds each word stands between fields.
  private let gapWords: [[UInt8]: Int]
  private let own: Table
  private let all: Table
  private let section: Int
  /// The moulds of the section, or where it has few, all.
  let nearest: [Mould]
  /// Whether the second dates of entries are those of their papers on arXiv.
  let announcesByIdentifier: Bool

  /// How many moulds say how a section is written.
  private static let fewest = 3

  init(_ moulds: [Mould], section: Int) {
    self.moulds = moulds
    self.section = section
    let inside = moulds.filter { $0.place.section == section }
    var words: [[UInt8]: Int] = [:]
    for mould in moulds {
      for word in Set(mould.gaps.flatMap(\.words)) { words[word, default: 0] += 1 }
    }
    gapWords = words
    own = Table(inside)
    all = Table(moulds)
    nearest = inside.count >= Self.fewest ? inside : moulds
    let dates = moulds.compactMap { mould -> Bool? in
      guard let id = mould.arXiv, let sample = mould.sample(of: .announced),
        let date = DateForm.reading(String(decoding: sample, as: UTF8.self))?.date
      else { return nil }
      return date.year == id.year && date.month == id.month
    }
    announcesByIdentifier =
      dates.count >= Self.fewest && dates.count { $0 } * 10 >= dates.count * 8
  }

  /// Returns how common what stands between two units is, from 0 to 1.
  func share(of gap: [UInt8], between pair: Pair) -> Double {
    counts(of: pair).share(of: gap)
  }

  /// Returns how many moulds have two units side by side.
  func counts(of pair: Pair) -> Counts {
    if let counts = own.gaps[pair], counts.total >= Self.fewest { return counts }
    let wider = pair.wider
    if let counts = all.gaps[pair], wider.isEmpty || counts.total >= Self.fewest { return counts }
    return wider.first.map(counts) ?? Counts()
  }

  /// How many of those with words have to have the same.
  private static let sameShare = 0.9
  /// How common a word has to be between fields to be no matter of a few entries.
  private static let wordShare = 0.3
  /// How common a text has to be in its place to be no matter of one entry.
  private static let customShare = 0.6

  /// Tells whether so many entries have a text in a place that it is not a matter of one of them.
  func isCustom(_ text: [UInt8], between pair: Pair) -> Bool {
    let counts = counts(of: pair)
    // Words at the end, as the forms in which a book can be had, are about their entry.
    if pair.after == nil, text.hasWords, counts.share(of: text) < Self.sameShare { return false }
    guard counts.total < Self.fewest else {
      // An emoji says something of its entry, unless nearly all have it.
      if text.hasEmoji, counts.share(of: text) < Self.sameShare { return false }
      // Where others have other words, as for a poster or a talk, each is about its entry.
      return counts.share(of: text) >= Self.customShare
        && counts.shareAmongWords(of: text) >= Self.sameShare
    }
    // Of few among many, what stands in no others is about these few.
    guard moulds.count >= 2 * Self.fewest else { return true }
    return !text.hasEmoji
      && text.words.allSatisfy {
        Double(gapWords[$0] ?? 0) >= Self.wordShare * Double(moulds.count)
      }
  }

  /// Returns how common the form of a unit is, from 0 to 1.
  func share(ofShapeOf unit: Mould.Unit) -> Double {
    if let counts = own.shapes[unit.key], counts.total >= Self.fewest {
      return counts.share(of: unit.shape)
    }
    return all.shapes[unit.key]?.share(of: unit.shape) ?? 0
  }

  /// Returns what mostly stands between two units.
  func gap(between pair: Pair) -> [UInt8]? { counts(of: pair).most }

  /// Returns which share of the moulds of preprints, or of published papers, has a place: of the nearest ones, where
  /// these are few of all.
  func share(of slot: Slot, ofPreprints isPreprint: Bool) -> Double {
    for some in [nearest, moulds] {
      let same = some.filter { $0.isPreprint == isPreprint }
      guard same.count >= Self.fewest else { continue }
      return Double(same.count { $0.slots.contains(slot) }) / Double(same.count)
    }
    return share(of: slot)
  }

  /// Returns which share of the nearest moulds has a place.
  func share(of slot: Slot) -> Double {
    guard !nearest.isEmpty else { return 0 }
    let count = nearest.count { $0.slots.contains { $0.isLike(slot) } }
    return Double(count) / Double(nearest.count)
  }

  /// Returns what stands in a place in the nearest moulds that have it, else in all.
  func samples(of slot: Slot) -> [String] {
    let near = Self.samples(of: slot, in: nearest)
    return near.count >= Self.fewest ? near : allSamples(of: slot)
  }

  /// Returns what stands in a place in all moulds that have it.
  func allSamples(of slot: Slot) -> [String] { Self.samples(of: slot, in: moulds) }

  private static func samples(of slot: Slot, in moulds: [Mould]) -> [String] {
    moulds.compactMap { $0.sample(of: slot).map { $0.string(0..<$0.count) } }
  }

  func isNear(_ mould: Mould) -> Bool { mould.place.section == section }
}

extension MouldBook.Table {
  fileprivate init(_ moulds: [Mould]) {
    for mould in moulds {
      for (index, gap) in mould.gaps.enumerated() {
        let pair = mould.pair(at: index)
        gaps[pair, default: MouldBook.Counts()].add(gap)
        for wider in Set(pair.wider) { gaps[wider, default: MouldBook.Counts()].add(gap) }
      }
      for unit in mould.units { shapes[unit.key, default: MouldBook.Counts()].add(unit.shape) }
    }
  }
}

extension Mould {
  /// Returns the units between which a gap stands.
  func pair(at gap: Int) -> MouldBook.Pair {
    let before = gap > 0 ? units[gap - 1] : nil
    return MouldBook.Pair(
      before: before,
      writtenAs: before?.bytes,
      after: gap < units.count ? units[gap].key : nil,
      isPreprint: isPreprint
    )
  }
}

extension Mould.Unit {
  /// Its text with a sign that no text has for each of its places.
  var shape: [UInt8] {
    pieces.flatMap { piece -> [UInt8] in
      switch piece {
      case .literal(let bytes): bytes
      case .slot: [0xFF]
      }
    }
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
