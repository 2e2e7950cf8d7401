package import ListModel
internal import Markdown
package import Parsing
internal import Text

/// Learns how a list writes its entries from the entries themselves.
///
/// A list has one format for each kind of unit it uses, for each header its tables have, and for
/// each way in which whole sections begin their entries. An entry that could not be read does not
/// vote, and what a good part of the others lack is not a norm, unless the list states it.
package struct FormatLearner {
  private let outline: DocumentOutline
  private let vocabulary: Vocabulary
  /// What the list may show contributors as the form of an entry.
  private let stated: StatedForms

  /// What is known of all lists.
  package struct Vocabulary: Sendable {
    package let labels: LinkLabels
    package let venues: VenueVocabulary
    /// Tags that a list may have beside those of its legend.
    let tags: Set<String>

    package init(labels: LinkLabels, venues: VenueVocabulary, tags: [String] = []) {
      self.labels = labels
      self.venues = venues
      self.tags = Set(tags)
    }
  }

  /// A format and how many entries it was learned from.
  package struct Lesson: Sendable {
    package let part: ListFormat.Part
    package let evidence: FormatEvidence
    /// How many units it is for.
    package let units: Int
    /// How many of those looked at it reads with a title and a link.
    package let read: (count: Int, total: Int)
  }

  /// How many entries of a group are looked at: more would say the same.
  private static let sampleSize = 240
  /// How few entries make a format of their own.
  private static let fewest = 5

  package init(_ outline: DocumentOutline, vocabulary: Vocabulary) {
    self.outline = outline
    self.vocabulary = vocabulary
    stated = StatedForms(in: outline, labels: vocabulary.labels)
  }

  /// Returns the formats, that of most entries first; none where there is nothing to learn from.
  package func learn() -> [Lesson] {
    var lessons: [Lesson] = []
    let units = outline.units.filter { outline.text.hasAddress($0.lines, outline.references) }
    let items = units.filter { $0.kind == .item }
    let rows = Dictionary(grouping: units.filter { $0.kind == .row }, by: \.header)
    let paragraphs = units.filter { $0.kind == .paragraph }
    lessons += learnItems(items)
    for (header, rows) in rows.sorted(by: {
      ($1.value.count, $0.key.description) < ($0.value.count, $1.key.description)
    }) {
      if let lesson = learn(rows, sections: nil, header: header) { lessons.append(lesson) }
    }
    if paragraphs.count >= Self.fewest, paragraphs.count * 20 >= units.count,
      let lesson = learn(paragraphs, sections: nil, header: [])
    {
      lessons.append(lesson)
    }
    let html = units.filter { $0.kind == .html }
    if html.count >= Self.fewest, let lesson = learn(html, sections: nil, header: []) {
      lessons.append(lesson)
    }
    return lessons.sorted { $0.units > $1.units }
  }

  /// Learns from items: one format for each way in which sections write their titles, and for nested
  /// items of which no key is another's.
  private func learnItems(_ items: [Unit]) -> [Lesson] {
    let bySection = Dictionary(grouping: items) {
      outline.sections[$0.section].name.lowercased()
    }
    var groups: [String: (units: [Unit], sections: Set<String>)] = [:]
    var rest: [Unit] = []
    let named = bySection.sorted { $0.key < $1.key }
    let groupOfSection = groupsOfSections(named)
    for (name, units) in named {
      guard let group = groupOfSection[name] else {
        rest += units
        continue
      }
      groups[group, default: ([], [])].units += units
      groups[group, default: ([], [])].sections.insert(name)
    }
    let ranked = groups.sorted { ($1.value.units.count, $0.key) < ($0.value.units.count, $1.key) }
    guard var main = ranked.first?.value else {
      return learn(rest, sections: nil, header: []).map { [$0] } ?? []
    }
    main.units += rest
    var lessons: [Lesson] = []
    for (_, group) in ranked.dropFirst() {
      if group.units.count >= 8,
        let lesson = learn(group.units, sections: group.sections, header: [])
      {
        lessons.append(lesson)
      } else {
        main.units += group.units
      }
    }
    if let lesson = learn(main.units, sections: nil, header: []) { lessons.insert(lesson, at: 0) }
    return lessons
  }

  /// Returns for the sections with enough items which belong together.
  private func groupsOfSections(_ sections: [(key: String, value: [Unit])]) -> [String: String] {
    var groups: [String: String] = [:]
    var keys: [String: [Set<String>]] = [:]
    // The largest first, so that small ones join them.
    for (name, units) in sections.sorted(by: {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    })
    where units.count >= Self.fewest {
      let sample = Samples(units.evenly(40), in: outline, kind: .item, vocabulary)
      guard let style = sample.titleStyle else { continue }
      let kin = keys[style, default: []].join(sample.detailKeys)
      groups[name] = kin == 0 ? style : "\(style) \(kin)"
    }
    return groups
  }

  private func learn(_ units: [Unit], sections: Set<String>?, header: [String]) -> Lesson? {
    // A table's header says what its rows are, however few.
    guard let kind = units.first?.kind, units.count >= 3 || kind == .row else { return nil }
    let samples = Samples(units.evenly(Self.sampleSize), in: outline, kind: kind, vocabulary)
    guard let (format, evidence) = samples.format(stated: stated) else { return nil }
    let entries = samples.texts.concurrentMap { format.readTokens($0) }
    let read = entries.count { $0.title != nil && $0.links.contains { $0.url != nil } }
    guard read * 2 >= entries.count else { return nil }
    return Lesson(
      part: ListFormat.Part(format: format, sections: sections, header: header),
      evidence: evidence,
      units: units.count,
      read: (read, entries.count)
    )
  }
}

extension [Set<String>] {
  /// Adds keys to the first set that shares one with them, and returns its index; what shares none is
  /// a set of its own.
  fileprivate mutating func join(_ keys: Set<String>) -> Int {
    let index = firstIndex { keys.isEmpty || $0.isEmpty || !$0.isDisjoint(with: keys) } ?? count
    if index == count { append([]) }
    self[index].formUnion(keys)
    return index
  }
}

extension [Unit] {
  /// Returns some of them, taken evenly from all.
  fileprivate func evenly(_ limit: Int) -> [Unit] {
    guard count > limit else { return self }
    return (0..<limit).map { self[$0 * count / limit] }
  }
}
