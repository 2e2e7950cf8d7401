internal import Classifier
package import ListModel
internal import Markdown
internal import Parsing
package import Rules
internal import Text

/// Writes new entries of a list, each as its neighbours are written.
package struct EntryWriter: Sendable {
  package let document: ListDocument
  let rulebook: Rulebook
  /// The UTC calendar year of today, for what the list's rules say of years.
  private let year: Int
  /// Of entries that can be written after, in the order of the file.
  let moulds: [Mould]
  let venues: VenueHabits
  let commonLabels: Set<String>
  /// What each entry is about, in the order of the file.
  private let papers: [(identity: Identity, titleKey: String, page: String?)]

  /// Reads the entries of a list, but for those that are contributed and show nothing.
  package init(
    _ document: ListDocument,
    by rulebook: Rulebook,
    year: Int,
    besides contributed: Set<EntryPlace> = []
  ) {
    self.document = document
    self.rulebook = rulebook
    self.year = year
    let entries = document.entries.concurrentMap { document.fields(at: $0) }
    var labels: [String: Int] = [:]
    for entry in entries {
      for label in Set(entry.links.compactMap { $0.label.map(LinkLabels.key) }) {
        labels[label, default: 0] += 1
      }
    }
    let common = Set(labels.filter { $0.value >= 2 }.keys)
    commonLabels = common
    let reader = CitationReader(document)
    moulds = Array(zip(document.entries, entries)).concurrentMap { place, entry in
      if contributed.contains(place) { return nil }
      return Mould(
        entry,
        reader.citation(of: entry, format: place.format),
        reader.places(of: entry, format: place.format),
        at: place,
        below: document.formats.parts[place.format].header,
        venues: rulebook.venues
      ) { common.contains($0) }
    }
    .compactMap { $0 }
    venues = VenueHabits(of: document, by: rulebook, besides: contributed)
    papers = entries.map { ($0.identity, $0.titleKey, $0.page) }
  }

  /// Returns the list with an entry for what is known of a paper or project, in the section of an index.
  package func addition(
    of particulars: Particulars,
    to section: Int
  ) throws(AdditionError) -> Addition {
    guard let title = particulars.title, !title.isEmpty else { throw .noTitle }
    if let line = line(of: particulars) { throw .present(line: line) }
    guard let best = best(of: particulars, in: section) else { throw .noModel }
    return Addition(
      text: best.placed.text,
      lines: best.placed.lines,
      entry: best.placed.entry,
      section: section,
      order: best.placed.order,
      isOrdered: best.placed.isOrdered,
      missing: missing(in: best.draft, written: best.placed.entry, of: section, best.format),
      elsewhere: linesBesideEntries(naming: particulars),
      findings: best.verdict.findings
    )
  }

  /// Returns what an entry's nested items say, or the cells of its row that are no field, by their keys.
  package func details(of place: EntryPlace) -> [String: String] {
    let pieces = moulds.first { $0.place == place }?.units.flatMap(\.pieces) ?? []
    return pieces.reduce(into: [:]) { details, piece in
      if case .slot(.detail(let key), let text) = piece {
        details[key] = text.string(0..<text.count)
      }
    }
  }

  /// Returns an entry that stands in the list as it would be written, and the rules that still find something on
  /// it; nil where it would have no fewer than `worst` errors.
  func replacement(
    for place: EntryPlace,
    _ entry: Entry,
    by particulars: Particulars,
    betterThan worst: Int
  ) -> (text: String, rulesLeft: Set<String>)? {
    guard let (drafts, _) = drafts(of: particulars, in: place.section, formats(in: place.section))
    else { return nil }
    let text = document.text
    let range = text.range(ofLines: place.lines)
    let marker = Array(entry.text[entry.marker.range])
    // The list without the entry, to which it is new.
    let without = ListDocument(
      SourceText(Array(text.bytes[..<range.lowerBound] + text.bytes[range.upperBound...])),
      formats: document.formats,
      asides: rulebook.asides
    )
    for draft in drafts.prefix(Self.fewDrafts) {
      let own = (marker.isEmpty ? draft.mould.marker : marker) + draft.text
      let lines = place.lines.lowerBound..<place.lines.lowerBound + own.count { $0 == .newline } + 1
      let head = ListDocument(
        SourceText(Array(text.bytes[..<range.lowerBound]) + own + text.bytes[range.upperBound...]),
        formats: document.formats,
        asides: rulebook.asides
      )
      guard let found = head.entries.first(where: { $0.lines == lines }),
        head.fields(at: found).identity == entry.identity || entry.title == nil
      else { continue }
      let findings = Reviewer(rulebook: rulebook, year: year)
        .review(path: "", base: without, head: head, touched: [lines]).findings
        .filter { $0.lines == lines }
      // What only a person can add is still wrong, but no more than was.
      let errors = findings.count { $0.finding.severity == .error }
      guard errors == 0 || errors < worst else { continue }
      let plain = String(decoding: own.filter { $0 != .carriageReturn }, as: UTF8.self)
      return (plain, Set(findings.map(\.finding.rule)))
    }
    return nil
  }

  /// Returns the line on which a paper stands already; nil where it does not.
  private func line(of particulars: Particulars) -> Int? {
    let key = particulars.title.map(normalisedTitle) ?? ""
    // Two projects can have one name, two papers of one title are one.
    let isPaper = particulars.repository == nil || particulars.arXiv != nil
    let page = particulars.page.map { WebAddress($0).pageKey.lowercased() }
    let index = papers.firstIndex { paper in
      if isPaper, paper.titleKey == key, !key.isEmpty { return true }
      if let page, paper.page == page { return true }
      switch particulars.identity {
      case .none, .title: return false
      default: return paper.identity == particulars.identity
      }
    }
    return index.map { document.entries[$0].lines.lowerBound }
  }

  /// What the list's rules say of an entry.
  struct Verdict {
    var faults = 0
    var findings: [String] = []
    /// The entry as the rules would have it.
    var correction: String?
  }

  /// Judges a list in which an entry is new.
  func verdict(
    on placed: PlacedEntry,
    _ draft: Composer.Draft,
    _ particulars: Particulars
  ) -> Verdict {
    let (report, head) = report(on: placed)
    guard let place = head.entries.first(where: { $0.lines == placed.lines }) else {
      return Verdict(faults: 100, findings: ["the entry cannot be read"])
    }
    var verdict = Verdict()
    let entry = head.fields(at: place)
    let readBack = ReadBack(
      entry: entry,
      citation: CitationReader(head).citation(of: entry, format: place.format),
      particulars: particulars,
      draft: draft,
      vocabulary: rulebook.venues
    )
    verdict.faults += readBack.faults
    if ReadBack.showsMarks(placed.entry, like: draft.mould, particulars) { verdict.faults += 8 }
    if head.entries.count != document.entries.count + 1 { verdict.faults += 20 }
    let findings = report.findings.filter(\.isIntroduced)
    verdict.faults += findings.count
    verdict.findings = findings.map { $0.finding.message.plain }
    if let venue = readBack.otherVenue { verdict.findings.append("The venue reads '\(venue)'") }
    verdict.correction =
      report.suggestions.first { $0.lines == placed.lines && !$0.replacement.isEmpty }?.replacement
    return verdict
  }

  private func report(on placed: PlacedEntry) -> (report: ListReport, head: ListDocument) {
    let head = ListDocument(
      SourceText(placed.text),
      formats: document.formats,
      asides: rulebook.asides
    )
    let report = Reviewer(rulebook: rulebook, year: year)
      .review(path: "", base: document, head: head, touched: [placed.lines], correcting: .safe)
    return (report, head)
  }
}
