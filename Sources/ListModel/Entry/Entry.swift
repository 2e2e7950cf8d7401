internal import Text

/// One entry of a list, as it was read: its fields, and every byte that stands between them.
///
/// All ranges are of `text`, half-open, in bytes.
package struct Entry: Sendable {
  /// The source as it stands, from the start of its first line, without the last line end and without
  /// comments to this program.
  package let text: [UInt8]
  /// The comments that stood in the source, in order.
  package var comments: [CutComment] = []
  package var marker: Marker
  /// Whether it is a row of a table.
  package var isRow = false
  package var tags: TagBlock?
  package var title: Title? { didSet { knownIdentity = nil } }
  package var venue: VenueYear?
  /// The fields that are text and nothing more: name, authors, date, description, details.
  package var texts: [TextField] = []
  /// The details, where the format says what they are.
  package var nestedItems: [NestedItem] = []
  /// In the order in which they stand.
  package var links: [Link] = [] { didSet { knownIdentity = nil } }
  /// The index of the link whose text is the title.
  package var titleLink: Int?
  /// Text with words in it that belongs to no field.
  package var unparsed: [Range<Int>] = []
  /// What stands between neighbouring fields, in order, and what the format wants there.
  package var separators: [Separator] = []
  /// Its identity, where that was asked for when it was read.
  private var knownIdentity: Identity?

  package init(text: [UInt8], marker: Marker) {
    self.text = text
    self.marker = marker
  }

  /// Tells whether there is nothing after the marker.
  package var isEmpty: Bool {
    text.trimmed(marker.range.upperBound..<text.count).isEmpty
  }

  /// Returns the text of a range.
  package func string(_ range: Range<Int>) -> String { text.string(range) }

  /// Returns the index of the link that begins at an offset of the text, by halves: links are in its order.
  package func link(at offset: Int) -> Int? {
    let index = links.partitioningIndex { $0.range.lowerBound >= offset }
    return index < links.count && links[index].range.lowerBound == offset ? index : nil
  }

  /// The links under a label or one of its aliases, by the label set of the format.
  package func links(labelled name: String) -> [Link] {
    links.filter { $0.kind == name }
  }

  /// The paper this entry is about: the first link that names one, those labelled as the paper
  /// before others, else the title.
  package var identity: Identity { knownIdentity ?? findIdentity() }

  /// Looks for its identity once: everybody asks for it.
  package mutating func rememberIdentity() { knownIdentity = findIdentity() }

  private func findIdentity() -> Identity {
    for link in links where link.kind == LinkLabels.paper {
      if let identity = link.identity { return identity }
    }
    for link in links where link.kind != LinkLabels.paper {
      if let identity = link.identity { return identity }
    }
    return titleKey.isEmpty ? .none : .title(titleKey)
  }

  /// Returns the text of a field that is text and nothing more; of several parts, the first.
  package func text(of field: FieldName) -> String? {
    let own = texts.first { $0.field == field }?.range
    return (own ?? (nestedItems.isEmpty ? nil : ranges(of: field).first)).map(string)
  }

  /// The texts of the items inside it.
  package var details: [String] { texts.filter { $0.field == .details }.map { string($0.range) } }

  /// Which paper it is about, its title as it stands, and the page that the title leads to.
  package var paper: (identity: Identity, title: String, page: String?) {
    (identity, title?.text ?? "", page)
  }

  /// What the address of a title that is a link shares with others of the same part of a page; nil where the
  /// title is none, or leads to a whole site.
  package var page: String? {
    guard let titleLink, let url = links[titleLink].url else { return nil }
    let address = WebAddress(url.withoutInvisibles)
    guard !address.host.isEmpty, !address.pathComponents.isEmpty else { return nil }
    let part = address.fragment.map { $0.isEmpty ? "" : "#" + $0 } ?? ""
    return (address.pageKey + part).lowercased()
  }

  /// The year in which it appeared: that of its venue, else that of its date.
  package var year: Int? { venue?.year ?? text(of: .date).flatMap { Array($0.utf8).dateYear } }

  /// Tells whether a field was found.
  package func has(_ field: FieldName) -> Bool {
    switch field {
    case .title: title != nil
    case .tags: tags != nil
    case .venue: venue != nil
    case .links: links.indices.contains { $0 != titleLink }
    case .name, .authors, .date, .description, .details:
      texts.contains { $0.field == field } || !nestedItems.isEmpty && !ranges(of: field).isEmpty
    }
  }

  /// The title as it is compared; empty where there is none.
  package var titleKey: String { title?.key ?? "" }
}

/// The bullets an entry begins with.
package struct Marker: Hashable, Sendable {
  /// From the start of the line to the first byte of the content.
  package let range: Range<Int>
  /// The white space before the first bullet.
  package let indentation: Range<Int>
  /// Each bullet without the space after it; more than one where the bullet was doubled.
  package let bullets: [Range<Int>]

  package init(range: Range<Int>, indentation: Range<Int>, bullets: [Range<Int>]) {
    self.range = range
    self.indentation = indentation
    self.bullets = bullets
  }
}

/// The tags of an entry and the marks around them.
package struct TagBlock: Hashable, Sendable {
  package let range: Range<Int>
  package let tags: [Tag]

  package init(range: Range<Int>, tags: [Tag]) {
    self.range = range
    self.tags = tags
  }
}

/// A tag, without the marks around it.
package struct Tag: Hashable, Sendable {
  package let name: String
  package let range: Range<Int>

  package init(name: String, range: Range<Int>) {
    self.name = name
    self.range = range
  }
}

/// A title, without the marks around it.
package struct Title: Hashable, Sendable {
  package let text: String
  package let range: Range<Int>
  /// Whether the title was written as a link's text.
  package let isLink: Bool
  /// The title as it is compared.
  package let key: String

  package init(text: String, range: Range<Int>, isLink: Bool) {
    self.text = text
    self.range = range
    self.isLink = isLink
    key = normalisedTitle(text)
  }
}

/// A field that is text, without the marks around it.
package struct TextField: Hashable, Sendable {
  package let field: FieldName
  package let range: Range<Int>

  package init(field: FieldName, range: Range<Int>) {
    self.field = field
    self.range = range
  }
}

/// Where and when a paper appeared, as in `CVPR'2024`.
package struct VenueYear: Hashable, Sendable {
  package let range: Range<Int>
  /// The venue as it is written; nil where only a year stands.
  package let name: String?
  package let nameRange: Range<Int>?
  /// The year in full; nil where none stands or where what stands is not a year.
  package let year: Int?
  /// The digits as they are written.
  package let yearRange: Range<Int>?

  package init(
    range: Range<Int>,
    name: String?,
    nameRange: Range<Int>?,
    year: Int?,
    yearRange: Range<Int>?
  ) {
    self.range = range
    self.name = name
    self.nameRange = nameRange
    self.year = year
    self.yearRange = yearRange
  }
}

extension Link {
  /// The paper that the address names; what nobody sees in it makes no other paper.
  fileprivate var identity: Identity? {
    guard let url, let address else { return nil }
    if let arXiv { return .arXiv(arXiv) }
    let isPlain = url.utf8.allSatisfy { $0 < 0x80 }
    return Identity(isPlain ? address : WebAddress(url.withoutInvisibles))
  }
}
