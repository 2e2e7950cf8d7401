package import ListModel
internal import Text

/// What the sources say of where a paper was published, where they do not contradict each other.
package struct PublicationProof {
  /// The best source.
  package let publication: Publication
  /// How many sources say so.
  let count: Int
  /// Whether that is enough to write it down: Crossref confirms the authors' DOI, a bibliography has title
  /// and first author, or two sources agree.
  package let isCertain: Bool
}

extension EntryContext {
  /// The fewest letters and digits of a title by which a paper is known where nothing is known of its authors.
  private static let fewestLetters = 24
  /// The fewest where an arXiv identifier says when the paper was written.
  private static let fewestDatedLetters = 12
  /// The most years from preprint to publication.
  private static let mostYears = 4

  /// Returns where an entry's paper was published; nil where no source says so, or two say different things.
  package func publicationProof(of entry: Entry) -> PublicationProof? {
    let facts = list.facts
    let preprint = preprint(of: entry)
    let record = facts.records[entry.identity]?.value
    var found: [(publication: Publication, isCertain: Bool)] = []
    if let publication = bibliographyEntry(of: entry, preprint) {
      found.append((publication, true))
    }
    let dois = [entry.doi, preprint?.doi, record?.doi].compactMap { $0 }.filter { !$0.isEmpty }
    if let publication = dois.lazy.compactMap({ work($0, of: entry, preprint) }).first {
      found.append((publication, true))
    } else if let publication = preprint?.publication(of: entry) {
      found.append((publication, false))
    }
    if let publication = record?.publication(of: entry) { found.append((publication, false)) }
    guard let best = found.first?.publication else { return nil }
    guard found.allSatisfy({ $0.publication.agrees(with: best) }) else { return nil }
    // The first that knows the year, as Semantic Scholar's is often the preprint's.
    let dated = found.first { $0.publication.year != nil }?.publication ?? best
    return PublicationProof(
      publication: dated,
      count: found.count,
      isCertain: found.count > 1 || found[0].isCertain
    )
  }

  /// What arXiv says of the paper, where the entry has its title or its first author.
  private func preprint(of entry: Entry) -> Preprint? {
    guard case .arXiv(let id) = entry.identity, let preprint = list.facts.preprints[id]?.value
    else {
      return nil
    }
    return entry.isSamePaper(title: preprint.title, author: preprint.authors.first ?? "")
      ? preprint : nil
  }

  /// Returns what the bibliographies have under the entry's title, where the first author is not another.
  private func bibliographyEntry(of entry: Entry, _ preprint: Preprint?) -> Publication? {
    let all = entry.titleKeys.lazy.compactMap { list.facts.publications[$0] }.first ?? []
    let (first, last) = years(of: entry)
    let candidates = all.filter { publication in
      guard let year = publication.year, first <= year, year <= last else { return false }
      let known = preprint.map { $0.authors.first ?? "" } ?? entry.firstAuthor
      guard !known.isEmpty, !publication.author.isEmpty else {
        let letters = TitleKey.key(of: publication.title).utf8.count
        return letters >= (entry.arXivYear == nil ? Self.fewestLetters : Self.fewestDatedLetters)
      }
      return TitleKey.names(known, include: publication.author)
    }
    // What was printed in a journal later is the same paper's longer version.
    let conferences = candidates.filter { $0.kind == .conference }
    let meant = conferences.isEmpty ? candidates : conferences
    guard let best = meant.min(by: { ($0.year ?? 0) < ($1.year ?? 0) }) else { return nil }
    return meant.allSatisfy { $0.agrees(with: best) } ? best : nil
  }

  /// The years in which the paper of a preprint can have been published.
  private func years(of entry: Entry) -> (first: Int, last: Int) {
    guard let year = entry.arXivYear ?? entry.venue?.year else { return (0, list.year + 1) }
    return (year - (entry.arXivYear == nil ? 0 : 1), year + Self.mostYears)
  }

  /// Returns what Crossref has under a DOI, or under the one that it names as the publication, where it is
  /// this paper.
  private func work(_ doi: String, of entry: Entry, _ preprint: Preprint?) -> Publication? {
    guard var work = list.facts.works[doi]?.value else { return nil }
    if !work.publishedAs.isEmpty, let published = list.facts.works[work.publishedAs]?.value {
      work = published
    }
    guard ["proceedings-article", "journal-article", "book-chapter"].contains(work.type) else {
      return nil
    }
    let author = preprint?.authors.first ?? entry.firstAuthor
    guard TitleKey.agree(work.title, entry.fullTitle),
      author.isEmpty || work.author.isEmpty || TitleKey.names(author, include: work.author)
    else { return nil }
    return work.publication
  }
}

extension Work {
  /// Where it stands; nil where that is not a venue that is known.
  package var publication: Publication? {
    let isJournal = type == "journal-article"
    let reader = VenueReader.standard
    // The series stands before the volume, and is not a venue.
    guard
      let venue = (containers.reversed() + [event]).lazy
        .compactMap({ reader.venue($0, isJournal: isJournal) }).first
    else { return nil }
    let words = VenueReader.words((containers + [event]).joined(separator: " "))
    let isWorkshop = VenueTitles.workshopWords.contains { " \(words) ".contains(" \($0) ") }
    return Publication(
      venue: venue.name,
      kind: isWorkshop ? .workshop : venue.kind,
      year: isJournal ? year : event.year ?? containers.last?.year ?? year,
      title: title,
      author: author,
      source: "Crossref",
      place: "https://doi.org/\(doi)"
    )
  }
}

extension Preprint {
  /// Where the authors say that it stands: by a DOI and a reference, both their own.
  fileprivate func publication(of entry: Entry) -> Publication? {
    guard !doi.isEmpty, !journalReference.isEmpty, case .arXiv(let id) = entry.identity,
      let venue = VenueReader.standard.venue(journalReference)
    else { return nil }
    return Publication(
      venue: venue.name,
      kind: venue.kind,
      year: journalReference.year,
      title: title,
      author: authors.first ?? "",
      source: "arXiv",
      place: "https://arxiv.org/abs/\(id)"
    )
  }
}

extension ScholarRecord {
  /// Where it says that the paper stands, where nothing in it is the preprint's.
  fileprivate func publication(of entry: Entry) -> Publication? {
    guard !isMixed, entry.isSamePaper(title: title, author: authors.first ?? "") else { return nil }
    let reader = VenueReader.standard
    guard let venue = [venue, journal].lazy.compactMap({ reader.venue($0) }).first else {
      return nil
    }
    return Publication(
      venue: venue.name,
      kind: venue.kind,
      year: dblpYear,
      title: title,
      author: authors.first ?? "",
      source: "Semantic Scholar",
      place: dblp.isEmpty ? "" : "DBLP:" + dblp
    )
  }

  /// The year of a key as `conf/cvpr/LinL20`; the record's own is often the preprint's.
  private var dblpYear: Int? {
    guard !dblp.isEmpty, !dblp.hasPrefix("journals/corr") else { return nil }
    let digits = dblp.utf8.reversed().drop { !$0.isDigit }.prefix(2)
    guard digits.count == 2, digits.allSatisfy(\.isDigit),
      let value = Int(String(decoding: Array(digits.reversed()), as: UTF8.self))
    else { return nil }
    return value < 70 ? 2000 + value : 1900 + value
  }
}

extension String {
  /// The numbers of four digits in it that are years, in order.
  package var years: [Int] {
    utf8.split(whereSeparator: { !$0.isDigit }).compactMap { digits in
      guard digits.count == 4, let value = Int(String(decoding: Array(digits), as: UTF8.self))
      else {
        return nil
      }
      return (1900...2199).contains(value) ? value : nil
    }
  }

  /// The last four digits in it that are a year; nil where there are none.
  package var year: Int? {
    years.last
  }
}
