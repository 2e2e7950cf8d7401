package import ListModel
internal import Text

/// What registries say of an entry beside what it says itself, in a word each: nothing, where nobody asked.
package struct EntryMark: Hashable, Sendable {
  /// Whether a repository of it is read-only by now.
  package var isArchived = false
  /// The name that a repository of it has now; nil where it has the one that is written.
  package var movedTo: String?
  /// Where a paper was published that the entry calls a preprint; nil where that is not certain.
  package var published: String?

  package init() {}
}

extension EntryContext {
  /// Returns what registries say of an entry.
  package func mark(of entry: Entry) -> EntryMark {
    var mark = EntryMark()
    for repository in repositories(of: entry) {
      guard let facts = repository.fact.value else { continue }
      if facts.isArchived { mark.isArchived = true }
      // Names have no case.
      if facts.name.lowercased() != repository.name.lowercased() { mark.movedTo = facts.name }
    }
    if let venue = entry.venue?.name, VenueReader(rulebook.venues).isPreprint(venue),
      let proof = publicationProof(of: entry), proof.isCertain
    {
      mark.published = proof.publication.text
    }
    return mark
  }
}
