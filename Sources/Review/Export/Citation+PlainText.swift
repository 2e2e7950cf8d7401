internal import ListModel
package import Parsing

extension Citation {
  /// It with its texts as a reader sees them.
  package var plain: Citation {
    func plain(_ text: String?) -> String? { text.map { PlainText($0).text } }
    return Citation(
      name: plain(name),
      title: plain(title),
      authors: plain(authors),
      venue: plain(venue),
      year: year,
      otherAppearances: otherAppearances,
      description: plain(description),
      links: links
    )
  }
}
