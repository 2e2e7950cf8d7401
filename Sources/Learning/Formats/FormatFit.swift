internal import ListModel
internal import Parsing
internal import Rules

/// How many of a list's entries are written in its format, with its fields, their punctuation and its way
/// of writing links: of some entries, taken evenly from the whole list.
///
/// Reading an entry takes time, so no more are read than it takes to answer.
struct FormatFit {
  private let document: ListDocument
  private let places: [EntryPlace]
  /// How many of the places were looked at, and how many of those follow the format.
  private var looked = 0
  private var count = 0

  /// How many entries there are to look at.
  var total: Int { places.count }

  init(_ document: ListDocument, among limit: Int = 100) {
    self.document = document
    let step = max(1, document.entries.count / limit)
    places = stride(from: 0, to: document.entries.count, by: step).map { document.entries[$0] }
  }

  /// Tells whether so many of the entries follow the format.
  mutating func reaches(_ least: Int) -> Bool {
    while count < least, count + total - looked >= least { look() }
    return count >= least
  }

  /// Returns how many of the entries follow the format, and how many there are.
  func counted() -> (count: Int, total: Int) {
    var fit = self
    while fit.looked < total { fit.look() }
    return (fit.count, total)
  }

  private mutating func look() {
    let place = places[looked]
    looked += 1
    if document.format(of: place).isFollowed(by: document.entry(at: place)) { count += 1 }
  }
}

extension EntryFormat {
  fileprivate func isFollowed(by entry: Entry) -> Bool {
    entry.title?.isLink == false && (entry.venue?.year != nil || !has(.venue))
      && entry.links.contains { $0.kind != nil } && writesVenue(of: entry)
      && judgedSeparators(of: entry).allSatisfy { $0.fault == nil }
      && entry.links.allSatisfy { link in
        guard let label = link.label, let url = link.url else { return true }
        return links.write(label: label, url: url) == entry.string(link.range)
      }
  }

  /// Tells whether an entry has its venue and year as the format writes them, where it says how.
  private func writesVenue(of entry: Entry) -> Bool {
    guard let style = venue, let found = entry.venue, let name = found.name, let year = found.year
    else { return true }
    return style.write(name: name, year: year) == entry.string(found.range)
  }
}
