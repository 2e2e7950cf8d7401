internal import ListModel
internal import Rules

extension ListExport {
  /// The lists as BibTeX: each paper once, where it stands first, with a key of its own.
  ///
  /// Of several entries of one paper the one that says most of it makes the record.
  package func bibtex() -> String {
    var records: [BibTeXRecord] = []
    var places: [Identity: Int] = [:]
    for list in lists {
      let venues = list.settings.rulebook.venues
      for item in list.entries {
        let entry = item.entry
        guard let record = BibTeXRecord(entry, item.citation, knowing: venues) else { continue }
        if let place = places[entry.identity] {
          if record.wealth > records[place].wealth { records[place] = record }
        } else {
          places[entry.identity] = records.count
          records.append(record)
        }
      }
    }
    var keys = CitationKeys()
    return records.map { $0.text(key: keys.next(for: $0)) }.joined(separator: "\n")
  }
}
