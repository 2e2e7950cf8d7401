internal import ListModel
internal import Text

extension Filling {
  /// Returns the author that a label names; nil where it is not a person's.
  func author(named label: String) -> String? {
    let key = normalisedTitle(label)
    return key.isEmpty ? nil : particulars.authors.first { normalisedTitle($0) == key }
  }

  /// Returns the authors as the list writes them, with links to the pages that are known of them.
  func writtenAuthors(escaping escaped: (String) -> [UInt8]) -> [UInt8] {
    var text = escaped(authors.text(particulars.authors, andOthers: particulars.hasMoreAuthors))
    for author in particulars.authors {
      let name = authors.written(author)
      guard let url = authorPages[author].flatMap(PlainWords.address), !name.isEmpty,
        let found = text.firstRange(
          of: String(decoding: escaped(name), as: UTF8.self),
          in: 0..<text.count
        )
      else { continue }
      let link = [UInt8(ascii: "[")] + text[found] + Array("](".utf8) + url + [UInt8(ascii: ")")]
      text.replaceSubrange(found, with: link)
    }
    return text
  }
}
