/// What an entry says, apart from how it is written.
package struct EntryContent: Hashable, Sendable {
  package var tags: [String]
  package var title: String?
  package var name: String?
  package var authors: String?
  package var date: String?
  package var description: String?
  /// Nested items, each without its bullet.
  package var details: [String] = []
  package var venue: String?
  package var year: Int?
  /// Label and destination of each link.
  package var links: [LinkContent]

  package struct LinkContent: Hashable, Sendable {
    package var label: String
    package var url: String

    package init(label: String, url: String) {
      self.label = label
      self.url = url
    }
  }

  package init(tags: [String], title: String?, venue: String?, year: Int?, links: [LinkContent]) {
    self.tags = tags
    self.title = title
    self.venue = venue
    self.year = year
    self.links = links
  }
}

extension EntryFormat {
  /// Writes an entry as the format has it, without a line end; absent fields leave no trace.
  package func write(_ content: EntryContent) -> String {
    var line = marker + " "
    var terminator: String?
    for part in parts {
      guard let field = write(part.field, of: content) else { continue }
      line += (terminator ?? "") + field
      terminator = part.field == .title ? self.terminator(ofTitle: field) : part.terminator
    }
    while let last = terminator?.last, last == " " { terminator?.removeLast() }
    return line + (terminator ?? "")
  }

  /// Returns what stands after a title: one that ends in `?` or `!` takes no full stop.
  package func terminator(ofTitle title: String) -> String? {
    guard let terminator = parts.first(where: { $0.field == .title })?.terminator else {
      return nil
    }
    guard terminator.first == ".", title.last == "?" || title.last == "!" else { return terminator }
    return String(terminator.dropFirst())
  }

  private func write(_ field: FieldName, of content: EntryContent) -> String? {
    switch field {
    case .tags: content.tags.isEmpty ? nil : tags?.write(content.tags)
    case .title: content.title
    case .venue:
      switch (content.venue, content.year) {
      case (let name?, let year?): venue?.write(name: name, year: year)
      case (let name?, nil): name
      case (nil, let year?): String(year)
      case (nil, nil): nil
      }
    case .name: content.name
    case .authors: content.authors
    case .date: content.date
    case .description: content.description
    case .details: content.details.isEmpty ? nil : content.details.joined(separator: "\n")
    case .links:
      content.links.isEmpty
        ? nil
        : content.links.map { links.write(label: $0.label, url: $0.url) }
          .joined(separator: links.separator)
    }
  }
}

extension Entry {
  /// What the entry says; links without a label or a destination say nothing.
  package var content: EntryContent {
    EntryContent(
      tags: tags?.tags.map(\.name) ?? [],
      title: title?.text,
      venue: venue?.name,
      year: venue?.year,
      links: links.compactMap { link in
        guard let label = link.label, let url = link.url else { return nil }
        return EntryContent.LinkContent(label: label, url: url)
      }
    )
  }
}
