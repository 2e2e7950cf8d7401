internal import ListModel

/// What is known of each entry of a list without judging it, read once for all who ask.
struct Roster: Sendable {
  struct Line: Sendable {
    let paper: PaperIndex.Paper
    /// The year that stands in the entry.
    let year: Int?
    /// The month that stands in the entry, or where none does that of its arXiv identifier.
    let month: Month?
  }

  /// In the order of the document's entries.
  let lines: [Line]

  init(_ document: ListDocument) {
    lines = document.entries.map { place in
      let entry = document.fields(at: place)
      let title = entry.title?.text ?? ""
      let date = entry.text(of: .date)
      let identity = entry.identity
      let paper = PaperIndex.Paper(
        place: place,
        identity: identity,
        title: title,
        titleKey: normalisedTitle(title)
      )
      let written = date.flatMap { Month($0) }
      var month = written
      if month == nil, date == nil, case .arXiv(let id) = identity {
        month = Month(year: id.year, month: id.month)
      }
      return Line(paper: paper, year: entry.venue?.year ?? written?.year, month: month)
    }
  }
}

/// A month of a year.
struct Month: Hashable, Sendable {
  let year: Int
  let month: Int

  init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  private static let names = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads a date that has a month, as in `2024/05`, `2024-05-13` or `May 2024`.
  init?(_ date: String) {
    let words = date.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard
      let index = words.firstIndex(where: { word in
        word.count == 4 && Int(word).map { (1990...2099).contains($0) } ?? false
      }), let year = Int(words[index])
    else { return nil }
    if let name = words.lazy.compactMap({ word in
      word.count < 3 ? nil : Self.names.firstIndex { word.hasPrefix($0) }
    }).first {
      self.init(year: year, month: name + 1)
      return
    }
    // A number before the year can be a day as well.
    guard index == 0, words.count > 1, let month = Int(words[1]), (1...12).contains(month) else {
      return nil
    }
    self.init(year: year, month: month)
  }
}
