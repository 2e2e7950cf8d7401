package import ListModel
internal import Parsing

extension ListExport {
  private static let heading = [
    "list", "line", "section", "identity", "tags", "name", "title", "authors", "venue", "year",
    "date",
    "description", "url", "links", "keywords",
  ]

  /// The lists as comma-separated values after RFC 4180: a heading, then a row an entry.
  ///
  /// Sections are joined by ` > `, tags and links by `; `. Text that a spreadsheet would take for a
  /// formula gets an apostrophe before it.
  package func csv() -> String {
    var rows = [Self.heading]
    for list in lists {
      for item in list.entries {
        let entry = item.entry
        let citation = item.citation
        rows.append([
          list.path, "\(item.place.lines.lowerBound)",
          list.document.section(of: item.place).path.joined(separator: " > "),
          entry.identity.description,
          entry.tags?.tags.map(\.name).joined(separator: "; ") ?? "",
          citation.name ?? "", citation.title ?? "", citation.authors ?? "",
          citation.venue ?? "", citation.year.map(String.init) ?? "",
          entry.text(of: .date) ?? "", citation.description ?? "",
          entry.mainURL ?? "",
          citation.links.compactMap { link in
            link.url.map { url in link.label.map { "\($0) \(url)" } ?? url }
          }
          .joined(separator: "; "),
          entry.keywords.map(entry.string).joined(separator: "; "),
        ])
      }
    }
    return rows.map { $0.map(\.csvField).joined(separator: ",") + "\r\n" }.joined()
  }
}

extension Entry {
  /// Where the paper is, else whatever is linked first.
  package var mainURL: String? {
    links(labelled: LinkLabels.paper).compactMap(\.url).first
      ?? links.first { !$0.isImage && $0.url != nil }?.url
  }
}

extension String {
  /// The text as a field, quoted where it has to be.
  fileprivate var csvField: String {
    let isFormula = utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let text = (isFormula ? "'" : "") + self
    guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
