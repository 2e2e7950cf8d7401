package import Git
internal import Learning
internal import ListModel
package import Review
internal import Rules
internal import Text

/// All files of a page.
package struct Site: Sendable {
  /// A file by its name in the folder.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// What a site says beside what its lists do.
  package struct Settings: Sendable {
    /// What the page is called; nil for what the list is.
    package var title: String?
    /// Where the page will be; nil where nobody knows.
    package var url: SafeAddress?
    /// The repository as owner/name; nil where nobody knows.
    package var repository: String?
    /// Where the lines of each list are shown; empty where nobody knows.
    package var sources: [SafeAddress] = []
    /// Whether to make the maintainer's page.
    package var hasHealth = false
    /// Where the ways through histories are kept; nil for nowhere.
    package var cache: HistoryCache?

    package init() {}
  }

  package let files: [File]
  /// What was written, in a few words.
  package let summary: String

  /// How many updates a page tells.
  private static let mostUpdates = 20

  /// Makes the page of lists as they are at a commit; `tell` is told how far what takes long is.
  package init(
    _ export: ListExport,
    of head: Commit,
    in repository: borrowing Repository,
    _ settings: Settings = Settings(),
    telling tell: (_ what: String, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) throws {
    let now = Moment(seconds: head.committerTime)
    var histories: [ListHistory] = []
    for list in export.lists {
      histories.append(
        try ListHistory(
          of: list,
          from: head.id,
          in: repository,
          keptIn: settings.cache
        ) {
          tell("read versions of \(list.path)", $0, $1)
        }
      )
    }
    // First, while there is room: judging takes the most, and little of it is kept.
    let health =
      settings.hasHealth
      ? try Health(
        of: export,
        histories.map(\.versions),
        year: head.committerYear,
        in: repository
      ) { tell("judged versions", $0, $1) } : nil
    let citations = export.bibtexEntries()
    let content = PageContent(
      export,
      title: settings.title,
      now: now,
      added: histories.map(\.added),
      citing: citations
    )
    let pictures = Self.pictures(of: content, histories.first)
    let feed = Feed(
      content,
      paths: export.lists.map(\.path),
      url: settings.url,
      repository: settings.repository,
      time: now
    )
    var surroundings = PageRenderer.Surroundings()
    surroundings.files = [
      ("feed.xml", "Feed of what is new"), ("list.json", "JSON"), ("list.csv", "CSV"),
      ("list.bib", "BibTeX"),
    ]
    surroundings.hasFeed = true
    surroundings.sources = settings.sources
    surroundings.revision = export.revision
    surroundings.time = now
    surroundings.updates = Self.updates(export, content, histories)
    surroundings.pictures = HTML(pictures.map(\.figure))
    if !pictures.isEmpty {
      surroundings.pictures =
        "<details class=\"pictures\"><summary>Pictures: \(pictures.map(\.name).joined(separator: ", "))</summary>\n\(surroundings.pictures)</details>\n"
    }
    var files: [File] = []
    if let health {
      surroundings.files.append(("health.html", "Health"))
      files.append(
        File(
          name: "health.html",
          bytes: health.page(content.title, sources: settings.sources).bytes
        )
      )
      files.append(File(name: "health.json", bytes: Array(health.json(export).utf8)))
    }
    let ((page, table), json) = concurrently(
      { (PageRenderer(content, surroundings).page().bytes, export.csv()) },
      { export.json() + "\n" }
    )
    files.append(File(name: "index.html", bytes: page))
    files.append(File(name: "list.json", bytes: Array(json.utf8)))
    files.append(File(name: "list.csv", bytes: Array(table.utf8)))
    files.append(File(name: "list.bib", bytes: Array(ListExport.bibtex(citations).utf8)))
    files.append(File(name: "feed.xml", bytes: feed.file().bytes))
    files += pictures.map { File(name: "\($0.name).svg", bytes: $0.file.bytes) }
    let badge = Badge(label: "entries", value: "\(content.entries.count)")
    files.append(File(name: "badge.svg", bytes: badge.file.bytes))
    self.files = files
    let dated = content.entries.count { $0.added != nil }
    let entries = content.entries.count
    summary =
      "\(entries) \(entries == 1 ? "entry" : "entries"), \(dated) of them with the date they came in"
  }

  private static func pictures(of content: PageContent, _ history: ListHistory?) -> [Picture] {
    let counts = EntryCounts(content.entries)
    return [
      Picture.columns(
        "years",
        title: "Entries by year",
        of: counts.years,
        called: ("Year", "Entries")
      ),
      Picture.bars(
        "venues",
        title: "Entries by venue",
        of: counts.venues,
        called: ("Venue", "Entries")
      ),
      Picture.bars("tags", title: "Entries by tag", of: counts.tags, called: ("Tag", "Entries")),
      Picture.curve(
        "growth",
        title: "Entries over time",
        of: history?.growth ?? [],
        called: "Entries"
      ),
    ].compactMap { $0 }
  }

  /// Returns what was published last of all lists' preprints, each paper once, and as it is listed now.
  private static func updates(
    _ export: ListExport,
    _ content: PageContent,
    _ histories: [ListHistory]
  ) -> [EntryUpdate] {
    let entries = Dictionary(
      content.entries.map { ($0.place, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let all = histories.enumerated().flatMap { index, history in
      let reader = VenueReader(export.lists[index].settings.rulebook.venues)
      return history.updates.compactMap { update -> (entry: PageEntry, update: EntryUpdate)? in
        let place = export.lists[index].document.entries[update.entry]
        let line = place.lines.lowerBound
        // What names several places, or a preprint's again, became nothing.
        guard
          let entry = entries[PageEntry.Place(list: index, section: place.section, line: line)],
          entry.otherAppearances.isEmpty, reader.isPublication(entry.venue)
        else { return nil }
        let after = entry.year.map { "\(entry.venue) \($0)" } ?? entry.venue
        return (
          entry,
          EntryUpdate(place: entry.place, before: update.before, after: after, time: update.time)
        )
      }
    }
    var seen: Set<Identity> = []
    let latest = all.sorted { $0.update.time > $1.update.time }
      .filter { $0.entry.identity == .none || seen.insert($0.entry.identity).inserted }
    return latest.prefix(mostUpdates).map { $0.update }
  }
}
