internal import ListModel
internal import Parsing
internal import Text

/// Entries to learn from, cut into tokens, each with the field it seems to be.
struct Samples {
  /// All of them; those that are broken do not vote.
  let texts: [[UInt8]]
  let kind: EntryFormat.Unit
  private let vocabulary: FormatLearner.Vocabulary
  private let references: References
  /// Those that vote.
  private(set) var entries: [Sample] = []
  /// The broken ones as well: of these, whole links still say how links are written.
  private var all: [Sample] = []

  struct Sample: Sendable {
    let entry: Entry
    let tokens: [Token]
    let roles: [FieldName?]

    /// Where its nested items stand.
    var details: [Range<Int>] { tokens.filter { $0.kind == .detail }.map(\.range) }
  }

  /// A field in its place: in tables, fields stand in cells.
  private struct Slot: Hashable {
    let field: FieldName
    let cell: Int
  }

  init(
    _ units: [Unit],
    in outline: DocumentOutline,
    kind: EntryFormat.Unit,
    _ vocabulary: FormatLearner.Vocabulary
  ) {
    self.kind = kind
    self.vocabulary = vocabulary
    references = outline.references
    texts = units.map { outline.bytes(of: $0) }
    let blank = format(
      of: [],
      marker: "-",
      links: .unknown(vocabulary.labels),
      usualSeparators: [:]
    )
    let cut = texts.concurrentMap { text in
      var entry = Entry(text: text, marker: blank.unitMarker(text))
      entry.links = blank.readLinks(text, from: entry.marker.range.upperBound)
      return (entry: entry, tokens: blank.tokens(of: entry))
    }
    let columns =
      kind == .row
      ? Columns(units.first?.header ?? [], above: cut.map(\.tokens))
      : .unknown
    all = cut.concurrentMap { entry, tokens in
      let guess = RoleGuess(
        tokens,
        links: entry.links,
        of: entry.text,
        isRow: kind == .row,
        columns: columns,
        knowing: vocabulary.venues,
        outline.legend.names.union(vocabulary.tags)
      )
      return Sample(entry: entry, tokens: tokens, roles: guess.roles)
    }
    let sound = all.filter { !$0.entry.isBroken }
    // What one in five have is how the list is, whatever it looks like.
    entries = sound.count * 5 >= all.count * 4 ? sound : all
  }

  /// How most entries begin their titles: as a link, or in which marks; nil where they differ.
  var titleStyle: String? {
    var tally = Tally<String>()
    for sample in entries {
      guard let index = sample.roles.firstIndex(of: .title) else { continue }
      let token = sample.tokens[index]
      tally.add(token.kind == .link ? "link" : sample.entry.string(token.open))
    }
    guard let (style, count) = tally.most, count * 2 > tally.total else { return nil }
    return style
  }

  /// The keys that most of the entries' nested items have.
  var detailKeys: Set<String> {
    var counts = Tally<String>()
    for sample in entries {
      let keys = sample.details.compactMap { range in
        sample.entry.text.detailOpening(in: range).map { LinkLabels.key(sample.entry.string($0)) }
      }
      for key in Set(keys) { counts.add(key) }
    }
    return Set(counts.counts.filter { Share.habit.isReached(by: $0.value, of: entries.count) }.keys)
  }

  /// Returns the format that most entries have or the list states, with what it rests on; nil where
  /// they have no title.
  func format(stated: StatedForms) -> (format: EntryFormat, evidence: FormatEvidence)? {
    let parts = parts()
    guard parts.contains(where: { $0.field == .title }) else { return nil }
    let lessons = LinkLessons(
      all.map { sample in
        sample.tokens.indices.compactMap { index in
          guard sample.roles[index] == .links, let link = sample.tokens[index].link else {
            return nil
          }
          return (sample.entry.links[link], sample.entry.text)
        }
      },
      nested: all.flatMap { sample in
        sample.entry.links.filter { link in
          sample.details.contains { $0.contains(link.range.lowerBound) }
        }
        .map { ($0, sample.entry.text) }
      }
    )
    let draft = format(
      of: parts,
      marker: marker(),
      links: lessons.style(knowing: vocabulary.labels, separator: " "),
      usualSeparators: [:]
    )
    let cellCount = kind == .row ? entries.first?.entry.cells.count : 0
    let statements = stated.forms.compactMap { Statement($0.template, $0.filled, by: draft) }
    let weighing = Weighing(
      counts(of: draft),
      against: statements.filter { $0.cellCount == cellCount }
    )
    let usualSeparators = weighing.usualSeparators
    let marker = marker(stated: weighing.statement?.marker)
    let usualMarker = usualMarker(marker, stated: weighing.statement)
    let template = Template(parts, usualSeparators: usualSeparators, of: kind)
    var result = format(
      of: template.parts(isRow: kind == .row),
      marker: marker,
      links: lessons.style(
        knowing: vocabulary.labels,
        separator: usualSeparators[FieldPair(.links, .links)]?.text ?? " ",
        stated: weighing.statement
      ),
      usualSeparators: usualSeparators.filter { $0.value.isUsual }
    )
    result.allowsOtherMarkers = !(usualMarker?.isUsual ?? true)
    let details = parts.contains { $0.field == .details } ? detailLessons(draft).style() : nil
    result.details = details?.style
    let reader = result
    let habits = Habits(entries.concurrentMap { reader.readTokens($0.entry.text) })
    result.customs = habits.customs
    result.venueYear = habits.venueYear.map { VenueYearStyle($0.text) }
    if weighing.mixesIndentation { result.customs.insert(.otherIndentation) }
    if weighing.wrapsLines { result.customs.insert(.wrappedLine) }
    if kind == .item, let custom = habits.finalStop { result.customs.insert(custom) }
    result.certain = Set(
      usualSeparators.filter { $0.value.statedOn != nil && $0.value.isPrevalent }.keys
    )
    result.habits = usualSeparators.filter { !$0.value.isUsual && $0.value.isHabit }
    if kind == .item { result.indentations = habits.indentations }
    if kind == .row { result.columnValues = habits.columnValues }
    let evidence = FormatEvidence(
      template: template,
      marker: usualMarker,
      usualSeparators: usualSeparators,
      links: lessons.form(stated: weighing.statement),
      labels: lessons.labelCounts,
      venueYear: habits.venueYear,
      details: details?.evidence,
      statement: weighing.statement?.template,
      overruled: weighing.overruled,
      total: entries.count
    )
    return (result, evidence)
  }

  private func format(
    of parts: [EntryFormat.Part],
    marker: String,
    links: LinkStyle,
    usualSeparators: UsualSeparators
  ) -> EntryFormat {
    EntryFormat(
      unit: kind,
      marker: marker,
      parts: parts,
      tags: nil,
      venue: nil,
      links: links,
      usualSeparators: usualSeparators,
      venues: vocabulary.venues
    )
    .resolving(references)
  }

  // MARK: Fields

  /// Returns the fields that enough entries have, in the order in which they have them.
  private func parts() -> [EntryFormat.Part] {
    var presence: [Slot: (count: Int, position: Double)] = [:]
    var marks: [Slot: Tally<String>] = [:]
    var closes: [Slot: Tally<String>] = [:]
    var linked: [Slot: Int] = [:]
    for sample in entries {
      var seen: Set<Slot> = []
      for (index, role) in sample.roles.enumerated() {
        guard let role else { continue }
        let token = sample.tokens[index]
        let slot = Slot(field: role, cell: kind == .row ? token.cell : 0)
        guard seen.insert(slot).inserted else { continue }
        let position = Double(index) / Double(max(1, sample.roles.count))
        presence[slot, default: (0, 0)].count += 1
        presence[slot, default: (0, 0)].position += position
        marks[slot, default: Tally()].add(sample.entry.string(token.open))
        closes[slot, default: Tally()].add(sample.entry.string(token.close))
        if role == .title, token.kind == .link { linked[slot, default: 0] += 1 }
      }
    }
    let titled = max(1, entries.count { $0.roles.contains(.title) })
    let titleSlot = presence.filter { $0.key.field == .title }
      .max { ($0.value.count, $1.key.cell) < ($1.value.count, $0.key.cell) }?.key
    let chosen = presence.filter { slot, seen in
      if slot.field == .title { return slot == titleSlot }
      return seen.count * 100 >= titled * (slot.field == .links ? 3 : 10)
    }
    return chosen.sorted { first, second in
      let places = (
        first.value.position / Double(first.value.count),
        second.value.position / Double(second.value.count)
      )
      return (first.key.cell, places.0, first.key.field.rawValue)
        < (second.key.cell, places.1, second.key.field.rawValue)
    }
    .map { slot, seen in
      let isLinked = (linked[slot] ?? 0) * 2 > seen.count
      return EntryFormat.Part(
        field: slot.field,
        open: isLinked ? "" : marks[slot]?.most?.thing ?? "",
        close: isLinked ? "" : closes[slot]?.most?.thing ?? "",
        terminator: "",
        isOptional: seen.count * 100 < titled * 90,
        isLinked: isLinked,
        cell: slot.cell
      )
    }
  }

  /// Looks at the nested items of the entries.
  private func detailLessons(_ format: EntryFormat) -> DetailLessons {
    DetailLessons(
      entries.map { sample in
        sample.details.map { range in
          let links = sample.entry.links.filter { range.contains($0.range.lowerBound) }
          return format.detailItem(in: range, of: sample.entry.text, links: links)
        }
      }
    )
  }

  // MARK: Norms

  /// Counts what stands between the fields, as a format reads them.
  private func counts(of format: EntryFormat) -> [FieldPair: Tally<String>] {
    var tallies: [FieldPair: Tally<String>] = [:]
    let separators = entries.concurrentMap { sample in
      let entry = format.readTokens(sample.entry.text)
      return entry.title == nil ? [] : format.separators(of: entry)
    }
    for separator in separators.joined() {
      tallies[separator.pair, default: Tally()].add(separator.text)
    }
    return tallies
  }
}
