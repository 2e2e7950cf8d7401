package import ListModel
internal import Text

extension Entry {
  /// The title with the name that stands before it.
  var fullTitle: String { title?.text ?? "" }

  /// What registries may know its title by: as it stands, and with the name before it.
  package var titleKeys: [String] {
    let key = TitleKey.key(of: fullTitle)
    guard !key.isEmpty else { return [] }
    guard let name = text(of: .name) else { return [key] }
    return [TitleKey.key(of: name) + key, key]
  }

  /// The first of its authors, as the list writes them; empty where it does not.
  var firstAuthor: String {
    guard let authors = text(of: .authors) else { return "" }
    let first = authors.prefix { ![",", ";", "&"].contains($0) }
    for word in [" and ", " et al"] {
      if let range = first.firstRange(of: word) { return String(first[..<range.lowerBound]) }
    }
    return String(first)
  }

  /// The DOI that it names, in lower case, but for arXiv's own.
  package var doi: String? {
    if case .doi(let name) = identity { return name }
    return links.lazy.compactMap { link -> String? in
      guard let address = link.address, case .doi(let name) = Identity(address) else { return nil }
      return name
    }.first
  }

  /// The year in which its preprint was announced.
  var arXivYear: Int? { if case .arXiv(let id) = identity { id.year } else { nil } }

  /// Tells whether a registry's title is this one's, or else its first author is.
  func isSamePaper(title: String, author: String) -> Bool {
    if titleKeys.contains(where: { TitleKey.agree(key: $0, TitleKey.key(of: title)) }) {
      return true
    }
    let own = firstAuthor
    return !own.isEmpty && !author.isEmpty
      && TitleKey.names(own, include: TitleKey.familyName(author))
  }
}

extension TitleKey {
  /// Tells whether two titles are one: the same but for their spelling, or one of them cut at a colon or
  /// a dash.
  static func agree(_ title: String, _ other: String) -> Bool {
    agree(key: key(of: title), key(of: other))
  }

  /// As ``agree(_:_:)``, of the titles' keys.
  static func agree(key: String, _ other: String) -> Bool {
    if key == other { return true }
    guard !key.isEmpty, !other.isEmpty else { return false }
    // Lists cut subtitles and give methods by their names.
    if key.hasPrefix(other) || other.hasPrefix(key) {
      return min(key.utf8.count, other.utf8.count) >= 3
    }
    let longest = max(key.utf8.count, other.utf8.count)
    // A slip of the pen, or another word in a later version.
    return longest >= 12 && isNear(key, other, longest / 5)
  }

  /// Tells whether few letters differ.
  private static func isNear(_ key: String, _ other: String, _ limit: Int) -> Bool {
    abs(key.utf8.count - other.utf8.count) <= limit
      && distance(Array(key.utf8), Array(other.utf8)) <= limit
  }

  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = Array(0...second.count)
    for (index, byte) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in second.enumerated() {
        let cost = byte == other ? diagonal : diagonal + 1
        diagonal = row[column + 1]
        row[column + 1] = min(cost, row[column] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }

  /// Tells whether a family name is among the words of a person's name.
  static func names(_ person: String, include family: String) -> Bool {
    let (person, family) = (key(of: person), key(of: family))
    return !family.isEmpty && (person.contains(family) || family.contains(person))
  }

  /// Returns the last word of a whole name.
  package static func familyName(_ name: String) -> String {
    name.split(separator: " ").last.map(String.init) ?? ""
  }
}

/// A repository that an entry names, and what is known of it.
struct NamedRepository {
  /// `owner/name` as it is written.
  let name: String
  let url: String
  /// Where the address stands.
  let range: Range<Int>
  let fact: Fact<RepositoryFacts>
}

extension EntryContext {
  /// Returns the repositories on GitHub that an entry names, each once.
  func repositories(of entry: Entry) -> [NamedRepository] {
    var seen: Set<String> = []
    return entry.links.compactMap { link in
      guard let url = link.url, let address = link.address, let range = link.urlRange,
        let name = RepositoryAddress.written(address),
        let fact = list.facts.repositories[name.lowercased()],
        seen.insert(name.lowercased()).inserted
      else { return nil }
      return NamedRepository(name: name, url: url, range: range, fact: fact)
    }
  }
}
