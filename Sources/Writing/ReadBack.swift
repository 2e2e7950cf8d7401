internal import ListModel
internal import Markdown
internal import Parsing
internal import Rules
internal import Text

/// What a reader takes a new entry to say, held against what was to be said.
struct ReadBack {
  let entry: Entry
  let citation: Citation
  let particulars: Particulars
  let draft: Composer.Draft
  let vocabulary: VenueVocabulary

  /// How much is read otherwise than it was meant, or is not there: the title counts most.
  var faults: Int {
    var faults = 0
    if normalisedTitle(citation.title ?? "") != normalisedTitle(particulars.title ?? "") {
      faults += 20
    }
    if hasOtherAuthors { faults += 3 }
    // What is not there can be added; what is false can go unseen.
    if hasOtherVenue { faults += citation.venue == nil ? 3 : 10 }
    if hasOtherYear { faults += citation.year == nil ? 2 : 6 }
    if repeatsVenue { faults += 3 }
    if repeatsYear { faults += 3 }
    if entry.links.count(where: { $0.url != nil }) < draft.slots.count(where: { $0.role != nil }) {
      faults += 3
    }
    faults += draft.left.count { $0.role != nil }
    faults += draft.left.contains(.year) || draft.left.contains(.venue) ? 2 : 0
    return faults
  }

  /// The venue that is read and is another one, for somebody to look at.
  var otherVenue: String? { hasOtherVenue ? citation.venue : nil }

  private var hasOtherAuthors: Bool {
    guard draft.slots.contains(.authors) else { return citation.authors != nil }
    if draft.placeholders[.authors] != nil { return false }
    guard let authors = citation.authors else { return true }
    let family = particulars.authors.first?.split(separator: " ").last.map(String.init) ?? ""
    return !normalisedTitle(authors).contains(normalisedTitle(family))
  }

  private var hasOtherVenue: Bool {
    guard let found = citation.venue else {
      return draft.slots.contains(.venue) || draft.slots.contains(.encodedVenue)
    }
    guard let venue = particulars.venue else { return found != draft.placeholders[.venue] }
    let reader = VenueReader(vocabulary)
    if reader.isPreprint(venue) { return !reader.isPreprint(found) }
    return (vocabulary.name(of: found) ?? normalisedTitle(found))
      != (vocabulary.name(of: venue) ?? normalisedTitle(venue))
  }

  /// Whether the venue stands there more often than one does in the entry that this one is written after.
  private var repeatsVenue: Bool {
    guard let venue = citation.venue, let other = draft.mould.venue else { return false }
    return entry.text.count(of: venue) > max(1, draft.mould.text.count(of: other))
  }

  /// Whether the year stands there more often than one does in the entry that this one is written after.
  private var repeatsYear: Bool {
    guard let year = citation.year, let other = draft.mould.year else { return false }
    func count(_ year: Int, in pieces: [[UInt8]]) -> Int {
      pieces.reduce(0) { $0 + $1.count(of: String(year)) }
    }
    let urls = entry.links.compactMap { link in link.urlRange.map { Array(entry.text[$0]) } }
    let titles = [particulars.title, particulars.description].compactMap {
      $0.map { Array($0.utf8) }
    }
    let own = count(year, in: [entry.text]) - count(year, in: urls) - count(year, in: titles)
    let said =
      draft.mould.gaps
      + draft.mould.units.flatMap(\.pieces).map { piece in
        switch piece {
        case .slot(.address, _), .slot(.title, _), .slot(.description, _): []
        case .slot(_, let bytes), .literal(let bytes): bytes
        }
      }
    return own > max(1, count(other, in: said))
  }

  private var hasOtherYear: Bool {
    let year = particulars.year ?? particulars.date?.year ?? particulars.arXiv?.year
    guard let found = citation.year else {
      return draft.slots.contains(.year) && draft.placeholders[.year] == nil
    }
    return year != nil && found != year
  }

  /// Whether marks of Markdown show on a page that show in no entry like it: what they opened or closed is gone.
  static func showsMarks(_ entry: String, like mould: Mould, _ particulars: Particulars) -> Bool {
    let tags = Array(entry.utf8).openTags
    if tags.contains(where: { abs($0.value) > abs(mould.text.openTags[$0.key] ?? 0) }) {
      return true
    }
    guard let own = Marks(ofPage: Array(entry.utf8)), let other = Marks(ofPage: mould.text) else {
      return false
    }
    var words = [particulars.title, particulars.name, particulars.description].compactMap { $0 }
    words += particulars.authors + particulars.keywords + Array(particulars.details.values)
    let said = Marks(in: words.joined(separator: " "))
    return own.emphasis > max(other.emphasis, said.emphasis)
      || own.code > max(other.code, said.code)
      || abs(own.brackets) > max(abs(other.brackets), abs(said.brackets))
      || abs(own.parentheses) > max(abs(other.parentheses), abs(said.parentheses))
  }

  /// How many marks a text shows.
  private struct Marks {
    var emphasis = 0
    var code = 0
    /// How many brackets and parentheses open more than close.
    var brackets = 0
    var parentheses = 0

    /// Nil where it cannot be rendered in bounded time.
    init?(ofPage markdown: [UInt8]) {
      guard let html = Rendering.html(of: markdown) else { return nil }
      var isTag = false
      for byte in html {
        if byte == UInt8(ascii: "<") { isTag = true }
        if !isTag { count(byte) }
        if byte == UInt8(ascii: ">") { isTag = false }
      }
    }

    init(in text: String) { for byte in text.utf8 { count(byte) } }

    private mutating func count(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "*"): emphasis += 1
      case UInt8(ascii: "`"): code += 1
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): brackets -= 1
      case UInt8(ascii: "("): parentheses += 1
      case UInt8(ascii: ")"): parentheses -= 1
      default: break
      }
    }
  }
}

extension [UInt8] {
  /// How many tags of each name open in it more than close.
  fileprivate var openTags: [[UInt8]: Int] {
    var tags: [[UInt8]: Int] = [:]
    for index in indices where self[index] == UInt8(ascii: "<") {
      let isClosing = matches("/", at: index + 1)
      let name = self[(index + (isClosing ? 2 : 1))...].prefix(while: \.isLetter)
      guard !name.isEmpty, name.endIndex < count, " />".utf8.contains(self[name.endIndex]) else {
        continue
      }
      tags[Array(name), default: 0] += isClosing ? -1 : 1
    }
    return tags
  }

  /// How often a text stands in it.
  fileprivate func count(of text: String) -> Int {
    var (count, start) = (0, 0)
    while let found = firstRange(of: text, in: start..<self.count), !found.isEmpty {
      count += 1
      start = found.upperBound
    }
    return count
  }
}
