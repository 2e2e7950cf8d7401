internal import ListModel
internal import Rules

extension FactTable {
  /// What is known of an entry: one object for each thing that was asked, with its source and what it says.
  func jsonValue(of entry: Entry) -> JSONValue {
    var facts: [JSONValue] = []
    func add<Value>(
      _ source: String,
      _ about: String,
      _ fact: Fact<Value>?,
      _ values: (Value) -> JSONValue
    ) {
      let answer =
        switch fact {
        case .yes: "yes"
        case .no: "no"
        case .notKnown: "not known"
        case .notAsked, nil: "not asked"
        }
      guard answer != "not asked" else { return }
      facts.append(
        [
          "source": .string(source), "about": .string(about), "answer": .string(answer),
          "says": fact?.value.map(values) ?? [:],
        ]
      )
    }
    if case .arXiv(let id) = entry.identity {
      add("arXiv", "\(id)", preprints[id]) { preprint in
        [
          "title": .string(preprint.title), "authors": JSONValue(preprint.authors),
          "doi": .string(preprint.doi), "journal": .string(preprint.journalReference),
          "withdrawn": .bool(preprint.isWithdrawn),
        ]
      }
    }
    add("Semantic Scholar", "\(entry.identity)", records[entry.identity]) { record in
      ["title": .string(record.title), "venue": .string(record.venue), "doi": .string(record.doi)]
    }
    if let doi = entry.doi {
      add("Crossref", doi, works[doi]) { work in
        [
          "title": .string(work.title), "in": JSONValue(work.containers),
          "year": JSONValue(work.year), "retracted": .bool(work.isRetracted),
        ]
      }
    }
    for publication in entry.titleKeys.lazy.compactMap({ publications[$0] }).first ?? [] {
      add(publication.source, publication.place, Fact.yes(publication)) { publication in
        ["published": .string(publication.text), "title": .string(publication.title)]
      }
    }
    for link in entry.links {
      guard let url = link.url, let address = link.address else { continue }
      if let name = RepositoryAddress.name(address) {
        add("GitHub", name, repositories[name]) { repository in
          [
            "name": .string(repository.name), "archived": .bool(repository.isArchived),
            "empty": .bool(repository.isEmpty), "stars": .number(repository.stars),
            "licence": .string(repository.licence),
          ]
        }
      }
      add("HTTP", url, addresses[url]) { ["movedTo": .string($0.movedTo)] }
    }
    return .array(facts)
  }
}
