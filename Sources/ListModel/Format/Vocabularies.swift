internal import YAML

/// The labels that links may have, in the order in which they are written, and other words for them.
package struct LinkLabels: Sendable {
  /// The label under which the paper itself is linked.
  package static let paper = "paper"

  /// In the order in which links with them are written.
  package let names: [String]
  /// From a word in lower case to the label it stands for; labels stand for themselves.
  private let nameOfWord: [String: String]

  package init(_ labels: [(name: String, aliases: [String])]) {
    names = labels.map(\.name)
    var nameOfWord: [String: String] = [:]
    for label in labels {
      for alias in label.aliases { nameOfWord[alias.lowercased()] = label.name }
    }
    for label in labels { nameOfWord[label.name.lowercased()] = label.name }
    self.nameOfWord = nameOfWord
  }

  /// Returns the label that a word is or stands for, whatever its case.
  package func name(of word: String) -> String? {
    nameOfWord[word] ?? nameOfWord[word.lowercased()]
  }

  package func nearest(to word: String) -> String? { names.nearest(to: word) }
}

/// The venues that are known, and other ways to write them.
package struct VenueVocabulary: Sendable {
  /// From a name or alias in lower case to the name.
  private let nameOfWord: [String: String]
  /// The names under which preprints stand.
  package let preprints: Set<String>

  package init(_ venues: [(name: String, aliases: [String])], preprints: Set<String>) {
    var nameOfWord: [String: String] = [:]
    for venue in venues {
      for alias in venue.aliases { nameOfWord[alias.lowercased()] = venue.name }
    }
    for venue in venues { nameOfWord[venue.name.lowercased()] = venue.name }
    self.nameOfWord = nameOfWord
    self.preprints = preprints
  }

  package static let empty = VenueVocabulary([], preprints: [])

  /// Returns the name of a venue, whatever the case or alias it is written in.
  package func name(of word: String) -> String? { nameOfWord[word.lowercased()] }
}
