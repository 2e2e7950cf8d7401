import ListModel
import Parsing
import Review
import Rules
import Text
import Writing

extension Entry {
  var shape: String {
    if isRow { return "C row" }
    if !nestedItems.isEmpty { return "F nested" }
    let isLong = text.contains(UInt8(ascii: "\n"))
    if text.starts(with: "<".utf8) || marker.bullets.isEmpty && !isLong {
      return "H html, paragraph"
    }
    if isLong { return "D block" }
    return titleLink == nil ? "A line, plain title" : "B line, linked title"
  }

  var hasRepository: Bool {
    links.contains { link in link.url.map { WebAddress($0).host == "github.com" } ?? false }
  }

  /// What the entry says, each field in a form in which it can be compared.
  ///
  /// `addingYear` gives an entry without a year the one that arXiv's number says.
  func fields(
    _ citation: Citation,
    _ places: CitationPlaces,
    _ venues: VenueVocabulary,
    addingYear: Bool = false
  ) -> [String] {
    var year = citation.year
    if addingYear, case .arXiv(let id) = identity { year = year ?? id.year }
    let plain = citation.plain
    let date =
      text(of: .date).flatMap { CalendarDate($0) }
      ?? plain.year.flatMap { self.date(beginningWith: $0) }
    // A year alone is said as a date or with the venue, as the list has it.
    let day =
      date.flatMap { date in date.month.map { "\(date.year) \($0) \(date.day ?? 0)" } } ?? ""
    let people = AuthorList(plain.authors ?? "").names.joined(separator: ";")
    let title = plain.title ?? ""
    let paper: String
    if case .title = identity { paper = title } else { paper = identity.description }
    // Two spellings of a venue are one, and all names of the place where preprints stand.
    let venue = plain.venue.map { name in
      VenueReader(venues).isPreprint(name) ? "preprint" : venues.name(of: name) ?? name
    }
    return [
      paper, title, people, venue ?? "", year.map(String.init) ?? "",
      plain.description ?? "", day,
    ].map(normalisedTitle)
      + separateLinks(citation, places).map { link in
        guard let address = link.address else { return link.label ?? "" }
        return link.arXiv?.description ?? address.pageKey
      }
      .sorted()
  }

  /// The links that are no part of a text.
  func separateLinks(_ citation: Citation, _ places: CitationPlaces) -> [Link] {
    citation.links.filter { link in
      !(places.description.map { $0.contains(link.range.lowerBound) } ?? false)
    }
  }
}

extension Particulars {
  /// What an entry says, as somebody would know it who adds it.
  init(
    _ entry: Entry,
    _ citation: Citation,
    _ places: CitationPlaces,
    _ details: [String: String]
  ) {
    self.init()
    let plain = citation.plain
    identity = entry.identity
    name = plain.name
    title = plain.title
    if let authors = plain.authors {
      let list = AuthorList(authors)
      self.authors = list.names
      hasMoreAuthors = list.hasOthers
    }
    venue = plain.venue
    year = plain.year
    date =
      entry.text(of: .date).flatMap { CalendarDate($0) }
      ?? plain.year.flatMap { entry.date(beginningWith: $0) }
    // As whoever adds it would write it; registries say it without marks.
    description = citation.description.map { text in
      let end = places.description?.upperBound ?? 0
      let isStopped = end < entry.text.count && entry.text[end] == UInt8(ascii: ".")
      return isStopped && !text.hasSuffix(".") ? text + "." : text
    }
    isDescriptionMarkdown = true
    tags = entry.tags?.tags.map(\.name) ?? []
    keywords = entry.keywords.map { PlainText(entry.string($0)).text }
    self.details = details.mapValues { PlainText($0).text }
    page = entry.titleLink.flatMap { entry.links[$0].url }
    for link in entry.separateLinks(citation, places)
    where entry.titleLink.map({ entry.links[$0] }) != link {
      let key = entry.key(of: link).flatMap { $0.isEmpty ? nil : $0 }
      let after = entry.labelRange(after: link).map { entry.string($0) }
      let label = key ?? link.label ?? after ?? link.kind ?? ""
      if let url = link.url, !url.isEmpty {
        links.append(Address(label: label, url: url, text: key == nil ? nil : link.label))
      } else {
        pending.append(label)
      }
    }
  }

  /// The words of all that is known.
  var allWords: Set<String> {
    let texts =
      [name, title, venue, year.map(String.init), description, page].compactMap { $0 } + authors
      + tags + keywords + Array(details.values)
      + links.flatMap { [$0.label, $0.url, $0.text ?? ""] } + pending
    return texts.reduce(into: []) { $0.formUnion($1.words) }
  }
}

extension String {
  /// Its words.
  var words: Set<String> {
    Set(lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  /// It without its spaces and line ends.
  var shown: String { filter { !$0.isWhitespace } }

  /// Tells whether it has words, pictures or signs like `:star:` that are neither known nor in another text.
  func says(moreThan known: Particulars, or other: String) -> Bool {
    let isKnown = words.isSubset(of: known.allWords.union(other.words))
    return !isKnown || signs > other.signs
  }

  /// How many pictures, comments and signs it has that are no words of a language.
  private var signs: Int {
    let emoji = unicodeScalars.count {
      $0.properties.isEmojiPresentation || $0.properties.generalCategory == .otherSymbol
    }
    return emoji + components(of: "![") + components(of: "<img") + components(of: "<!--")
      + components(of: ":star:")
  }

  private func components(of text: String) -> Int { ranges(of: text).count }

  /// An entry without a number before it.
  var withoutNumber: String {
    let marks = prefix { !$0.isLetter && !$0.isNumber }
    let rest = dropFirst(marks.count)
    let digits = rest.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count < 4, let next = rest.dropFirst(digits.count).first,
      ".)]".contains(next)
    else { return self }
    return String(marks) + rest.dropFirst(digits.count)
  }

  /// Its lines without the spaces before the first, as far as the others have them, too.
  var outdented: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let depth = lines[0].prefix { $0 == " " || $0 == "\t" }.count
    return lines.map { line in
      String(line.dropFirst(min(depth, line.prefix { $0 == " " || $0 == "\t" }.count)))
    }.joined(separator: "\n")
  }
}
