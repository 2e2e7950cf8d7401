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

  /// A venue under the name that lists give it; its kind is nil where it can be several.
  private struct Venue: Hashable, Sendable {
    let name: String
    let kind: Kind?
    /// Whether the list's own rulebook says that it is called so.
    var isStated = false
  }

  private var venues: [Venue] = []
  /// From a name or alias in lower case to the venue's index.
  private var indexOfWord: [String: Int] = [:]
  /// The names that differ from another in case only, as they are written.
  private var indexOfVariant: [String: Int] = [:]
  /// From a name in lower case that is an ordinary word to what the venue is.
  private var kindOfOrdinaryWord: [String: Kind] = [:]

  /// For the first byte of names and aliases in lower case, a bit for each length that one has.
  private var lengths = [UInt64](repeating: 0, count: 0x100)

  package static let empty = VenueVocabulary()

  init() { indexOfWord.reserveCapacity(512) }

  /// Takes up a name or alias in lower case.
  private mutating func set(_ word: String, to index: Int) {
    indexOfWord[word] = index
    noteLength(of: word)
  }

  private mutating func noteLength(of word: String) {
    guard let first = word.utf8.first else { return }
    lengths[Int(first)] |= 1 << UInt64(min(word.utf8.count, 63))
  }

  /// Tells at little cost what is no venue's name or alias for certain.
  func canBeName(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    // The case of other characters can change how many bytes they take.
    return lengths[Int(first.lowercased)] & 1 << UInt64(min(word.count, 63)) != 0
      || !word.allSatisfy { $0 < 0x80 }
  }

  /// Adds a venue; its kind is nil where it can be several.
  mutating func add(_ name: String, _ kind: Kind?) {
    let word = name.lowercased()
    if let known = indexOfWord.updateValue(venues.count, forKey: word) {
      indexOfWord[word] = known
      indexOfVariant[name] = venues.count
    } else {
      noteLength(of: word)
    }
    venues.append(Venue(name: name, kind: kind))
  }

  /// Adds a venue by whose name none is found in a text.
  mutating func add(ordinary name: String, _ kind: Kind) {
    kindOfOrdinaryWord[name.lowercased()] = kind
  }

  /// Adds another word for a venue, and tells whether the venue is there.
  mutating func add(alias word: String, of name: String) -> Bool {
    guard let index = indexOfWord[name.lowercased()], venues[index].name == name else {
      return false
    }
    set(word.lowercased(), to: index)
    return true
  }

  /// Adds a venue that a list names itself, with other words for it; without a kind it keeps the one
  /// that is known.
  ///
  /// What the list says goes before what is known of all lists: where one of the words is the name of
  /// another venue, all that stood for that one stands for this one now.
  mutating func state(_ name: String, aliases: [String], _ kind: Kind?) {
    let words = Set(([name] + aliases).map { $0.lowercased() })
    let venue = Venue(name: name, kind: kind ?? self.kind(of: name), isStated: true)
    let replaced = Set(
      words.compactMap { indexOfWord[$0] }.filter { words.contains(venues[$0].name.lowercased()) }
    )
    for (word, index) in indexOfWord where replaced.contains(index) {
      indexOfWord[word] = venues.count
    }
    for word in words {
      set(word, to: venues.count)
      kindOfOrdinaryWord[word] = nil
    }
    indexOfVariant = indexOfVariant.filter { !words.contains($0.key.lowercased()) }
    venues.append(venue)
  }

  /// Tells whether the list's own rulebook says what a venue is called.
  package func isStated(_ word: String) -> Bool { venue(word)?.isStated ?? false }

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
