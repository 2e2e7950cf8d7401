internal import ListModel

/// What was added to a list lately, as Atom (RFC 4287).
package struct Feed: Sendable {
  private let title: String
  private let entries: [PageEntry]
  private let paths: [String]
  private let url: SafeAddress?
  private let repository: String?
  private let updated: Moment

  /// How many entries a feed has.
  private static let most = 100

  /// Chooses what was added last.
  ///
  /// `url` is where the page will be; `repository` makes a paper in this list another than the same in another
  /// list; `time` is when the list was last changed.
  package init(
    _ content: PageContent,
    paths: [String],
    url: SafeAddress?,
    repository: String?,
    time: Moment
  ) {
    title = content.title
    self.paths = paths
    self.url = url
    self.repository = repository
    var seen: Set<Identity> = []
    let dated = content.entries.enumerated().compactMap { index, entry in
      entry.added.map { (index, $0, entry) }
    }
    // The latest first, and of one time, the last in the list: it is the newest in most.
    entries = dated.sorted { ($1.1, $1.0) < ($0.1, $0.0) }.map(\.2)
      .filter { $0.identity != .none && seen.insert($0.identity).inserted }
      .prefix(Self.most).map { $0 }
    updated = entries.compactMap(\.added).max() ?? time
  }

  /// The file; the same list has the same, on whatever day it is written.
  package func file() -> HTML {
    var markup: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <title>\(title)</title>
      <id>\(id(of: "feed"))</id>
      <updated>\(updated.text)</updated>
      <author><name>\(title)</name></author>
      <generator>Rubric</generator>

      """
    if let base {
      markup += "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(base)feed.xml\"/>\n"
      markup += "<link rel=\"alternate\" type=\"text/html\" href=\"\(base)\"/>\n"
    }
    for entry in entries { markup += item(entry) }
    markup += "</feed>\n"
    return markup
  }

  private func item(_ entry: PageEntry) -> HTML {
    let added = (entry.added ?? updated).text
    var markup: HTML = """
      <entry>
      <title>\(entry.title)</title>
      <id>\(id(of: entry.identity.description))</id>
      <published>\(added)</published>
      <updated>\(added)</updated>

      """
    let link = entry.address?.text ?? base.map { "\($0)#\(entry.anchor)" }
    if let link { markup += "<link rel=\"alternate\" href=\"\(link)\"/>\n" }
    for tag in entry.tags { markup += "<category term=\"\(tag)\"/>\n" }
    let appearance = [entry.venue, entry.year.map(String.init) ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
    let summary = [entry.authors, appearance, entry.text].filter { !$0.isEmpty }.joined(
      separator: ". "
    )
    markup +=
      "<content type=\"text\">\(summary.isEmpty ? entry.title : summary)</content>\n</entry>\n"
    return markup
  }

  /// Where the page is, with a slash at its end.
  private var base: String? {
    url.map { $0.text.hasSuffix("/") ? $0.text : $0.text + "/" }
  }

  /// Returns a name that is the same from run to run, and in no other list.
  private func id(of name: String) -> String {
    let parts = [repository ?? url?.text ?? "", paths.joined(separator: "\n"), name]
    return "urn:uuid:\(SHA256(Array(parts.joined(separator: "\0").utf8)).uuid)"
  }
}
