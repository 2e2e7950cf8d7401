internal import Compression
package import ListModel
package import Rules

/// BibTeX files that say where papers were published.
package struct Bibliography {
  /// How many records the files have.
  package private(set) var count = 0
  /// How many records could not be read.
  package private(set) var damaged = 0
  private let files: [String]

  package init(files: [String]) { self.files = files }

  /// Adds what the files have of the entries' papers to the facts.
  ///
  /// Throws where a file cannot be read.
  package mutating func answer(
    _ entries: [Entry],
    into facts: inout FactTable
  ) throws(BibliographyError) {
    let asked = TitleSet(entries.lazy.flatMap(\.titleKeys))
    let reader = VenueReader.standard
    for file in files {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      var found: [Publication] = []
      var records = BibTeXReader()
      do throws(GzipError) {
        try records.read(file, asked) { record in
          if let publication = Publication(record, in: name, by: reader) {
            found.append(publication)
          }
        }
      } catch {
        throw BibliographyError(error)
      }
      for publication in found {
        facts.publications[TitleKey.key(of: publication.title), default: []].append(publication)
      }
      count += records.count
      damaged += records.damaged
    }
  }
}

extension Publication {
  /// Reads a record; nil where it is a preprint's, or of a venue that is not known.
  fileprivate init?(_ record: BibTeXRecord, in file: String, by reader: VenueReader) {
    let isJournal = record.kind == "article"
    let series = record.text(isJournal ? "journal" : "booktitle")
    guard let venue = reader.venue(series, key: record.key, isJournal: isJournal) else {
      return nil
    }
    let stated = record.text("year").year
    self.init(
      venue: venue.name,
      kind: venue.kind,
      // A conference's own year is in its name; its proceedings may be of the next.
      year: venue.kind == .journal ? stated : series.venueYear ?? stated,
      title: record.text("title"),
      author: record.firstAuthor,
      source: file,
      place: record.key
    )
  }
}

extension String {
  /// The only year in it; nil where there is none, or several.
  fileprivate var venueYear: Int? { Set(years).count == 1 ? years.first : nil }
}
