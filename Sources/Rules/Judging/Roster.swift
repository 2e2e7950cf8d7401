internal import ListModel

/// What is known of each entry of a list without judging it, read once for all who ask.
struct Roster: Sendable {
  struct Line: Sendable {
    let paper: PaperIndex.Paper
    /// The year that stands in the entry.
    let year: Int?
    /// The month that stands in the entry.
    let written: Month?
    /// The month that stands in the entry, or where none does that of its arXiv identifier.
    let month: Month?
  }

  /// In the order of the document's entries.
  let lines: [Line]

  /// Takes the entries of a document; `entries` are these in their order, where they have been read.
  init(_ document: ListDocument, reading entries: [Entry]? = nil) {
    lines = document.entries.enumerated().map { number, place in
      let entry = entries?[number] ?? document.fields(at: place)
      let title = entry.title?.text ?? ""
      let date = entry.text(of: .date)
      let identity = entry.identity
      let paper = PaperIndex.Paper(
        place: place,
        identity: identity,
        title: title,
        titleKey: entry.titleKey,
        page: entry.page
      )
      let written = date.flatMap { Month($0) }
      var month = written
      if month == nil, date == nil, case .arXiv(let id) = identity {
        month = Month(year: id.year, month: id.month)
      }
      return Line(
        paper: paper,
        year: entry.venue?.year ?? written?.year,
        written: written,
        month: month
      )
    }
  }
}

extension Roster {
  /// Whether dates are those of the papers' arXiv identifiers, a month more or less.
  var datesFollowIdentifiers: Bool {
    var count = 0
    var agreeing = 0
    for line in lines {
      guard let written = line.written, case .arXiv(let id) = line.paper.identity else { continue }
      count += 1
      if abs(written.distance(to: Month(year: id.year, month: id.month))) <= 1 { agreeing += 1 }
    }
    return count >= 10 && agreeing * 100 >= count * 90
  }
}
