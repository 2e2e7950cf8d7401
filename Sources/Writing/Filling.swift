internal import ListModel
internal import Parsing
internal import Rules
internal import Text

/// What is known of a paper, written as the places of moulds want it.
struct Filling: Sendable {
  let particulars: Particulars
  let book: MouldBook
  let format: EntryFormat
  let venues: VenueHabits
  let vocabulary: VenueVocabulary
  /// The texts of links that several entries have.
  let commonLabels: Set<String>
  let isRow: Bool
  /// Where the title leads; nil where no title of the list leads anywhere.
  let page: String?
  /// The addresses of the links by their roles.
  private(set) var addresses: [String: [Particulars.Address]] = [:]
  let authors: AuthorStyle
  /// The pages of authors by their names.
  private(set) var authorPages: [String: String] = [:]
  /// The roles of the links in the order in which they were given.
  private(set) var givenRoles: [String] = []
  /// The venue as the list writes it.
  private var venueText: String?
  /// The dates' forms, those that the nearest entries have first.
  let dateForms: [DateForm]
  /// Whether a full stop stands after `May`.
  let stopsMay: Bool
  /// How the list has the address of this paper on arXiv, by the roles of links and whatever their role.
  let arXivAddresses: ArXivAddresses
  /// What stands for fields that nobody knows.
  let placeholders: [Slot: String]
  /// Whether addresses on arXiv that somebody gave are written as the list has them.
  let rewritesAddresses: Bool
  /// The title up to its first colon, where that is a name.
  private let titleName: (name: String, rest: String)?

  init(
    _ particulars: Particulars,
    _ book: MouldBook,
    _ format: EntryFormat,
    _ venues: VenueHabits,
    _ vocabulary: VenueVocabulary,
    commonLabels: Set<String>,
    placeholders words: [StatedTemplate.Field: String] = [:],
    rewritingAddresses: Bool = false
  ) {
    rewritesAddresses = rewritingAddresses
    self.particulars = particulars
    self.book = book
    self.format = format
    self.venues = venues
    self.vocabulary = vocabulary
    self.commonLabels = commonLabels
    isRow = format.unit == .row
    authors = AuthorStyle(book.samples(of: .authors), among: book.allSamples(of: .authors))
    titleName = particulars.title.flatMap { Self.split($0, naming: particulars.name) }
    let dates = book.samples(of: .date)
    dateForms = DateForm.forms(of: dates)
    stopsMay = DateForm.stopsMay(in: dates)
    arXivAddresses = ArXivAddresses(of: particulars, in: book)
    placeholders = Self.placeholders(for: particulars, words, format, book)
    let linksTitles = book.moulds.contains { mould in
      mould.slots.contains { $0.role == Slot.page || $0.role == Slot.bare }
    }
    page = linksTitles ? particulars.page : nil
    for link in particulars.links + pageWithoutTitle(linksTitles) where !isInDescription(link) {
      if let author = author(named: link.label) {
        authorPages[author] = link.url
        continue
      }
      let role = role(of: link.label, leadingTo: link.url)
      givenRoles.append(role)
      addresses[role, default: []].append(link)
    }
    venueText = writtenVenue()
  }

  /// Cuts a title at its first colon.
  private static func split(_ title: String, naming name: String?) -> (name: String, rest: String)?
  {
    if let name, title.hasPrefix(name + ": ") {
      return (name, String(title.dropFirst(name.count + 2)))
    }
    let bytes = Array(title.utf8)
    guard let colon = bytes.firstRange(of: ": ", in: 0..<bytes.count),
      bytes[..<colon.lowerBound].count(where: { $0 == .space }) <= 3
    else { return nil }
    return (bytes.string(0..<colon.lowerBound), bytes.string(colon.upperBound..<bytes.count))
  }

  /// Tells whether the title can be parted into a name and what it is.
  var hasTitleName: Bool { titleName != nil }

  /// Returns a unit of a mould with what is known in its places; nil where something is not.
  func text(of unit: Mould.Unit, in mould: Mould) -> [UInt8]? {
    var text: [UInt8] = []
    for piece in unit.pieces {
      switch piece {
      case .literal(let bytes): text += text.avoidingTwoStops(bytes)
      case .slot(let slot, let sample):
        guard let value = value(of: slot, like: sample, in: mould) else { return nil }
        text += value
      }
    }
    return text
  }

  /// Returns what goes into a place; nil where that is not known.
  func value(of slot: Slot, like sample: [UInt8], in mould: Mould) -> [UInt8]? {
    func escaped(_ text: String?, isFirst: Bool = false) -> [UInt8]? {
      guard let text, !text.isEmpty else { return nil }
      return PlainWords.escaped(
        text,
        in: PlainWords.Place(
          isRow: isRow,
          isFirst: isFirst,
          isEmphasised: mould.isEmphasised(slot)
        )
      )
    }
    if let word = placeholders[slot] { return escaped(word) }
    switch slot {
    case .tags:
      return particulars.tags.isEmpty ? nil : words(particulars.tags, mould.tagMarks, \.tagMarks)
    case .name:
      let own = mould.joinsName ? titleName?.name : particulars.name ?? titleName?.name
      return escaped(own)
    case .title:
      return escaped(mould.joinsName ? titleName?.rest : particulars.title, isFirst: true)
    case .authors:
      guard !particulars.authors.isEmpty else { return nil }
      return writtenAuthors { escaped($0) ?? [] }
    case .venue: return escaped(venueText)
    case .encodedVenue:
      return venueText.map { Array($0.replacing(" ", with: "%20").utf8) }
    case .year:
      guard let year = particulars.year ?? particulars.date?.year else { return nil }
      return Array(String(year).utf8.suffix(sample.count == 2 ? 2 : 4))
    case .date: return date(like: sample, in: mould).map { Array($0.utf8) }
    case .description:
      guard let text = particulars.description else { return nil }
      // What somebody wrote for this list stands as it is, as far as the rules have it so.
      guard !particulars.isDescriptionMarkdown else { return PlainWords.line(text, isRow: isRow) }
      return escaped(described(text, like: sample))
    case .keywords:
      guard !particulars.keywords.isEmpty else { return nil }
      return words(particulars.keywords, mould.keywordMarks, \.keywordMarks)
    case .detail(let key):
      // Whoever runs the program says it.
      return particulars.details[key].map { PlainWords.line($0, isRow: isRow) }
    case .address(let role, let ordinal): return address(role, ordinal, like: sample, in: mould)
    case .label(let role, let ordinal):
      guard let links = addresses[role], ordinal < links.count else { return nil }
      return escaped(links[ordinal].text ?? links[ordinal].label)
    case .pending(let role):
      return particulars.pending.contains { self.role(of: $0) == role } ? sample : nil
    case .identifier: return particulars.arXiv.map { Array($0.description.utf8) }
    case .repository: return particulars.repository.map { Array($0.utf8) }
    case .code: return code(like: sample, in: mould).map { Array($0.utf8) }
    case .announced: return announced(like: sample).map { Array($0.utf8) }
    // Who wrote it, or where, nobody says here: its name stands there, which people look for.
    case .lead:
      return escaped(particulars.name ?? titleName?.name ?? particulars.title, isFirst: true)
    case .unparsed: return nil
    }
  }

  /// Tells whether a name is that of a place where preprints stand.
  func isPreprint(_ venue: String) -> Bool { VenueReader(vocabulary).isPreprint(venue) }

  /// Tells whether two names are of one venue.
  func isSame(_ venue: String, _ other: String) -> Bool {
    (vocabulary.name(of: venue) ?? venue) == (vocabulary.name(of: other) ?? other)
  }

  /// Returns venue and year as one word, as other entries of the venue have it; nil where none has.
  private func code(like sample: [UInt8], in mould: Mould) -> String? {
    guard let venue = particulars.venue, let year = particulars.year else { return nil }
    func letters(_ sample: [UInt8]) -> String {
      String(decoding: sample.prefix { !$0.isDigit }, as: UTF8.self)
    }
    let known = vocabulary.name(of: venue) ?? venue
    let isPreprint = isPreprint(venue)
    let others = book.moulds.filter { other in
      guard let own = other.venue else { return false }
      return isPreprint ? other.isPreprint == true : (vocabulary.name(of: own) ?? own) == known
    }
    let words = others.compactMap { $0.sample(of: .code).map(letters) }
    // A venue that no other entry has so is called there as it is elsewhere.
    guard
      let word = words.mostCommon
        ?? venueText.flatMap({ $0.utf8.allSatisfy(\.isLetter) ? $0 : nil })
    else { return nil }
    let digits = sample.count - letters(sample).utf8.count
    return word + String(year).suffix(digits)
  }

  /// Returns words with the marks that another entry has around and between them.
  private func words(
    _ words: [String],
    _ marks: Mould.KeywordMarks?,
    _ others: KeyPath<Mould, Mould.KeywordMarks?>
  ) -> [UInt8] {
    let words = words.map { PlainWords.escaped($0, in: PlainWords.Place(isRow: isRow)) }
    let separator =
      marks?.separator ?? book.nearest.compactMap { $0[keyPath: others]?.separator }.mostCommon
      ?? book.moulds.compactMap { $0[keyPath: others]?.separator }.mostCommon ?? Array(", ".utf8)
    return (marks?.open ?? []) + words.joined(separator: separator) + (marks?.close ?? [])
  }

  /// Returns the venue as the list writes it.
  private func writtenVenue() -> String? {
    guard let name = particulars.venue else { return nil }
    guard isPreprint(name) else { return venues.writing(name) }
    // How preprints are called differs, and the identifier may be a part of it.
    func plain(_ name: String, _ id: ArXivID?) -> String {
      id.map { name.replacing($0.description, with: "\u{1}") } ?? name
    }
    let own = plain(name, particulars.arXiv)
    func names(_ moulds: [Mould]) -> [String] {
      moulds.compactMap { mould in
        guard mould.isPreprint == true, let venue = mould.venue else { return nil }
        let name = plain(venue, mould.arXiv)
        // One that names a paper that its link does not lead to says nothing of this one.
        return Array(name.utf8).hasArXivNumber ? nil : name
      }
    }
    let known = names(book.moulds)
    var written = own
    if known.count(where: { $0 == own }) < 2, !known.isEmpty {
      written = names(book.nearest).mostCommon ?? known.mostCommon ?? own
    }
    guard let id = particulars.arXiv else { return written.contains("\u{1}") ? name : written }
    return written.replacing("\u{1}", with: id.description)
  }

  /// Returns a description with the capital and the full stop that the list's have.
  private func described(_ text: String, like sample: [UInt8]) -> String {
    var bytes = Array(text.utf8)
    let stop = UInt8(ascii: ".")
    if sample.last == stop {
      if let last = bytes.last, last.isWord || last == UInt8(ascii: ")") { bytes.append(stop) }
    } else {
      while bytes.last == stop, bytes.dropLast().last != stop { bytes.removeLast() }
    }
    if format.customs.contains(.capitalDescription), let first = bytes.first, first.isLowercase,
      bytes.prefix(while: { !$0.isWhitespace }).allSatisfy(\.isLowercase)
    {
      bytes[0] = first & 0xDF
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
