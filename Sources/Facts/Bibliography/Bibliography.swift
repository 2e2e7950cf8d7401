internal import Compression
package import ListModel
package import Rules
internal import Text

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
      var preprints: [(title: String, paper: ListedPreprint)] = []
      var records = BibTeXReader()
      do throws(GzipError) {
        try records.read(file, asked) { record in
          if let publication = Publication(record, in: name, by: reader) {
            found.append(publication)
          }
          if let id = record.arXiv {
            let paper = ListedPreprint(id: id, author: record.firstAuthor)
            preprints.append((record.text("title"), paper))
          }
        }
      } catch {
        throw BibliographyError(error)
      }
      for publication in found {
        facts.publications[TitleKey.key(of: publication.title), default: []].append(publication)
      }
      for (title, paper) in preprints {
        facts.listedPreprints[TitleKey.key(of: title), default: []].append(paper)
      }
      count += records.count
      damaged += records.damaged
    }
  }

  /// Returns the first record that names an identifier: a DOI, or one of arXiv's or OpenReview's, or the
  /// address of a repository.
  ///
  /// Throws where a file cannot be read.
  package func record(
    naming identifier: String
  ) throws(BibliographyError) -> (record: BibTeXRecord, publication: Publication?)? {
    let reader = VenueReader.standard
    let word = identifier.lowercased()
    for file in files {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      var found: BibTeXRecord?
      var records = BibTeXReader()
      do throws(GzipError) {
        try records.read(
          file,
          where: { bytes, range, _ in bytes.mayName(word, in: range) },
          { record in
            let isNamed = ["doi", "eprint", "url", "note", "journal", "ee"].contains { field in
              record.text(field).names(word) || record.fields[field]?.names(word) ?? false
            }
            if found == nil, isNamed { found = record }
          }
        )
      } catch {
        throw BibliographyError(error)
      }
      if let found { return (found, Publication(found, in: name, by: reader)) }
    }
    return nil
  }
}

extension BibTeXRecord {
  /// The paper on arXiv that the record is, or names as its preprint; nil where there is none.
  fileprivate var arXiv: ArXivID? {
    if let name = fields["eprint"], ["arxiv", ""].contains(text("archiveprefix").lowercased()) {
      return ArXivID(name)
    }
    // DBLP: `journal = {CoRR}, volume = {abs/2308.00692}`.
    guard let volume = fields["volume"], volume.hasPrefix("abs/") else { return nil }
    return ArXivID(String(volume.dropFirst(4)))
  }
}

extension [UInt8] {
  /// Tells whether the last letters or digits of a word in small letters stand in a range, whatever their case.
  ///
  /// The signs between them TeX may write in another way: `7\_24`.
  fileprivate func mayName(_ word: String, in range: Range<Int>) -> Bool {
    let runs = Array(word.utf8).split { !$0.isLetter && !$0.isDigit }
    let sign = Array((runs.last ?? []).suffix(5))
    guard let last = sign.last, range.count >= sign.count else { return false }
    var index = range.lowerBound + sign.count - 1
    while index < range.upperBound {
      if self[index].lowercased == last,
        zip(self[(index + 1 - sign.count)...], sign).allSatisfy({ $0.lowercased == $1 })
      {
        return true
      }
      index += 1
    }
    return false
  }
}

extension String {
  /// Tells whether a word in small letters stands in it, and no longer one.
  fileprivate func names(_ word: String) -> Bool {
    let bytes = Array(lowercased().utf8)
    var start = 0
    while let found = bytes.firstRange(of: word, in: start..<bytes.count) {
      start = found.upperBound
      let isOpen = found.lowerBound == 0 || !bytes[found.lowerBound - 1].isWord
      let next = found.upperBound < bytes.count ? bytes[found.upperBound] : .space
      if isOpen, !next.isWord || next == UInt8(ascii: "v") { return true }
    }
    return false
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
