internal import ListModel
internal import Text

/// What a reader is shown of an entry, from which most of its BibTeX record follows.
package struct ShownCitation: Sendable {
  package let title: String
  package let authors: String
  package let venue: String
  package let year: Int?
  /// Where its links lead, in their order, first the title's.
  package let addresses: [String]
  /// Its tags, and its keywords after them.
  package let tags: [String]

  package init(
    title: String,
    authors: String,
    venue: String,
    year: Int?,
    addresses: [String],
    tags: [String]
  ) {
    self.title = title
    self.authors = authors
    self.venue = venue
    self.year = year
    self.addresses = addresses
    self.tags = tags
  }

  /// The names, where they are written as most lists write them.
  fileprivate var names: [String] {
    var text = authors.split(whereSeparator: \.isUnicodeSpace).joined(separator: " ")
      .replacing(", and ", with: ", ").replacing(" and ", with: ", ")
    let end = text.firstRange(of: " et al")
    if let end {
      text = String(text[..<end.lowerBound])
      if text.hasSuffix(",") { text.removeLast() }
    }
    let names = text.split(separator: ", ").map(String.init)
    return end == nil ? names : names + ["others"]
  }

  /// The number of the first article on arXiv among the addresses.
  fileprivate var eprint: String? {
    addresses.lazy.compactMap(Self.eprint).first
  }

  /// The DOI that the first address ends in.
  fileprivate var doi: String? {
    guard let address = addresses.first, let start = address.firstRange(of: "/10.") else {
      return nil
    }
    let name = address[start.lowerBound...].dropFirst()
    let prefix = name.dropFirst(3).prefix { $0.isASCII && $0.isNumber }
    let rest = name.dropFirst(3 + prefix.count)
    guard !prefix.isEmpty, rest.count > 1, rest.first == "/", !name.contains("?"),
      !name.contains("#")
    else { return nil }
    return name.lowercased()
  }

  private static func eprint(_ address: String) -> String? {
    let bytes = Array(address.utf8)
    let starts = [
      "https://arxiv.org/", "http://arxiv.org/", "https://www.arxiv.org/", "http://www.arxiv.org/",
    ]
    guard let start = starts.first(where: { address.hasPrefix($0) }) else { return nil }
    var rest = bytes[start.utf8.count...]
    guard rest.starts(with: "abs/".utf8) || rest.starts(with: "pdf/".utf8) else { return nil }
    rest = rest.dropFirst(4)
    let month = rest.prefix(4)
    let number = rest.dropFirst(5).prefix(5).prefix(while: \.isDigit)
    guard month.count == 4, month.allSatisfy(\.isDigit), number.count >= 4,
      rest.dropFirst(4).first == UInt8(ascii: ".")
    else { return nil }
    return String(decoding: month, as: UTF8.self) + "." + String(decoding: number, as: UTF8.self)
  }

  /// Whether a record is made of its words as they stand: control characters are not.
  fileprivate var isPlain: Bool {
    ([title, authors, venue] + tags).allSatisfy { text in
      text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        || text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
  }
}

extension Character {
  fileprivate var isUnicodeSpace: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}

extension ListExport.BibTeXEntry {
  /// Tells whether a venue that is shown is what the record says; that of a preprint with a number is not said.
  private func saysVenue(_ shown: String, _ eprint: String?) -> Bool {
    record.kind == .preprint && eprint != nil || record.venue ?? "" == shown
  }

  /// Returns what the record says that does not follow from what is shown: a letter for its type, and what its key
  /// ends in.
  ///
  /// The letter is `i` for inproceedings, `a` for article, `m` for misc, and `p` for misc that leaves out the venue.
  /// Nil where the record says something else than what is shown.
  package func remainder(after shown: ShownCitation) -> String? {
    let eprint = shown.eprint
    let isPreprint = shown.venue.isEmpty || record.kind == .preprint
    let year = shown.year ?? (isPreprint ? eprint.flatMap { Int("20" + $0.prefix(2)) } : nil)
    guard record.doi == shown.doi, record.title == shown.title, record.authors == shown.names,
      record.tags == shown.tags, saysVenue(shown.venue, eprint), record.year == year,
      record.arXivID?.description == eprint, let url = record.url, url == shown.addresses.first,
      url.withoutBraces == url, shown.isPlain
    else { return nil }
    let stem = CitationKeys.stem(of: record)
    guard !stem.isEmpty, key.hasPrefix(stem) else { return nil }
    let type: String
    switch record.kind {
    case .conference, .workshop: type = "i"
    case .journal: type = "a"
    case .preprint: type = eprint == nil ? "m" : "p"
    case nil: type = "m"
    }
    return type + key.dropFirst(stem.count)
  }
}
