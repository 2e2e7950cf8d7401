package import ListModel
package import Rules

extension Particulars {
  /// What a file of literature says of a paper.
  package struct Literature: Sendable {
    package let title: String
    package let authors: [String]
    package let year: Int?
    package let publication: Publication?

    package init(title: String, authors: [String], year: Int?, publication: Publication?) {
      self.title = title
      self.authors = authors
      self.year = year
      self.publication = publication
    }
  }

  /// Takes what registries and files say of what an identifier names, and where it was published as far as they prove
  /// that; nil where nobody says what it is called.
  package init?(
    _ identifier: Identifier,
    knowing facts: FactTable,
    _ literature: Literature? = nil,
    in document: ListDocument,
    by rulebook: Rulebook
  ) {
    let plain = Particulars(identifier, knowing: facts, literature, publishedAs: nil)
    let proof = PublicationProof.proof(
      of: identifier.question(titled: plain?.title, by: plain?.authors.first),
      in: document,
      by: rulebook,
      knowing: facts
    )
    let publication = proof.flatMap { $0.isCertain ? $0.publication : nil }
    self.init(identifier, knowing: facts, literature, publishedAs: publication)
  }

  /// Takes what registries and files say of what an identifier names; nil where nobody says what it is called.
  ///
  /// `publication` is where it was published, where that is certain.
  package init?(
    _ identifier: Identifier,
    knowing facts: FactTable,
    _ literature: Literature?,
    publishedAs publication: Publication?
  ) {
    self.init()
    if let literature {
      title = literature.title
      authors = literature.authors
      year = literature.year
      take(literature.publication)
    }
    switch identifier {
    case .arXiv(let id): take(id, facts)
    case .doi(let doi): take(doi: doi, facts)
    case .openReview(let id): identity = .openReview(id)
    case .repository(let name): take(repository: name, facts)
    }
    take(publication)
    guard !(title ?? "").isEmpty else { return nil }
  }

  /// Takes what somebody says that a thing is called of which nothing else is known.
  package init(_ identifier: Identifier, titled title: String) {
    self.init()
    self.title = title
    switch identifier {
    case .arXiv(let id): take(id, .none)
    case .doi(let doi): identity = .doi(doi)
    case .openReview(let id): identity = .openReview(id)
    case .repository(let name): page = "https://github.com/" + name
    }
  }

  private mutating func take(_ id: ArXivID, _ facts: FactTable) {
    identity = .arXiv(id)
    let record = facts.records[identity]?.value
    if let preprint = facts.preprints[id]?.value {
      title = preprint.title
      authors = preprint.authors
      date = preprint.submitted.flatMap { CalendarDate($0) }
    } else if let record, title == nil {
      title = record.title
      authors = record.authors
    }
    date = date ?? CalendarDate(year: id.year, month: id.month)
    if venue == nil {
      venue = "arXiv"
      year = id.year
    }
  }

  private mutating func take(doi: String, _ facts: FactTable) {
    identity = .doi(doi)
    if let work = facts.works[doi]?.value {
      title = work.title
      authors = work.authors ?? [work.author].filter { !$0.isEmpty }
      year = work.year ?? year
      take(work.publication)
      if venue == nil { venue = work.containers.last }
    } else if let record = facts.records[identity]?.value, title == nil {
      title = record.title
      authors = record.authors
    }
    date = date ?? year.map { CalendarDate(year: $0) }
  }

  private mutating func take(repository name: String, _ facts: FactTable) {
    let known = facts.repositories[name.lowercased()]?.value
    let name = known?.name ?? name
    page = "https://github.com/" + name
    guard known != nil || title != nil else { return }
    title = title ?? name.split(separator: "/").last.map(String.init)
    description = known?.description
  }

  private mutating func take(_ publication: Publication?) {
    guard let publication else { return }
    let year = publication.year ?? self.year
    let ending = publication.year.map { " \($0)" } ?? ""
    venue = String(publication.text.dropLast(ending.count))
    self.year = year
  }
}

extension PublicationProof {
  /// Returns where a paper was published, as far as that is proved.
  fileprivate static func proof(
    of question: Entry,
    in document: ListDocument,
    by rulebook: Rulebook,
    knowing facts: FactTable
  ) -> PublicationProof? {
    guard let place = document.entries.first else { return nil }
    var context = ListContext(judging: [], of: document, by: rulebook, year: 0, contributed: [])
    context.facts = facts
    return EntryContexts(context, of: document)[place].publicationProof(of: question)
  }
}
