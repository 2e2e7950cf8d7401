internal import ListModel
internal import Rules

extension ListExport {
  /// The lists as BibTeX: each paper once, in the order of the files, with a key of its own.
  package func bibtex() -> String {
    var keys = CitationKeys()
    var seen: Set<Identity> = []
    var records: [String] = []
    for list in lists {
      let venues = list.settings.rulebook.venues
      for item in list.entries {
        let record = BibTeXRecord(item.entry, item.citation, knowing: venues)
        guard let record, seen.insert(item.entry.identity).inserted else { continue }
        records.append(record.text(key: keys.next(for: record)))
      }
    }
    return records.joined(separator: "\n")
  }
}
