package import ListModel

/// What an entry says of the thing it lists, as a reader takes it.
///
/// The fields of an `Entry` are those of its list's format: by them it is judged and corrected. A reader puts
/// some of them together, as a name that a colon ties to the title, and takes others apart, as names of people
/// with a journal after them. Texts are Markdown as it stands.
package struct Citation: Hashable, Sendable {
  /// A place where something appeared, and when.
  package struct Appearance: Hashable, Sendable {
    package let venue: String
    package let year: Int

    package init(venue: String, year: Int) {
      self.venue = venue
      self.year = year
    }
  }

  package internal(set) var name: String?
  package internal(set) var title: String?
  package internal(set) var authors: String?
  package internal(set) var venue: String?
  package internal(set) var year: Int?
  /// Where else it appeared, of an entry that names several places: `CVPR 2019, ECCV 2018`.
  package internal(set) var otherAppearances: [Appearance] = []
  package internal(set) var description: String?
  /// Those that lead somewhere or are to come: a picture that leads nowhere is none.
  package internal(set) var links: [Link] = []

  package init(
    name: String? = nil,
    title: String? = nil,
    authors: String? = nil,
    venue: String? = nil,
    year: Int? = nil,
    otherAppearances: [Appearance] = [],
    description: String? = nil,
    links: [Link] = []
  ) {
    self.name = name
    self.title = title
    self.authors = authors
    self.venue = venue
    self.year = year
    self.otherAppearances = otherAppearances
    self.description = description
    self.links = links
  }
}
