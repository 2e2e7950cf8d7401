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
  package func bibtex() -> String { Self.bibtex(citations()) }

  /// The file that citations make.
  package static func bibtex(_ citations: [[Citation?]]) -> String {
    citations.joined().compactMap { $0?.text }.joined(separator: "\n")
  }

  /// The papers of each list, in the order of its entries; nil for one without a title, and for one that
  /// stands before already.
  package func citations() -> [[Citation?]] {
    var keys = CitationKeys()
    var seen: Set<Identity> = []
    return lists.map { list in
      let venues = list.settings.rulebook.venues
      let papers = list.document.entries.concurrentMap { place in
        let entry = list.document.entry(at: place)
        return Paper(identity: entry.identity, record: BibTeXRecord(entry, knowing: venues))
      }
      let named = papers.map { paper -> NamedRecord? in
        guard let record = paper.record, seen.insert(paper.identity).inserted else { return nil }
        return NamedRecord(key: keys.next(for: record), record: record)
      }
      return named.concurrentMap { named in
        named.map { named in
          Citation(
            key: named.key,
            text: named.record.text(key: named.key),
            isOfPaper: named.record.isOfPaper
          )
        }
      }
    }
  }

  private struct Paper: Sendable {
    let identity: Identity
    let record: BibTeXRecord?
  }

  private struct NamedRecord: Sendable {
    let key: String
    let record: BibTeXRecord
  }
}
