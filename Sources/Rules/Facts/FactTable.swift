package import ListModel

/// What is known of what a list's entries name, apart from the list: values that rules are handed.
package struct FactTable: Sendable {
  /// What bibliographies have, by the key of the title.
  package var publications: [String: [Publication]] = [:]
  /// The papers on arXiv that bibliographies have, by the key of the title.
  package var listedPreprints: [String: [ListedPreprint]] = [:]
  /// What arXiv says of its papers.
  package var preprints: [ArXivID: Fact<Preprint>] = [:]
  /// What Crossref says of DOIs, in lower case.
  package var works: [String: Fact<Work>] = [:]
  /// What Semantic Scholar says of papers, by their identity.
  package var records: [Identity: Fact<ScholarRecord>] = [:]
  /// What GitHub says of repositories, by `owner/name` in lower case.
  package var repositories: [String: Fact<RepositoryFacts>] = [:]
  /// What came of asking addresses, as the list writes them.
  package var addresses: [String: Fact<AddressFacts>] = [:]
  /// The second since 1970 in which the questions were asked; 0 where nobody asked.
  package var time = 0

  /// What an example demands in place of its rulebook.
  var demands: Eligibility?

  package init() {}

  /// Nothing was asked.
  package static let none = FactTable()

  package var isEmpty: Bool {
    publications.isEmpty && listedPreprints.isEmpty && preprints.isEmpty && works.isEmpty
      && records.isEmpty
      && repositories.isEmpty && addresses.isEmpty
  }

  /// Whether something was asked and not answered.
  package var hasOpenQuestions: Bool {
    preprints.values.contains(.notKnown) || works.values.contains(.notKnown)
      || records.values.contains(.notKnown) || repositories.values.contains(.notKnown)
      || addresses.values.contains(.notKnown)
  }
}

/// A paper on arXiv that a bibliography has.
package struct ListedPreprint: Sendable, Hashable {
  package let id: ArXivID
  /// The family name of the first author; empty where there is none.
  package let author: String

  package init(id: ArXivID, author: String) {
    self.id = id
    self.author = author
  }
}

/// A paper on arXiv, as its newest version has it.
package struct Preprint: Sendable, Hashable, Codable {
  package let title: String
  /// Whole names, in their order.
  package let authors: [String]
  /// The year of the first version.
  package let year: Int?
  package let comment: String
  package let journalReference: String
  /// In lower case; empty where the authors name none, or only arXiv's own.
  package let doi: String
  package let isWithdrawn: Bool
  /// The day of the first version, as in `2023-08-01`; nil where that is not known.
  package let submitted: String?

  package init(
    title: String,
    authors: [String],
    year: Int?,
    comment: String = "",
    journalReference: String = "",
    doi: String = "",
    isWithdrawn: Bool = false,
    submitted: String? = nil
  ) {
    self.title = title
    self.authors = authors
    self.year = year
    self.comment = comment
    self.journalReference = journalReference
    self.doi = doi
    self.isWithdrawn = isWithdrawn
    self.submitted = submitted
  }
}

/// A work of which Crossref has a record.
package struct Work: Sendable, Hashable, Codable {
  package let doi: String
  package let type: String
  package let title: String
  /// The family name of the first author; empty where there is none.
  package let author: String
  /// The titles of journal or book, the series before the volume.
  package let containers: [String]
  package let event: String
  package let year: Int?
  package let isRetracted: Bool
  /// The DOI of what this preprint became; empty where it does not say.
  package let publishedAs: String
  /// The whole names of the authors; nil where they are not known.
  package let authors: [String]?

  package init(
    doi: String,
    type: String,
    title: String,
    author: String,
    containers: [String],
    event: String = "",
    year: Int?,
    isRetracted: Bool = false,
    publishedAs: String = "",
    authors: [String]? = nil
  ) {
    self.doi = doi
    self.type = type
    self.title = title
    self.author = author
    self.containers = containers
    self.event = event
    self.year = year
    self.isRetracted = isRetracted
    self.publishedAs = publishedAs
    self.authors = authors
  }
}

/// A paper in Semantic Scholar.
package struct ScholarRecord: Sendable, Hashable, Codable {
  package let title: String
  package let authors: [String]
  package let venue: String
  package let journal: String
  /// In lower case; empty where there is none, or only a preprint's.
  package let doi: String
  package let dblp: String
  /// Whether anything in it is the preprint's, so that its venue proves nothing.
  package let isMixed: Bool

  package init(
    title: String,
    authors: [String],
    venue: String,
    journal: String = "",
    doi: String = "",
    dblp: String = "",
    isMixed: Bool
  ) {
    self.title = title
    self.authors = authors
    self.venue = venue
    self.journal = journal
    self.doi = doi
    self.dblp = dblp
    self.isMixed = isMixed
  }
}

/// A repository on GitHub.
package struct RepositoryFacts: Sendable, Hashable, Codable {
  /// As it is spelled now.
  package let name: String
  package let isArchived: Bool
  package let isEmpty: Bool
  package let stars: Int
  /// The SPDX identifier; empty where there is none.
  package let licence: String
  /// Seconds since 1970; nil where that is not known.
  package let created: Int?
  package let pushed: Int?
  /// What its owner says of it; nil where that is nothing.
  package let description: String?

  package init(
    name: String,
    isArchived: Bool = false,
    isEmpty: Bool = false,
    stars: Int = 0,
    licence: String = "",
    created: Int? = nil,
    pushed: Int? = nil,
    description: String? = nil
  ) {
    self.name = name
    self.isArchived = isArchived
    self.isEmpty = isEmpty
    self.stars = stars
    self.licence = licence
    self.created = created
    self.pushed = pushed
    self.description = description
  }
}

/// What answered at an address.
package struct AddressFacts: Sendable, Hashable, Codable {
  /// Where it has moved to for good; empty where it has not.
  package let movedTo: String

  package init(movedTo: String = "") { self.movedTo = movedTo }
}
