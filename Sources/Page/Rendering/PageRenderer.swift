internal import ListModel
internal import Parsing
internal import Rules
internal import Text

/// Writes a page.
package struct PageRenderer: Sendable {
  private let content: PageContent
  private let surroundings: Surroundings

  /// What a page says beside what its list does.
  package struct Surroundings: Sendable {
    /// The names of the files beside it, with what each is called.
    package var files: [(name: String, label: String)] = []
    /// Whether there is a feed among them.
    package var hasFeed = false
    /// Where the lines of a list are shown, by the list's index; empty where nobody knows.
    package var sources: [SafeAddress] = []
    /// The time of the version that it shows, and its name.
    package var revision: String?
    package var time: Moment?
    /// Charts, each in a figure.
    package var pictures = HTML()
    /// What was changed lately.
    package var updates: [EntryUpdate] = []

    package init() {}
  }

  /// Where the entries stand that were changed lately.
  private let updatedPlaces: Set<PageEntry.Place>

  package init(_ content: PageContent, _ surroundings: Surroundings = Surroundings()) {
    self.content = content
    self.surroundings = surroundings
    updatedPlaces = Set(surroundings.updates.map(\.place))
  }

  private static let script = HTML(file: Condensed.script(PackageResources.script_js))
  private static let citationScript = HTML(file: Condensed.script(PackageResources.citation_js))
  static let style = HTML(file: Condensed.style(PackageResources.style_css))

  /// The page: one file that asks for no other.
  package func page() -> HTML {
    let hasRecords = content.entries.contains { $0.bibtex != .none }
    let script = hasRecords ? Self.script + Self.citationScript : Self.script
    return HTML(file: PackageResources.page_html).filled([
      "title": "\(content.title)",
      "script": script,
      "style": Self.style,
      "script-hash": "\(SHA256(script.bytes).base64)",
      "style-hash": "\(SHA256(Self.style.bytes).base64)",
      "feed-link": surroundings.hasFeed
        ? "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\(content.title)\" href=\"feed.xml\">\n"
        : "",
      "summary": summary,
      "files": HTML(surroundings.files.map { "<li><a href=\"\($0.name)\">\($0.label)</a></li>" }),
      "contents": contents,
      "updated": updated,
      "pictures": surroundings.pictures,
      "sections": sections,
      "footer": footer,
    ])
  }

  private var summary: HTML {
    let sections = content.sections.count { !$0.entries.isEmpty }
    let date = surroundings.time.map { ", as of \($0.day)" } ?? ""
    let entries = content.entries.count
    let (entry, section) = (
      entries == 1 ? "entry" : "entries", sections == 1 ? "section" : "sections"
    )
    return "\(entries) \(entry) in \(sections) \(section)\(date)."
  }

  private var footer: HTML {
    var parts: [HTML] = []
    if let source = surroundings.sources.first {
      parts.append("<a href=\"\(source.text)\">The list itself</a>. ")
    }
    parts.append("This page was made from the Markdown of the list by Rubric")
    if let revision = surroundings.revision {
      parts.append(", from revision \(String(revision.prefix(12)))")
    }
    return HTML(parts + ["."])
  }

  // MARK: - Headings

  private var contents: HTML {
    var markup = HTML()
    var depths: [Int] = []
    for section in content.sections where !section.heading.isEmpty {
      while let last = depths.last, last > section.depth {
        markup += "</li></ul>"
        depths.removeLast()
      }
      if depths.last == section.depth { markup += "</li>" }
      if let last = depths.last, last < section.depth { markup += "<ul>" }
      if depths.last != section.depth { depths.append(section.depth) }
      markup += "\n<li><a href=\"#\(section.anchor)\">\(section.heading)</a> (\(section.count))"
    }
    for (index, _) in depths.enumerated() {
      markup += index == depths.count - 1 ? "</li>" : "</li></ul>"
    }
    return markup
  }

  private var sections: HTML {
    HTML(content.sections.concurrentMap { piece($0) })
  }

  private func piece(_ section: PageSection) -> HTML {
    // A heading's level says how deep it is, as far as there are levels.
    var markup: HTML =
      section.depth > 4 ? "<section data-depth=\"\(section.depth)\">\n" : "<section>\n"
    if !section.heading.isEmpty {
      let count: HTML = "<small>\(section.count)</small>"
      let (anchor, heading) = (section.anchor, section.heading)
      switch section.depth {
      case 0: markup += "<h2 id=\"\(anchor)\">\(heading) \(count)</h2>\n"
      case 1: markup += "<h3 id=\"\(anchor)\">\(heading) \(count)</h3>\n"
      case 2: markup += "<h4 id=\"\(anchor)\">\(heading) \(count)</h4>\n"
      case 3: markup += "<h5 id=\"\(anchor)\">\(heading) \(count)</h5>\n"
      default: markup += "<h6 id=\"\(anchor)\">\(heading) \(count)</h6>\n"
      }
    }
    if !section.entries.isEmpty {
      markup += "<ul>\n"
      for entry in section.entries { markup += item(entry) }
      markup += "</ul>\n"
    }
    return markup + "</section>\n"
  }

  // MARK: - Entries

  private func item(_ entry: PageEntry) -> HTML {
    var markup: HTML = "<li"
    if isReferredTo(entry) { markup += " id=\"\(entry.anchor)\"" }
    if case .shown(let letters) = entry.bibtex { markup += " data-b=\"\(letters)\"" }
    markup += ">"
    for tag in entry.tags { markup += "<span class=\"g\">\(tag)</span> " }
    if !entry.name.isEmpty { markup += "<b class=\"m\">\(entry.name)</b> " }
    if let address = entry.address {
      markup += "<a class=\"\(titleClass(entry))\" href=\"\(address.text)\">\(entry.title)</a>"
    } else {
      markup += "<span class=\"t\">\(entry.title)</span>"
    }
    if !entry.authors.isEmpty { markup += " <span class=\"a\">\(entry.authors)</span>" }
    if !entry.venue.isEmpty { markup += " <span class=\"v\">\(entry.venue)</span>" }
    markup += date(of: entry)
    for other in entry.otherAppearances {
      markup += ", <span class=\"v\">\(other.venue)</span> <span class=\"y\">\(other.year)</span>"
    }
    if !entry.text.isEmpty { markup += " <span class=\"d\">\(entry.text)</span>" }
    for detail in entry.details { markup += self.detail(detail) }
    for link in entry.links {
      if link.isCode {
        markup += " <a class=\"c\" href=\"\(link.address.text)\">\(link.label)</a>"
      } else {
        markup += " <a href=\"\(link.address.text)\">\(link.label)</a>"
      }
    }
    markup += marks(entry)
    if case .text(let record) = entry.bibtex {
      markup += " <details class=\"b\"><summary>BibTeX</summary><pre>\(record)</pre></details>"
    }
    return markup + "</li>\n"
  }

  /// Whether something leads to an entry on this page: names that nobody uses are half of a small page's size.
  private func isReferredTo(_ entry: PageEntry) -> Bool {
    entry.address == nil || updatedPlaces.contains(entry.place)
  }

  /// The year, in its date where there is one.
  private func date(of entry: PageEntry) -> HTML {
    let year: HTML = entry.year.map { "<span class=\"y\">\($0)</span>" } ?? ""
    if entry.date.isEmpty { return entry.year == nil ? "" : " \(year)" }
    guard let number = entry.year.map(String.init), let range = entry.date.firstRange(of: number)
    else {
      return entry.year == nil
        ? " <span class=\"d\">\(entry.date)</span>"
        : " \(year) <span class=\"d\">\(entry.date)</span>"
    }
    let (before, after) = (entry.date[..<range.lowerBound], entry.date[range.upperBound...])
    return " <span class=\"d\">\(String(before))\(year)\(String(after))</span>"
  }

  private func detail(_ detail: PageEntry.Detail) -> HTML {
    var markup: HTML = " <span class=\"d\">\(detail.text)"
    for (index, word) in detail.keywords.enumerated() {
      markup += index == 0 ? " " : ", "
      markup += "<i class=\"k\">\(word)</i>"
    }
    return markup + "</span>"
  }

  private func titleClass(_ entry: PageEntry) -> String {
    entry.hasCode && !entry.links.contains(where: \.isCode) ? "t c" : "t"
  }

  private func marks(_ entry: PageEntry) -> HTML {
    var markup = HTML()
    if let added = entry.added {
      markup +=
        entry.isNew ? " <mark>new</mark> <time>\(added.day)</time>" : " <time>\(added.day)</time>"
    }
    if entry.mark.isArchived { markup += " <mark>archived</mark>" }
    if let place = entry.mark.movedTo { markup += " <mark>moved to \(place)</mark>" }
    if let venue = entry.mark.published { markup += " <mark>published at \(venue)</mark>" }
    return markup
  }

  private var updated: HTML {
    guard !surroundings.updates.isEmpty else { return "" }
    let entries = Dictionary(
      content.entries.lazy.filter { updatedPlaces.contains($0.place) }.map { ($0.place, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let items = surroundings.updates.compactMap { update -> HTML? in
      guard let entry = entries[update.place] else { return nil }
      return
        "<li><a href=\"#\(entry.anchor)\">\(entry.title)</a>: \(update.before) became \(update.after), <time>\(update.time.day)</time></li>\n"
    }
    guard !items.isEmpty else { return "" }
    return
      "<details class=\"updates\"><summary>Latest updates: preprints now published</summary><ul>\n\(HTML(items))</ul></details>\n"
  }
}

extension HTML {
  fileprivate static func + (markup: HTML, more: HTML) -> HTML {
    var all = markup
    all += more
    return all
  }
}
