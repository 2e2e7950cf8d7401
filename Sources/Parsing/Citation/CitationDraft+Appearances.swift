internal import ListModel
internal import Text

/// Several places where an entry says that it appeared: `CVPR 2019, ECCV 2018`.
extension CitationDraft {
  /// How far from the venue others are looked for, in bytes.
  private static let reach = 200

  /// Takes for its venue the first place that is more than a preprint's, where the entry names several in a row.
  mutating func takeAppearances(around own: VenueYear) {
    let all = appearances(around: own)
    guard all.count > 1 else { return }
    let first = all.firstIndex { !format.venues.isPreprint($0.venue) } ?? 0
    (venue, year) = (all[first].venue, all[first].year)
    otherAppearances = all
    otherAppearances.remove(at: first)
  }

  /// Returns the places in the row that a venue stands in, in their order.
  private func appearances(around own: VenueYear) -> [Citation.Appearance] {
    guard let year = own.yearRange else { return [] }
    var found: [Citation.Appearance] = []
    var hasOwn = false
    for piece in pieces(around: own) {
      if let appearance = appearance(in: piece) {
        found.append(appearance)
        hasOwn = hasOwn || piece.contains(year.lowerBound)
      } else {
        if hasOwn { break }
        found = []
      }
    }
    return hasOwn ? found : []
  }

  /// Returns the parts of the text around a venue that signs and `and` keep apart.
  private func pieces(around own: VenueYear) -> [Range<Int>] {
    let links = entry.links.map(\.range)
    let start = max(
      links.map(\.upperBound).filter { $0 <= own.range.lowerBound }.max() ?? 0,
      own.range.lowerBound - Self.reach
    )
    let end = min(
      links.map(\.lowerBound).filter { $0 >= own.range.upperBound }.min() ?? text.count,
      own.range.upperBound + Self.reach,
      text.count
    )
    var pieces: [Range<Int>] = []
    var (piece, index) = (start, start)
    while index < end {
      let width: Int
      if ",;/&|\n".utf8.contains(text[index]) {
        width = 1
      } else if text.matches(". ", at: index) {
        width = 2
      } else if text.matches(" and ", at: index) {
        width = 5
      } else {
        index += 1
        continue
      }
      pieces.append(piece..<index)
      index = min(index + width, end)
      piece = index
    }
    pieces.append(piece..<end)
    return pieces
  }

  /// Returns the place that a text names, where everybody knows it and its year stands after it.
  private func appearance(in piece: Range<Int>) -> Citation.Appearance? {
    let own = text.titleRange(in: piece)
    guard own.count <= 60, let digits = text.year(in: own), let year = text.yearValue(digits),
      let end = text.nameEnd(before: digits.lowerBound, in: own)
    else { return nil }
    let name = withoutPreposition(text.string(own.lowerBound..<end))
    return format.venues.name(of: name) == nil
      ? nil : Citation.Appearance(venue: name, year: year)
  }

  /// Returns the name of a venue that everybody knows without `at` before it.
  func withoutPreposition(_ name: String) -> String {
    guard let word = ["at ", "in "].first(where: { name.hasPrefix($0) }) else { return name }
    let rest = String(name.dropFirst(word.count))
    return format.venues.name(of: rest) == nil ? name : rest
  }
}
