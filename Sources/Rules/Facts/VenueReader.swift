package import ListModel
internal import Text

/// Finds out which venue a registry means.
package struct VenueReader: Sendable {
  package struct Venue: Sendable, Hashable {
    package let name: String
    package let kind: Publication.Kind
  }

  private let venues: VenueVocabulary

  package init(_ venues: VenueVocabulary) { self.venues = venues }

  /// The venues that are known of all lists.
  package static var standard: VenueReader { VenueReader(Rulebook.standard.venues) }

  /// Tells whether a name is that of a place where preprints stand.
  package func isPreprint(_ name: String) -> Bool {
    if venues.isPreprint(name) { return true }
    let isNamed = ["arxiv", "biorxiv", "medrxiv", "chemrxiv", "ssrn", "corr", "openreview"]
      .contains { name.lowercased().hasPrefix($0) }
    // `arXiv:1503.08895 / NIPS` says both, and the last is where it was published.
    guard isNamed, let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return isNamed }
    let last = String(name[name.utf8.index(after: slash)...]).trimmingBlanks
    return venues.name(of: last) == nil || venues.isPreprint(last)
  }

  /// Tells whether a name is that of a place where papers are published, for certain.
  package func isPublication(_ name: String) -> Bool {
    guard !isPreprint(name) else { return false }
    let words = Self.words(name).split(separator: " ")
    // What was handed in, or is being reviewed, may come out elsewhere.
    guard !words.contains(where: { Self.waitingWords.contains($0) }) else { return false }
    return venues.kind(of: name) != nil || venue(name) != nil
      || words.contains { Self.publicationWords.contains($0) }
  }

  private static let waitingWords: Set<Substring> = [
    "arr", "openreview", "preprint", "rejected", "submission", "submitted", "under", "withdrawn",
  ]

  private static let publicationWords: Set<Substring> = [
    "conference", "symposium", "proceedings", "journal", "transactions", "letters", "magazine",
    "workshop",
  ]

  private static let serverWords: Set<Substring> = ["abs", "arxiv", "corr", "preprint", "v"]

  /// Returns the server's name, where a venue is that of a preprint with its number: `arXiv preprint arXiv:1809.01337`
  /// is arXiv; nil for anything else.
  package func server(ofNumbered name: String) -> String? {
    guard name.utf8.contains(where: \.isDigit), name.utf8.count <= 60 else { return nil }
    let words = name.lowercased().split { !$0.isLetter }
    guard let first = words.first, first == "arxiv" || first == "corr",
      words.allSatisfy({ Self.serverWords.contains($0) })
    else { return nil }
    return venues.name(of: String(first))
  }

  /// Returns the venue that a title of proceedings or a journal is of; nil where it is not known, or where
  /// it is only a series.
  ///
  /// `key` is the record's in DBLP or the ACL Anthology, `isJournal` what the record is said to be.
  package func venue(_ title: String, key: String = "", isJournal: Bool = false) -> Venue? {
    let words = Self.words(title)
    guard !isPreprint(title) else { return nil }
    guard let name = name(title, words, key: key, isJournal: isJournal), !venues.isPreprint(name)
    else { return nil }
    let padded = " \(words) "
    if padded.contains(" findings ") || key.contains("findings-") {
      return Venue(name: name, kind: .findings)
    }
    if VenueTitles.workshopWords.contains(where: { padded.contains(" \($0) ") }) {
      return Venue(name: name, kind: .workshop)
    }
    switch venues.kind(of: name) {
    case .workshop: return Venue(name: name, kind: .workshop)
    case .journal: return Venue(name: name, kind: .journal)
    case .preprint: return nil
    case .conference, nil:
      return Venue(name: name, kind: isJournal && !isConference(name) ? .journal : .conference)
    }
  }

  /// Returns all venues of published papers that a text names, whether by short or by long names.
  package func publications(in text: String) -> Set<String> {
    let short = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    let names =
      short.compactMap { venues.name(of: String($0)) } + VenueTitles.names(among: Self.words(text))
    return Set(names.filter { !venues.isPreprint($0) })
  }

  private func isConference(_ name: String) -> Bool { venues.kind(of: name) == .conference }

  private func name(_ title: String, _ words: String, key: String, isJournal: Bool) -> String? {
    let plain = title.trimmingBlanks
    if plain.utf8.count <= 40 {
      if let known = venues.name(of: plain) { return known }
      // What the title itself says holds, whatever somebody made of the key.
      let isYear = { (word: Substring) in word.utf8.count == 4 && word.utf8.allSatisfy(\.isDigit) }
      let dateless = plain.split { $0 == " " || $0 == "," }.filter { !isYear($0) }
      if let known = venues.name(of: dateless.joined(separator: " ")) { return known }
    }
    if let known = dblpName(key) { return known }
    if let name = VenueTitles.names(among: words).first { return name }
    return acronym(in: title)
  }

  /// Returns the venue of a key as `DBLP:conf/cvpr/LinL20`.
  private func dblpName(_ key: String) -> String? {
    let parts = key.split(separator: "/")
    guard parts.count == 3, parts[0].hasSuffix("conf") || parts[0].hasSuffix("journals") else {
      return nil
    }
    let word = String(parts[1])
    if let name = VenueTitles.keys[word] { return name }
    // A journal's key is often another venue's name: `journals/cl` is not a conference.
    guard let name = venues.name(of: word) else { return nil }
    let isJournal = parts[0].hasSuffix("journals")
    return (venues.kind(of: name) == .journal) == isJournal ? name : nil
  }

  /// Returns the first word in capitals that is a venue everybody knows.
  private func acronym(in title: String) -> String? {
    for word in title.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
      guard word.utf8.count >= 3, word.utf8.count(where: \.isUppercase) >= 2 else { continue }
      if let name = venues.name(of: String(word)) { return name }
    }
    return nil
  }

  /// Returns the words of a title in lower case, with one space between them.
  static func words(_ title: String) -> String {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let bytes = Array(utf8)
    return bytes.string(bytes.trimmed(0..<bytes.count))
  }
}
