internal import ListModel
internal import Review
internal import Rules

/// Where an entry is said to have appeared, and when.
struct StatedVenue {
  let name: String
  let year: Int?

  /// Nil where the entry names no venue.
  init?(_ entry: Entry) {
    guard let name = entry.venue?.name.map({ PlainText($0).text }), !name.isEmpty else {
      return nil
    }
    self.name = name
    year = entry.year
  }

  /// As in `arXiv 2024`, where preprints stand without their numbers, in the form that everybody knows.
  func text(by reader: VenueReader) -> String {
    let name = reader.server(ofNumbered: name) ?? name
    return year.map { "\(name) \($0)" } ?? name
  }

  /// Tells whether that is a preprint and nothing else: one that names where it was published as well becomes
  /// nothing when that alone is left.
  func isPreprint(by reader: VenueReader) -> Bool {
    reader.isPreprint(name) && reader.publications(in: name).isEmpty
  }
}
