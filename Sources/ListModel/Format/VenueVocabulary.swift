internal import Text

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
  private struct Venue: Sendable {
    /// Where the name stands in the words' texts.
    let name: Range<Int>
    let kind: Kind?
    /// Whether the name is an ordinary word, by which no venue is found in a text.
    var isOrdinary = false
    /// Whether the list's own rulebook says that it is called so.
    var isStated = false
  }

  private var venues: [Venue] = []
  /// The names and aliases, each with the venue's index.
  private var words: WordTable
  /// The names that differ from another in case only, as they are written.
  private var indexOfVariant: [String: Int] = [:]

  /// For the first byte of names and aliases in lower case, a bit for each length that one has.
  private var lengths = [UInt64](repeating: 0, count: 0x100)

  package static let empty = VenueVocabulary(capacity: 0)

  /// Makes a vocabulary that need not grow for so many names.
  init(capacity: Int) {
    words = WordTable(capacity: capacity)
    venues.reserveCapacity(capacity)
  }

  private mutating func noteLength(of word: Range<Int>) {
    guard let first = words.bytes[word].first else { return }
    lengths[Int(first.lowercased)] |= 1 << UInt64(min(word.count, 63))
  }

  /// Tells at little cost what is not a venue's name or alias for certain.
  package func canBeName(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    // The case of other characters can change how many bytes they take.
    return lengths[Int(first.lowercased)] & 1 << UInt64(min(word.count, 63)) != 0
      || !words.isASCII && !word.allSatisfy { $0 < 0x80 }
  }

  /// Takes up a text, and returns where names stand in it that commas separate; an empty range where
  /// one is missing.
  mutating func names(in text: String) -> [Range<Int>] {
    let range = words.append(text)
    let bytes = words.bytes
    var names: [Range<Int>] = []
    names.reserveCapacity(range.count / 8)
    var start = range.lowerBound
    for index in range where bytes[index] == UInt8(ascii: ",") {
      names.append(bytes.trimmed(start..<index))
      start = index + 1
    }
    names.append(bytes.trimmed(start..<range.upperBound))
    return names
  }

  /// Adds a venue; its kind is nil where it can be several.
  mutating func add(_ name: Range<Int>, _ kind: Kind?) {
    if words.add(name, venues.count) == nil {
      noteLength(of: name)
    } else {
      indexOfVariant[words.bytes.string(name)] = venues.count
    }
    venues.append(Venue(name: name, kind: kind))
  }

  /// Adds a venue by whose name none is found in a text.
  mutating func add(ordinary name: Range<Int>, _ kind: Kind) {
    if words.add(name, venues.count) == nil {
      venues.append(Venue(name: name, kind: kind, isOrdinary: true))
    }
  }

  /// Adds another word for a venue, and tells whether the venue is there.
  mutating func add(alias word: Range<Int>, of name: String) -> Bool {
    guard let index = words[name], words.bytes.string(venues[index].name) == name else {
      return false
    }
    words.set(word, to: index)
    noteLength(of: word)
    return true
  }

  /// Adds a venue that a list names itself, with other words for it; without a kind it keeps the one
  /// that is known.
  ///
  /// What the list says goes before what is known of all lists: where one of the words is the name of
  /// another venue, all that stood for that one stands for this one now.
  mutating func state(_ name: String, aliases: [String], _ kind: Kind?) {
    let stated = Set(([name] + aliases).map { $0.lowercased() })
    let place = words.append(name)
    let venue = Venue(name: place, kind: kind ?? self.kind(of: name), isStated: true)
    let replaced = Set(
      stated.compactMap { words[$0] }.filter { stated.contains(self.name($0).lowercased()) }
    )
    let index = venues.count
    words.replaceValues { replaced.contains($0) ? index : $0 }
    for word in [name] + aliases {
      let word = words.append(word)
      words.set(word, to: index)
      noteLength(of: word)
    }
    indexOfVariant = indexOfVariant.filter { !stated.contains($0.key.lowercased()) }
    venues.append(venue)
  }

  /// Tells whether the list's own rulebook says what a venue is called.
  package func isStated(_ word: String) -> Bool {
    venueIndex(word).map { venues[$0].isStated } ?? false
  }

  /// Returns the name of a venue, whatever the case or alias it is written in.
  package func name(of word: String) -> String? { venueIndex(word).map(name) }

  /// Returns what a venue is, whatever the case or alias it is written in; nil where that is not
  /// known, or where it can be several.
  package func kind(of word: String) -> Kind? { index(of: word).flatMap { venues[$0].kind } }

  /// Tells whether a venue is one where preprints stand.
  package func isPreprint(_ word: String) -> Bool {
    venueIndex(word).map { venues[$0].kind == .preprint } ?? false
  }

  private func name(_ index: Int) -> String { words.bytes.string(venues[index].name) }

  private func venueIndex(_ word: String) -> Int? {
    index(of: word).flatMap { venues[$0].isOrdinary ? nil : $0 }
  }

  private func index(of word: String) -> Int? {
    // A name that differs in case only has the other's word.
    words[word].map { indexOfVariant[word] ?? $0 }
  }
}
