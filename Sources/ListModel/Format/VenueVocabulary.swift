/// The venues that are known, what they are, and other ways to write them.
package struct VenueVocabulary: Sendable {
  /// What a venue is.
  package enum Kind: String, Sendable, CaseIterable {
    case conference
    case workshop
    case journal
    /// Where papers stand that nobody has reviewed.
    case preprint
  }

  /// A venue under the name that lists give it.
  package struct Venue: Hashable, Sendable {
    package let name: String
    /// Nil where it can be several.
    package let kind: Kind?

    package init(name: String, kind: Kind?) {
      self.name = name
      self.kind = kind
    }
  }

  private let venues: [Venue]
  /// From a name or alias in lower case to the venue's index.
  private let indexOfWord: [String: Int]
  /// The names that differ from another in case only, as they are written.
  private let indexOfVariant: [String: Int]
  /// From a name in lower case that is an ordinary word to what the venue is.
  private let kindOfOrdinaryWord: [String: Kind]

  /// Makes a vocabulary; `aliases` gives for a name the words that stand for it, and `ordinary` are
  /// venues by whose names none is found in a text.
  package init(
    _ venues: [Venue],
    aliases: [(name: String, aliases: [String])] = [],
    ordinary: [Venue] = []
  ) {
    var indexOfWord: [String: Int] = [:]
    indexOfWord.reserveCapacity(2 * venues.count)
    var indexOfVariant: [String: Int] = [:]
    for (index, venue) in venues.enumerated() {
      let word = venue.name.lowercased()
      if indexOfWord[word] == nil {
        indexOfWord[word] = index
      } else {
        indexOfVariant[venue.name] = index
      }
    }
    for (name, aliases) in aliases {
      guard let index = indexOfWord[name.lowercased()] else { continue }
      for alias in aliases where indexOfWord[alias.lowercased()] == nil {
        indexOfWord[alias.lowercased()] = index
      }
    }
    self.venues = venues
    self.indexOfWord = indexOfWord
    self.indexOfVariant = indexOfVariant
    kindOfOrdinaryWord = Dictionary(
      ordinary.compactMap { venue in venue.kind.map { (venue.name.lowercased(), $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  package static let empty = VenueVocabulary([])

  /// Returns the name of a venue, whatever the case or alias it is written in.
  package func name(of word: String) -> String? { venue(word)?.name }

  /// Returns what a venue is, whatever the case or alias it is written in; nil where that is not
  /// known, or where it can be several.
  package func kind(of word: String) -> Kind? {
    if let venue = venue(word) { return venue.kind }
    return kindOfOrdinaryWord[word.lowercased()]
  }

  /// Tells whether a venue is one where preprints stand.
  package func isPreprint(_ word: String) -> Bool { venue(word)?.kind == .preprint }

  private func venue(_ word: String) -> Venue? {
    (indexOfVariant[word] ?? indexOfWord[word.lowercased()]).map { venues[$0] }
  }
}
