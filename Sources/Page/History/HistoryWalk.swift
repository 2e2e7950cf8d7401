internal import Classifier
internal import Git
internal import ListModel
internal import Markdown
internal import Parsing
internal import Review
internal import Rules
internal import Text

/// The way through the versions of a list, from the first on, and what is known of its entries by now.
struct HistoryWalk {
  /// An entry through all versions.
  struct Record {
    /// Nil where it stood in the first version that anybody has.
    let added: Moment?
    var updates: [(before: String, after: String, time: Moment)] = []
  }

  /// Where an entry stands in the present version.
  struct Place {
    var lines: Range<Int>
    /// The index of its record.
    let record: Int
  }

  let rulebook: Rulebook
  private let isCut: Bool
  private(set) var text = SourceText([])
  private var headings: [Heading] = []
  private var hidden = HiddenLines()
  /// In the order of the lines.
  private(set) var places: [Place] = []
  private(set) var records: [Record] = []
  private(set) var times: [Moment] = []
  private(set) var sightings = Sightings()
  /// The records of what was removed, by the name of their identity: what comes back is not new.
  private(set) var gone: [String: Int] = [:]
  private(set) var growth: [ListHistory.Point] = []
  /// How many versions it went through.
  private(set) var count = 0
  /// The index of the last one that is text.
  private(set) var textIndex: Int?

  init(rulebook: Rulebook, isCut: Bool) {
    self.rulebook = rulebook
    self.isCut = isCut
  }

  /// Goes on from where another walk ended: at a text, the version with an index among those that it went through.
  init(
    rulebook: Rulebook,
    isCut: Bool,
    at text: SourceText,
    places: [Place],
    records: [Record],
    sightings: Sightings,
    gone: [String: Int],
    growth: [ListHistory.Point],
    after count: Int,
    textIndex: Int
  ) {
    self.init(rulebook: rulebook, isCut: isCut)
    self.text = text
    headings = Heading.all(in: text)
    hidden = HiddenLines(in: text)
    (self.places, self.records, self.sightings, self.gone) = (places, records, sightings, gone)
    self.growth = growth
    times = growth.map(\.time)
    self.count = count
    self.textIndex = textIndex
  }

  /// Goes on to the next version; one that is not text is passed over.
  mutating func enter(_ bytes: [UInt8], at time: Moment) throws(GitError) {
    count += 1
    let next: SourceText
    do throws(TextFault) {
      next = try SourceText(validating: bytes)
    } catch {
      return
    }
    times.append(time)
    textIndex = count - 1
    let newHeadings = Heading.all(in: next)
    let newHidden = HiddenLines(in: next)
    if text.bytes.isEmpty, places.isEmpty {
      begin(next)
    } else {
      let starts = Set(
        places.lazy.map(\.lines.lowerBound).filter { [text] in !text.isIndented($0) }
      )
      var step = try Step(from: text, to: next, entries: starts)
      // A comment that begins or ends hides or shows what nobody touched.
      let hides = step.hunks.contains {
        hidden.haveEdge(in: $0.base) || newHidden.haveEdge(in: $0.head)
      }
      if hides { step.takeAll(of: text, and: next) }
      follow(step, to: next, newHeadings, newHidden)
      for lines in step.added { sightings.add(lines, of: next, version: times.count - 1) }
    }
    (text, headings, hidden) = (next, newHeadings, newHidden)
    growth.append(ListHistory.Point(time: time, count: places.count))
  }

  /// Takes the first version as it is.
  private mutating func begin(_ text: SourceText) {
    let document = rulebook.document(text)
    let date = isCut && times.count == 1 ? nil : times.last
    for place in document.entries {
      let record: Int
      if times.count > 1, let known = known(document.fields(at: place)) {
        record = known
      } else {
        record = records.count
        records.append(Record(added: date))
      }
      places.append(Place(lines: place.lines, record: record))
    }
    if !text.bytes.isEmpty { sightings.add(text.lineNumbers, of: text, version: times.count - 1) }
  }

  private mutating func follow(
    _ step: Step,
    to next: SourceText,
    _ newHeadings: [Heading],
    _ newHidden: HiddenLines
  ) {
    let old = Excerpt(step.regions.map(\.base), of: text, headings: headings)
    let new = Excerpt(step.regions.map(\.head), of: next, headings: newHeadings)
    let base = rulebook.document(old.text)
    let head = rulebook.document(new.text)
    let (kept, touched) = split(step.regions)
    let matching = Matching(base: base, head: head)
    var removed = matching.removed
    var partners = matching.partner
    for (index, partner) in partners.enumerated() {
      guard let partner, isOther(base, base.entries[partner], head, head.entries[index]) else {
        continue
      }
      partners[index] = nil
      removed.append(partner)
    }
    for index in removed {
      let place = base.entries[index]
      guard let line = old.line(place.lines.lowerBound), let record = touched[line] else {
        continue
      }
      let identity = base.fields(at: place).identity
      if identity != .none { gone[identity.description] = record }
    }
    var arrived: [Place] = []
    for (index, place) in head.entries.enumerated() {
      guard let start = new.line(place.lines.lowerBound),
        let end = new.line(place.lines.upperBound - 1),
        !newHidden.contains(start)
      else { continue }
      let record: Int
      if let partner = partners[index].map({ base.entries[$0] }),
        let before = old.line(partner.lines.lowerBound).flatMap({ touched[$0] })
      {
        record = before
        note(base, partner, head, place, for: record)
      } else {
        let entry = head.fields(at: place)
        record = known(entry) ?? appended(entry)
      }
      arrived.append(Place(lines: start..<end + 1, record: record))
    }
    places = (kept + arrived).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  /// Tells whether what was paired for its place and its words is another paper by its identity and its title.
  private func isOther(
    _ base: ListDocument,
    _ old: EntryPlace,
    _ head: ListDocument,
    _ new: EntryPlace
  ) -> Bool {
    guard !base.bytes(of: old).hasBytes(of: head.bytes(of: new)) else { return false }
    let (before, after) = (base.fields(at: old), head.fields(at: new))
    guard before.identity.isOfPaper, after.identity.isOfPaper else { return false }
    return before.identity != after.identity && before.titleKey != after.titleKey
  }

  /// Returns the entries that a step leaves alone, where they stand after it, and the records of the others by
  /// their first line before it.
  private func split(_ regions: [Step.Region]) -> (kept: [Place], touched: [Int: Int]) {
    var kept: [Place] = []
    kept.reserveCapacity(places.count)
    var touched: [Int: Int] = [:]
    var (index, shift) = (0, 0)
    for place in places {
      while index < regions.count, regions[index].base.upperBound <= place.lines.lowerBound {
        shift = regions[index].head.upperBound - regions[index].base.upperBound
        index += 1
      }
      if index < regions.count, regions[index].base.lowerBound < place.lines.upperBound {
        touched[place.lines.lowerBound] = place.record
      } else {
        let lines = place.lines.lowerBound + shift..<place.lines.upperBound + shift
        kept.append(Place(lines: lines, record: place.record))
      }
    }
    return (kept, touched)
  }

  /// Returns the record of an entry that was here before and has gone.
  private func known(_ entry: Entry) -> Int? {
    let identity = entry.identity
    return identity == .none ? nil : gone[identity.description]
  }

  /// Makes a record: of when something the entry is known by was first seen, else of now.
  private mutating func appended(_ entry: Entry) -> Int {
    let version = sightings.version(of: entry) ?? (times.count - 1)
    records.append(Record(added: isCut && version == 0 ? nil : times[version]))
    return records.count - 1
  }

  /// Notes that an entry which was a preprint is said to be published.
  ///
  /// Any other change of a venue is a correction, or another place where the same thing appeared as well.
  private mutating func note(
    _ base: ListDocument,
    _ old: EntryPlace,
    _ head: ListDocument,
    _ new: EntryPlace,
    for record: Int
  ) {
    guard !base.bytes(of: old).hasBytes(of: head.bytes(of: new)), let time = times.last else {
      return
    }
    let reader = VenueReader(rulebook.venues)
    guard let before = StatedVenue(base.fields(at: old)), before.isPreprint(by: reader),
      let after = StatedVenue(head.fields(at: new)), reader.isPublication(after.name)
    else { return }
    records[record].updates.append((before.text(by: reader), after.text(by: reader), time))
  }

  // MARK: - The last version

  /// Returns what is known of the entries of the last version.
  func entries(
    of document: ListDocument,
    reading entry: (Int) -> Entry
  ) -> (added: [Moment?], updates: [ListHistory.Update]) {
    let byLine = Dictionary(
      places.map { ($0.lines.lowerBound, $0.record) },
      uniquingKeysWith: { first, _ in first }
    )
    var added: [Moment?] = []
    var updates: [ListHistory.Update] = []
    for (index, place) in document.entries.enumerated() {
      guard let record = byLine[place.lines.lowerBound] else {
        let version = sightings.version(of: entry(index))
        added.append(version.flatMap { isCut && $0 == 0 ? nil : times[$0] })
        continue
      }
      added.append(records[record].added)
      if let update = records[record].updates.last {
        updates.append(
          ListHistory.Update(
            entry: index,
            before: update.before,
            after: update.after,
            time: update.time
          )
        )
      }
    }
    updates.sort { ($1.time, $0.entry) < ($0.time, $1.entry) }
    return (added, updates)
  }
}

extension Identity {
  /// Whether it is a registry's, and not only a title.
  fileprivate var isOfPaper: Bool {
    switch self {
    case .arXiv, .doi, .openReview: true
    case .title, .none: false
    }
  }
}

extension SourceText {
  fileprivate func isIndented(_ line: Int) -> Bool {
    bytes[self.line(line)].first.map(\.isWhitespace) ?? true
  }
}
