internal import ListModel
internal import Rules

extension ListExport {
  /// A paper as BibTeX has it.
  package struct Citation: Sendable {
    package let key: String
    package let text: String
    /// Whether there is more than a title and an address to cite.
    package let isOfPaper: Bool
  }

  /// The lists as BibTeX: each paper once, in the order of the files, with a key of its own.
  package func bibtex() -> String {
    citations().joined().compactMap { $0?.text }.joined(separator: "\n")
  }

  /// The papers of each list, in the order of its entries; nil for one without a title, and for one that
  /// stands before already.
  package func citations() -> [[Citation?]] {
    var keys = CitationKeys()
    var seen: Set<Identity> = []
    return lists.map { list in
      let venues = list.settings.rulebook.venues
      return list.entries.map { _, entry in
        let record = BibTeXRecord(entry, knowing: venues)
        guard let record, seen.insert(entry.identity).inserted else { return nil }
        let key = keys.next(for: record)
        return Citation(key: key, text: record.text(key: key), isOfPaper: record.isOfPaper)
      }
    }
  }
}
