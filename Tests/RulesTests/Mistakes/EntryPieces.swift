/// An entry of the sample list cut into its pieces, so that each can be damaged by itself.
///
/// It is cut by hand, not by the reader under test, so it only takes entries in the list's own form.
struct EntryPieces: Sendable {
  struct Link: Sendable {
    var before: String
    var open = "[["
    var label: String
    var middle = "]("
    var url: String
    var close = ")]"
  }

  var marker = "- "
  /// With the marks around them; empty where the entry bears none.
  var tags: String
  var afterTags: String
  var title: String
  var afterTitle = ". "
  var venue: String
  var beforeYear = "'"
  var year: String
  var afterVenue = ". "
  var links: [Link]
  var end = ""

  /// The entry's line.
  var line: String {
    marker + tags + afterTags + title + afterTitle + venue + beforeYear + year + afterVenue
      + links.map { $0.before + $0.open + $0.label + $0.middle + $0.url + $0.close }.joined()
      + end
  }

  init?(_ line: String) {
    guard line.hasPrefix("- "), let first = line.firstRange(of: " [[") else { return nil }
    var texts = line[..<first.lowerBound].dropFirst(2)
    tags = ""
    afterTags = ""
    if texts.hasPrefix("**`["), let close = texts.firstRange(of: "]`** ") {
      tags = texts[..<close.upperBound].dropLast() + ""
      afterTags = " "
      texts = texts[close.upperBound...]
    }
    let parts = texts.dropLast().split(separator: ". ", omittingEmptySubsequences: false)
    guard parts.count > 1, let when = parts.last?.split(separator: "'"), when.count == 2
    else { return nil }
    title = parts.dropLast().joined(separator: ". ")
    (venue, year) = (String(when[0]), String(when[1]))
    links = line[first.upperBound...].split(separator: " | [[").compactMap { link in
      guard let middle = link.firstRange(of: "](") else { return nil }
      return Link(
        before: " | ",
        label: String(link[..<middle.lowerBound]),
        url: String(link[middle.upperBound...].dropLast(2))
      )
    }
    links[0].before = ""
    guard self.line == line else { return nil }
  }

  /// The names of the tags.
  var tagNames: [String] {
    get { tags.split { "*`[]".contains($0) }.map(String.init) }
    set { tags = "**`" + newValue.map { "[\($0)]" }.joined() + "`**" }
  }

  /// The arXiv identifier that the first link names; nil for a paper that stands elsewhere.
  var arXivNumber: String? {
    let prefix = "https://arxiv.org/abs/"
    return links[0].url.hasPrefix(prefix) ? String(links[0].url.dropFirst(prefix.count)) : nil
  }
}
