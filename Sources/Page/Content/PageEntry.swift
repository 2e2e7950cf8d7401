package import ListModel
package import Parsing
internal import Review
package import Rules
internal import Text

/// An entry as the page shows it: each field as plain text.
package struct PageEntry: Sendable {
  package struct Link: Sendable {
    package let label: String
    package let address: SafeAddress
    package let isCode: Bool
  }

  /// The name of its place on the page, of letters, digits, dots and dashes.
  package let anchor: String
  package let identity: Identity
  /// The index of its list, of its section there, and its first line.
  package let place: Place
  package let tags: [String]
  /// A name before the title.
  package let name: String
  package let title: String
  /// Where the title leads.
  package let address: SafeAddress?
  package let authors: String
  package let venue: String
  package let year: Int?
  /// Where else it appeared.
  package let otherAppearances: [Citation.Appearance]
  /// A date that says more than the year.
  package let date: String
  package let text: String
  /// The links other than the title's.
  package let links: [Link]
  package let hasCode: Bool
  /// What its nested items say that no field above does, in their order.
  package let details: [Detail]
  /// As the BibTeX export has it.
  package let bibtex: BibTeX
  /// When it came in; nil where nobody knows.
  package var added: Moment?
  /// Whether it came in shortly before the version that the page shows.
  package var isNew = false
  package var mark = EntryMark()

  /// A nested item: words, and the keywords after them.
  package struct Detail: Hashable, Sendable {
    package let text: String
    package let keywords: [String]
  }

  /// How a page has an entry's record.
  package enum BibTeX: Hashable, Sendable {
    /// It is not a paper, or stands before.
    case none
    /// It follows from what the page shows and these letters, by the page's script.
    case shown(String)
    case text(String)
  }

  package struct Place: Hashable, Sendable {
    package let list: Int
    package let section: Int
    package let line: Int
  }
}

extension PageEntry {
  init(
    _ item: ListExport.List.Item,
    at place: Place,
    anchor: String,
    citation: ListExport.BibTeXEntry?,
    naming forms: VenueForms
  ) {
    let (entry, said) = (item.entry, item.dated)
    self.anchor = anchor
    self.place = place
    identity = entry.identity
    tags = entry.tags?.tags.map { PlainText($0.name).text } ?? []
    let main = entry.titleLink.flatMap { entry.links[$0].url } ?? entry.mainURL
    address = main.flatMap(SafeAddress.init)
    let name = said.name ?? ""
    let title = said.title ?? ""
    let words = title.isEmpty && name.isEmpty ? PlainText(entry.string(entry.words)).text : title
    // A title that begins with the name says it.
    self.name = title.isEmpty || title.hasPrefix(name + ":") ? "" : name
    self.title = words.isEmpty ? name : words
    authors = said.authors ?? ""
    venue = said.venue.map { forms.name($0, in: place.list) } ?? ""
    year = said.year
    otherAppearances = said.otherAppearances.map {
      Citation.Appearance(venue: forms.name($0.venue, in: place.list), year: $0.year)
    }
    let date = entry.texts.first { $0.field == .date }.map {
      PlainText(entry.string($0.range)).text
    }
    self.date = date.flatMap { $0 == said.year.map(String.init) ? nil : $0 } ?? ""
    text = said.description ?? ""
    let shown = address?.text
    let titleRange = entry.titleLink.map { entry.links[$0].range }
    let links = said.links.compactMap { link -> Link? in
      guard link.range != titleRange, let address = link.url.flatMap(SafeAddress.init) else {
        return nil
      }
      return Link(
        label: Self.label(of: link, address),
        address: address,
        isCode: Self.isCode(link, address)
      )
    }
    // What the title leads to already needs no second link, nor does a picture of it.
    self.links = links.filter { $0.address.text != shown }
    // A title that leads to a program counts, too.
    hasCode = said.links.contains { link in
      link.url.flatMap(SafeAddress.init).map { Self.isCode(link, $0) } ?? false
    }
    details = Self.details(entry, said)
    guard let citation, citation.isOfPaper else {
      bibtex = .none
      return
    }
    let rest = citation.remainder(
      after: ShownCitation(
        title: self.title,
        authors: authors,
        venue: venue,
        year: year,
        addresses: [shown].compactMap { $0 } + self.links.map(\.address.text),
        tags: tags + details.flatMap(\.keywords)
      )
    )
    bibtex = rest.map { .shown($0) } ?? .text(citation.text)
  }

  /// Returns what nested items say beside what was taken from them already: the people, where it appeared, links.
  private static func details(_ entry: Entry, _ said: Citation) -> [Detail] {
    let known = [said.title, said.authors, said.description].compactMap { $0 }.map(\.letters)
      .filter { !$0.isEmpty }
    let taken = entry.nestedItems.filter { item in
      !item.values.isEmpty
        && item.values.allSatisfy {
          switch $0.kind {
          case .authors: said.authors != nil
          case .venue: said.venue != nil
          case .links: true
          case .date, .description, .keywords, .text: false
          }
        }
    }
    var keywords = entry.keywords[...]
    return entry.texts.filter { $0.field == .details }.compactMap { item in
      let own = keywords.prefix { item.range.contains($0.lowerBound) }
      keywords = keywords.dropFirst(own.count)
      let words = own.map { PlainText(entry.string($0)).text }
      let end = own.first?.lowerBound ?? item.range.upperBound
      let text = PlainText(entry.string(item.range.lowerBound..<end)).text
      if own.isEmpty {
        if taken.contains(where: { $0.range == item.range }) { return nil }
        let letters = text.letters
        let isLink =
          text.hasPrefix("http")
          || entry.links.contains {
            $0.range.lowerBound == item.range.lowerBound
          }
        if letters.isEmpty || isLink || known.contains(where: { letters.hasPrefix($0) }) {
          return nil
        }
      }
      return Detail(text: text.withoutOpenBracket, keywords: words)
    }
  }

  private static func label(of link: ListModel.Link, _ address: SafeAddress) -> String {
    var label = PlainText(link.label ?? "").text
    let isAddress = label.hasPrefix("http") || label.hasPrefix("!") || label.contains("](")
    if label.isEmpty || isAddress {
      // A label that is a picture is called what the picture is.
      let names = [link.label?.alternative, link.kind].compactMap { $0.map { PlainText($0).text } }
      label = names.first { !$0.isEmpty } ?? address.host
    }
    return label
  }

  private static let codeHosts: Set<String> = [
    "github.com", "gitlab.com", "bitbucket.org", "codeberg.org",
  ]

  /// Tells whether a link leads to a program: by what the list calls it, else by where it leads.
  private static func isCode(_ link: ListModel.Link, _ address: SafeAddress) -> Bool {
    if link.kind == "code" { return true }
    return codeHosts.contains(address.host) && WebAddress(address.text).pathComponents.count >= 2
  }
}

extension String {
  /// What a picture in HTML is called: `<img alt="Run it">`; nil where there is none.
  fileprivate var alternative: String? {
    guard hasPrefix("<"), let start = firstRange(of: "alt=\"")?.upperBound,
      let end = self[start...].firstIndex(of: "\"")
    else { return nil }
    return String(self[start..<end])
  }

  /// Its letters and digits, by which two texts are compared.
  fileprivate var letters: String {
    String(decoding: utf8.lazy.filter(\.isWord).map(\.lowercased), as: UTF8.self)
  }

  /// It without the bracket that the first keyword stands in.
  fileprivate var withoutOpenBracket: String {
    last == "[" || last == "(" ? String(dropLast()).trimmedAtEnd : self
  }

  private var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Entry {
  /// What stands after the marker, as far as its first line goes.
  fileprivate var words: Range<Int> {
    let start = marker.range.upperBound
    return start..<(text[start...].firstIndex(where: \.isLineEnd) ?? text.count)
  }
}
