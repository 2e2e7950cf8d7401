internal import ListModel
internal import Parsing
internal import Text

/// What a list's nested items are like: their keys, what they say, and their order.
struct DetailLessons {
  /// An item of an entry, as it seems to be.
  struct Item {
    /// What stands around the venue that is after the value.
    typealias Tail = (opening: String, closing: String)

    /// The key as keys are compared; empty where it has none.
    let key: String
    let opening: String
    /// What stands after the key.
    let kind: DetailForm.Value
    let tail: Tail?
    /// What stands between its links.
    let separators: [String]
  }

  /// What items have in common that are one form: their key, or without one what they say.
  private struct Slot: Hashable, Comparable {
    let key: String
    let kind: DetailForm.Value?

    init(_ item: Item) {
      key = item.key
      // What is neither links, date nor venue may be names or other words.
      let isSure = [.links, .date, .venue].contains(item.kind)
      kind = item.key.isEmpty ? isSure ? item.kind : .text : nil
    }

    static func < (first: Slot, second: Slot) -> Bool {
      (first.key, first.kind?.rawValue ?? "") < (second.key, second.kind?.rawValue ?? "")
    }
  }

  /// The entries that have nested items.
  private let entries: [[(slot: Slot, item: Item)]]
  /// How many of them have an item of each slot.
  private var counts = Tally<Slot>()

  init(_ entries: [[Item]]) {
    self.entries = entries.filter { !$0.isEmpty }.map { items in
      items.map { item in (Slot(item), item) }
    }
    for entry in self.entries {
      for slot in Set(entry.map(\.slot)) { counts.add(slot) }
    }
  }

  /// Returns the style that most entries have, with what it rests on; nil where no item is known by a
  /// key or as the authors.
  func style() -> (style: DetailStyle, evidence: FormatEvidence.Details)? {
    let slots = order(chosen)
    let forms = slots.map(form)
    guard forms.contains(where: { !$0.key.isEmpty || $0.value == .authors }) else { return nil }
    let evidence = FormatEvidence.Details(
      forms: zip(slots, forms).map { slot, form in
        UsualSeparator(text: form.text, count: counts.counts[slot] ?? 0, total: entries.count)
      },
      separator: separator
    )
    let style = DetailStyle(
      forms: forms,
      isOrdered: isOrdered(by: slots),
      separator: evidence.separator.flatMap { $0.isUsual ? $0.text : nil }
    )
    return (style, evidence)
  }

  /// What most often stands between two links of one item.
  private var separator: UsualSeparator? {
    var tally = Tally<String>()
    for item in entries.joined() { for text in item.item.separators { tally.add(text) } }
    return tally.most.map { UsualSeparator(text: $0.thing, count: $0.count, total: tally.total) }
  }

  /// The slots that enough entries have, but for those whose keys are slips for much commoner ones.
  private var chosen: [Slot] {
    let fewest = max(3, entries.count / 50)
    let common = counts.ranked.filter { slot, count in
      slot.key.isEmpty ? count >= 3 && count * 10 >= entries.count : count >= fewest
    }
    return common.filter { slot, count in
      slot.key.isEmpty
        || !common.contains { other in
          other.count >= count * 10
            && DetailForm(opening: other.thing.key, value: .text).isLikely(slot.key)
        }
    }
    .map(\.thing)
  }

  private func form(_ slot: Slot) -> DetailForm {
    let items = entries.flatMap { $0.filter { $0.slot == slot }.map(\.item) }
    let count = counts.counts[slot] ?? 0
    let several = entries.count { $0.count { $0.slot == slot } > 1 }
    var openings = Tally<String>()
    var kinds = Tally<String>()
    for item in items {
      openings.add(item.opening)
      kinds.add(item.kind.rawValue)
    }
    func share(_ kind: DetailForm.Value) -> Int {
      (kinds.counts[kind.rawValue] ?? 0) * 100 / max(1, items.count)
    }
    let value: DetailForm.Value
    if share(.links) >= 60 {
      value = .links
    } else if share(.date) >= 80 {
      value = .date
    } else if let known = DetailForm.Value(ofKey: slot.key) {
      value = known
    } else if share(.venue) >= 60 {
      value = .venue
    } else {
      value = slot.key.isEmpty && share(.authors) >= 60 ? .authors : .text
    }
    return DetailForm(
      opening: openings.most?.thing ?? "",
      value: value,
      tail: value == .authors ? tail(of: items) : nil,
      isOptional: !UsualSeparator(text: "", count: count, total: entries.count).isCertain,
      isRepeated: several * 20 >= count
    )
  }

  /// Returns what most have after the authors; nil where hardly any item has more.
  private func tail(of items: [Item]) -> DetailForm.Tail? {
    var openings = Tally<String>()
    var closings = Tally<String>()
    for tail in items.lazy.compactMap(\.tail) {
      openings.add(tail.opening)
      closings.add(tail.closing)
    }
    guard openings.total * 10 >= items.count, let opening = openings.most,
      let closing = closings.most, !opening.thing.isEmpty
    else { return nil }
    return DetailForm.Tail(
      opening: opening.thing,
      value: .venue,
      closing: closing.thing,
      isOptional: openings.total * 100 < items.count * 90,
      isUsual: [opening, closing].allSatisfy {
        UsualSeparator(text: $0.thing, count: $0.count, total: openings.total).isUsual
      }
    )
  }

  // MARK: Order

  /// Returns slots in the order in which entries have them: first what stands before most others.
  private func order(_ slots: [Slot]) -> [Slot] {
    var lead: [Slot: Int] = [:]
    for (index, first) in slots.enumerated() {
      for second in slots[(index + 1)...] {
        let sign = entries.reduce(0) { sum, entry in
          guard let here = entry.firstIndex(where: { $0.slot == first }),
            let there = entry.firstIndex(where: { $0.slot == second })
          else { return sum }
          return sum + (here < there ? 1 : -1)
        }
        .signum()
        lead[first, default: 0] += sign
        lead[second, default: 0] -= sign
      }
    }
    return slots.sorted { (lead[$1] ?? 0, $0) < (lead[$0] ?? 0, $1) }
  }

  /// Tells whether nearly all entries with several items have them in an order.
  private func isOrdered(by slots: [Slot]) -> Bool {
    let rows = entries.map { $0.compactMap { item in slots.firstIndex(of: item.slot) } }
      .filter { Set($0).count > 1 }
    let obeying = rows.count { row in zip(row, row.dropFirst()).allSatisfy { $0 <= $1 } }
    return !rows.isEmpty && UsualSeparator(text: "", count: obeying, total: rows.count).isCertain
  }
}

extension DetailForm.Value {
  /// What stands after a key, by the word that it is.
  fileprivate init?(ofKey key: String) {
    switch key {
    case "author", "authors": self = .authors
    case "keyword", "keywords", "key words", "key", "tag", "tags", "topic", "topics":
      self = .keywords
    case "venue", "conference", "journal", "publisher", "publication", "published in": self = .venue
    case "abstract", "tldr", "tl;dr", "summary", "description": self = .description
    default: return nil
    }
  }
}

extension EntryFormat {
  /// Looks at a nested item without knowing its form.
  func detailItem(
    in range: Range<Int>,
    of text: [UInt8],
    links: [Link]
  ) -> DetailLessons.Item {
    let opening =
      text.detailOpening(in: range) ?? range.lowerBound..<range.lowerBound
    let value = text.trimmed(opening.upperBound..<range.upperBound)
    let kind = text.detailKind(of: value, venues)
    let hasNames = kind == .authors || kind == .text && opening.isEmpty
    let parts = hasNames ? parted(value, of: text, by: .venue) : nil
    let tail = parts.flatMap { first, second -> DetailLessons.Item.Tail? in
      guard let before = text.separatorText(first.upperBound..<second.lowerBound, isAtEnd: false),
        let after = text.separatorText(second.upperBound..<value.upperBound, isAtEnd: true)
      else { return nil }
      return (before, after)
    }
    return DetailLessons.Item(
      key: LinkLabels.key(text.string(opening)),
      opening: text.string(opening),
      kind: tail == nil ? kind : .authors,
      tail: tail,
      separators: zip(links, links.dropFirst()).compactMap { first, second in
        text.separatorText(first.range.upperBound..<second.range.lowerBound, isAtEnd: false)
      }
    )
  }
}
