internal import Learning
internal import ListModel
internal import Rules

extension ListExport {
  /// A paper as BibTeX has it.
  package struct BibTeXEntry: Sendable {
    package let key: String
    package let text: String
    /// Whether there is more than a title and an address to cite.
    package var isOfPaper: Bool { record.isOfPaper }
    let record: BibTeXRecord
  }

  /// The lists as BibTeX: each paper once, where it stands first, with a key of its own.
  ///
  /// Of several entries of one paper the one that says most of it makes the record.
  package func bibtex() -> String { Self.bibtex(bibtexEntries()) }

  /// The file that records make.
  package static func bibtex(_ entries: [[BibTeXEntry?]]) -> String {
    entries.joined().compactMap { $0?.text }.joined(separator: "\n")
  }

  /// The papers of each list, in the order of its entries; nil for one without a title, and for one that
  /// stands before already.
  package func bibtexEntries() -> [[BibTeXEntry?]] {
    let papers = lists.map { list in
      let venues = list.settings.rulebook.venues
      return list.entries.map { item in
        Paper(
          identity: item.entry.identity,
          record: BibTeXRecord(item.entry, item.dated, knowing: venues)
        )
      }
    }
    var richest: [Identity: BibTeXRecord] = [:]
    for paper in papers.joined() {
      guard let record = paper.record else { continue }
      if record.wealth > richest[paper.identity]?.wealth ?? -1 { richest[paper.identity] = record }
    }
    var keys = CitationKeys()
    return papers.map { papers in
      papers.map { paper in
        // What was taken stands there once.
        guard paper.record != nil, let record = richest.removeValue(forKey: paper.identity) else {
          return nil
        }
        let key = keys.next(for: record)
        return BibTeXEntry(key: key, text: record.text(key: key), record: record)
      }
    }
  }

  private struct Paper {
    let identity: Identity
    let record: BibTeXRecord?
  }
}
