internal import ListModel
internal import Parsing
internal import Rules

/// An entry without what it says: the places of its fields, and every byte between them.
struct Mould: Sendable {
  enum Piece: Hashable, Sendable {
    case literal([UInt8])
    /// A place, and what stands there in the entry that the mould was taken of.
    case slot(Slot, [UInt8])
  }

  /// A field or a link, with what belongs to it alone.
  struct Unit: Hashable, Sendable {
    var pieces: [Piece]

    var slots: [Slot] {
      pieces.compactMap { piece in
        if case .slot(let slot, _) = piece { return slot }
        return nil
      }
    }

    /// What it shares with the same unit of other entries.
    var key: String { slots.map(\.key).joined(separator: "+") }

    /// Whether words stand beside venue or year, outside of all addresses.
    var hasWordsWithVenue: Bool {
      guard slots.contains(where: { $0 == .venue || $0 == .year || $0 == .date }),
        !slots.contains(.encodedVenue)
      else { return false }
      return pieces.contains { piece in
        if case .literal(let bytes) = piece { bytes.hasWords } else { false }
      }
    }

    /// Whether words stand after venue and year.
    var hasWordsAfterVenue: Bool {
      let last = pieces.lastIndex { piece in
        if case .slot(let slot, _) = piece {
          slot == .venue || slot == .year || slot == .date
        } else {
          false
        }
      }
      return pieces[((last ?? -1) + 1)...].contains { piece in
        if case .literal(let bytes) = piece { bytes.hasWords } else { false }
      }
    }

    var isLink: Bool { slots.contains { $0.role != nil } }

    /// What stands there in the entry that the mould was taken of.
    var bytes: [UInt8] {
      pieces.flatMap { piece -> [UInt8] in
        switch piece {
        case .literal(let bytes), .slot(_, let bytes): bytes
        }
      }
    }

    /// What stands in one of its places.
    func sample(of slot: Slot) -> [UInt8]? {
      for case .slot(slot, let bytes) in pieces { return bytes }
      return nil
    }
  }

  /// What stands before the first of several words, between two, and after the last one.
  struct KeywordMarks: Hashable, Sendable {
    let open: [UInt8]
    /// Nil where there is but one.
    let separator: [UInt8]?
    let close: [UInt8]
  }

  let place: EntryPlace
  let marker: [UInt8]
  let units: [Unit]
  /// What stands before the first unit, between two, and after the last one.
  let gaps: [[UInt8]]
  let arXiv: ArXivID?
  let repository: String?
  /// Whether its venue is one where preprints stand; nil without a venue.
  let isPreprint: Bool?
  let year: Int?
  let venue: String?
  /// Whether a colon ties a name to the title, so that both together are the paper's title.
  let joinsName: Bool
  /// What stands around and between the keywords.
  let keywordMarks: KeywordMarks?
  /// What stands around and between the tags.
  let tagMarks: KeywordMarks?

  var slots: [Slot] { units.flatMap(\.slots) }

  /// The entry that the mould was taken of.
  var text: [UInt8] {
    zip(gaps, units).reduce(marker) { $0 + $1.0 + $1.1.bytes } + (gaps.last ?? [])
  }

  /// Tells whether a mark of emphasis stands right before a place.
  func isEmphasised(_ slot: Slot) -> Bool {
    for (index, unit) in units.enumerated() {
      guard
        let piece = unit.pieces.firstIndex(where: {
          if case .slot(slot, _) = $0 { true } else { false }
        })
      else { continue }
      var before = gaps[index]
      if piece > 0, case .literal(let bytes) = unit.pieces[piece - 1] { before = bytes }
      return before.last == UInt8(ascii: "*") || before.last == UInt8(ascii: "_")
    }
    return false
  }

  /// Whether its title begins with the name that stands before it.
  var repeatsName: Bool {
    guard !joinsName, let name = sample(of: .name), let title = sample(of: .title) else {
      return false
    }
    return title.starts(with: name) && title.dropFirst(name.count).first == UInt8(ascii: ":")
  }

  func sample(of slot: Slot) -> [UInt8]? {
    units.lazy.compactMap { $0.sample(of: slot) }.first
  }
}

extension Mould {
  /// A place in the entry's text.
  struct Atom {
    let range: Range<Int>
    let slot: Slot
  }

  /// Takes the mould of an entry; nil where it has no title, or an address that stands elsewhere.
  ///
  /// `header` is what the columns of its table are called, and `isCommon` tells whether the text of a link is a label
  /// that several entries have.
  init?(
    _ entry: Entry,
    _ citation: Citation,
    _ places: CitationPlaces,
    at place: EntryPlace,
    below header: [String],
    venues: VenueVocabulary,
    isCommon: (String) -> Bool
  ) {
    guard !entry.isEmpty, places.title != nil,
      entry.links.allSatisfy({ $0.url == nil || $0.urlRange != nil || $0.isImage })
    else { return nil }
    let identifier = entry.links.lazy.compactMap(\.arXiv).first
    let repository = entry.repository
    var (atoms, groups) = entry.atoms(citation, places, identifier, isCommon)
    atoms += Self.identifiers(of: entry, identifier, repository, besides: atoms.map(\.range))
    atoms += Self.codes(of: entry, citation, venues, besides: atoms.map(\.range))
    if entry.isRow {
      let fields = atoms.filter { $0.slot != .unparsed && $0.slot != .announced }.map(\.range)
      let columns = RowColumns(entry.text, below: header, besides: fields + groups)
      for cell in columns.cells {
        atoms.removeAll { $0.range.overlaps(cell.range) }
        atoms.append(Atom(range: cell.range, slot: .detail(cell.key)))
      }
    }
    // What stands inside another field is that field's.
    atoms.sort {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    var outer: [Atom] = []
    for atom in atoms where outer.last.map({ $0.range.upperBound <= atom.range.lowerBound }) ?? true
    {
      outer.append(atom)
    }
    groups = groups.filter { group in
      !outer.contains { atom in
        atom.range.lowerBound <= group.lowerBound && group.upperBound <= atom.range.upperBound
          && atom.range.count > group.count
      }
    }
    let spans = Self.merged(groups + outer.map(\.range))
    let start = entry.marker.range.upperBound
    guard let first = spans.first, first.lowerBound >= start else { return nil }
    var units: [Unit] = []
    var gaps: [[UInt8]] = []
    var position = start
    for span in spans {
      gaps.append(Array(entry.text[position..<span.lowerBound]))
      units.append(Unit(span, of: entry.text, outer.map { ($0.range, $0.slot) }))
      position = span.upperBound
    }
    gaps.append(Array(entry.text[position...]))
    self.place = place
    marker = Array(entry.text[entry.marker.range])
    self.units = units
    self.gaps = gaps
    arXiv = identifier
    self.repository = repository
    venue = citation.venue
    isPreprint = citation.venue.map { VenueReader(venues).isPreprint($0) }
    year = citation.year
    joinsName = places.titleStart != nil || entry.markedTitle(places) != nil
    tagMarks = entry.tagMarks
    keywordMarks = entry.keywordMarks
  }

  /// Returns ranges in order, those that overlap as one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension Mould.Unit {
  /// Cuts a span of a text into places and what stands between them.
  fileprivate init(_ span: Range<Int>, of text: [UInt8], _ slots: [(range: Range<Int>, slot: Slot)])
  {
    pieces = []
    var position = span.lowerBound
    for (range, slot) in slots
    where span.lowerBound <= range.lowerBound && range.upperBound <= span.upperBound {
      if position < range.lowerBound {
        pieces.append(.literal(Array(text[position..<range.lowerBound])))
      }
      pieces.append(.slot(slot, Array(text[range])))
      position = range.upperBound
    }
    if position < span.upperBound {
      pieces.append(.literal(Array(text[position..<span.upperBound])))
    }
  }
}

extension Entry {
  /// `owner/name` of the repository that it names first.
  var repository: String? {
    links.lazy.compactMap { $0.url.flatMap { Repository.written($0) } }.first
  }
}
