package import ListModel

/// What registries are asked about an entry.
///
/// It is the same question in another run as long as the entry says the same of what is asked.
package enum Question: Hashable, Sendable {
  /// Whether the paper is the one meant, and where it appeared; `venue` is what the entry says of that.
  case paper(Identity, venue: String)
  /// A repository, as `owner/name` in lower case.
  case repository(String)
  /// An address, as the entry writes it.
  case address(String)

  /// The question that a finding of a rule about facts rests on.
  init(of entry: Entry, at range: Range<Int>, asking registry: Registry) {
    let link = entry.links.first { $0.urlRange.map { $0.contains(range.lowerBound) } ?? false }
    switch registry {
    case .papers: self = Self.paper(of: entry)
    case .repositories:
      self =
        link?.address.flatMap(RepositoryAddress.name).map(Self.repository) ?? Self.paper(of: entry)
    case .addresses: self = link?.url.map(Self.address) ?? Self.paper(of: entry)
    }
  }

  package static func paper(of entry: Entry) -> Question {
    .paper(entry.identity, venue: entry.venue.map { entry.string($0.range) } ?? "")
  }

  /// In words that tell it from every other.
  package var words: [String] {
    switch self {
    case .paper(let identity, let venue): ["paper", identity.description, venue]
    case .repository(let name): ["repository", name]
    case .address(let address): ["address", address]
    }
  }
}

extension FactTable {
  /// Returns what was asked about some entries and not answered.
  package func openQuestions(about entries: [Entry]) -> Set<Question> {
    guard hasOpenQuestions else { return [] }
    var open: Set<Question> = []
    for entry in entries {
      if isPaperOpen(of: entry) { open.insert(.paper(of: entry)) }
      for link in entry.links {
        guard let url = link.url, let address = link.address else { continue }
        if addresses[url] == .notKnown { open.insert(.address(url)) }
        if let name = RepositoryAddress.name(address), repositories[name] == .notKnown {
          open.insert(.repository(name))
        }
      }
    }
    return open
  }

  private func isPaperOpen(of entry: Entry) -> Bool {
    if entry.links.contains(where: { $0.arXiv.map { preprints[$0] == .notKnown } ?? false }) {
      return true
    }
    if records[entry.identity] == .notKnown { return true }
    var dois = [entry.doi, records[entry.identity]?.value?.doi]
    dois += entry.links.map { $0.arXiv.flatMap { preprints[$0]?.value?.doi } }
    return dois.contains { doi in
      guard let doi else { return false }
      guard let work = works[doi]?.value else { return works[doi] == .notKnown }
      // What a preprint became is asked by itself.
      return works[work.publishedAs] == .notKnown
    }
  }
}
