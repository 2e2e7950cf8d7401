package import ListModel
internal import Parsing
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
  package let text: String
  /// The links other than the title's.
  package let links: [Link]
  package let hasCode: Bool
  /// As the BibTeX export has it; empty for what is not a paper.
  package let bibtex: String
  /// When it came in; nil where nobody knows.
  package var added: Moment?
  /// Whether it came in shortly before the version that the page shows.
  package var isNew = false
  package var mark = EntryMark()

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
    citation: ListExport.BibTeXEntry?
  ) {
    let (entry, said) = (item.entry, item.citation)
    self.anchor = anchor
    self.place = place
    identity = entry.identity
    tags = entry.tags?.tags.map { PlainText($0.name).text } ?? []
    let main = entry.titleLink.flatMap { entry.links[$0].url } ?? entry.mainURL
    address = main.flatMap(SafeAddress.init)
    let name = said.name ?? ""
    let title = said.title ?? ""
    let words = title.isEmpty && name.isEmpty ? PlainText(entry.string(entry.words)).text : title
    self.name = title.isEmpty ? "" : name
    self.title = words.isEmpty ? name : words
    authors = said.authors ?? ""
    venue = said.venue ?? ""
    year = said.year
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
    self.links = links.filter { $0.address.text != shown || $0.isCode }
    // A title that leads to a program counts, too.
    hasCode = said.links.contains { link in
      link.url.flatMap(SafeAddress.init).map { Self.isCode(link, $0) } ?? false
    }
    bibtex = citation.flatMap { $0.isOfPaper ? $0.text : nil } ?? ""
  }

  private static func label(of link: ListModel.Link, _ address: SafeAddress) -> String {
    var label = PlainText(link.label ?? "").text
    let isAddress = label.hasPrefix("http") || label.hasPrefix("!") || label.contains("](")
    if label.isEmpty || isAddress { label = link.kind ?? address.host }
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

extension Entry {
  /// What stands after the marker, as far as its first line goes.
  fileprivate var words: Range<Int> {
    let start = marker.range.upperBound
    return start..<(text[start...].firstIndex(where: \.isLineEnd) ?? text.count)
  }
}
