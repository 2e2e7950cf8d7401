package import ListModel

/// Where in an entry the texts of its citation stand.
package struct CitationPlaces: Hashable, Sendable {
  package internal(set) var name: Range<Int>?
  package internal(set) var title: Range<Int>?
  /// What belongs to the title and stands before it, as a name that a colon ties to it.
  package internal(set) var titleStart: Range<Int>?
  package internal(set) var authors: Range<Int>?
  package internal(set) var description: Range<Int>?
}

extension CitationReader {
  /// Returns where an entry has what its citation says, but for venue and year, which may be read from parts.
  package func places(of entry: Entry, format index: Int) -> CitationPlaces {
    draft(of: entry, format: index)?.places ?? CitationPlaces()
  }
}

extension CitationDraft {
  fileprivate var places: CitationPlaces {
    var places = CitationPlaces()
    places.name = name
    places.title = title
    places.titleStart = titleStart
    places.authors = authors
    places.description = description
    return places
  }
}
