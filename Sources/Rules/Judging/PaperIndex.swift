package import ListModel
internal import Text

/// Where papers stand in a list: by identity and by title, for those that somebody asks about.
package struct PaperIndex: Sendable {
  package struct Paper: Sendable {
    package internal(set) var place: EntryPlace
    private let names: Names

    package var identity: Identity { names.identity }
    package var title: String { names.title }
    package var titleKey: String { names.titleKey }
    /// The page that the title leads to.
    package var page: String? { names.page }

    init(_ entry: Entry, at place: EntryPlace) {
      self.place = place
      names = Names(entry)
    }
  }

  /// What a paper goes by, held once however many times the paper is handed on.
  private final class Names: Sendable {
    let identity: Identity
    let title: String
    let titleKey: String
    let page: String?

    init(_ entry: Entry) {
      identity = entry.identity
      title = entry.title?.text ?? ""
      titleKey = entry.titleKey
      page = entry.page
    }
  }

  private var byIdentity: [Identity: [Paper]] = [:]
  private var byTitle: [String: [Paper]] = [:]
  private var byPage: [String: [Paper]] = [:]
  /// Whether hardly any paper stands in two sections, so that a second place is a mistake.
  package private(set) var isSingle = false
  /// Whether so few papers stand in two sections that a second place is worth a look.
  package private(set) var isMostlySingle = false
  /// Whether so many papers stand twice in a section that it is the list's way, as in a table with a row
  /// for each task.
  package private(set) var isRepeating = false

  package static let empty = PaperIndex()

  /// How few papers say whether a list has each of them once.
  private static let fewest = 30

  private init() {}

  /// Looks for some entries' papers among all entries of a document; for all papers, where `wanted`
  /// is nil.
  ///
  /// A list has thousands of entries and a contribution three, so only what could be the same
  /// paper is kept.
  init(of wanted: [Entry]?, among roster: Roster, besides contributed: Set<EntryPlace>) {
    let identities = wanted.map { Set($0.map(\.identity)).subtracting([.none]) }
    let titles = wanted.map { Set($0.map(\.titleKey)).subtracting([""]) }
    let pages = wanted.map { Set($0.compactMap(\.page)) }
    if identities?.isEmpty ?? false, titles?.isEmpty ?? false, pages?.isEmpty ?? false { return }
    // The section in which each stood last.
    var seen: [Identity: Int] = [:]
    var repeated = 0
    var doubled = 0
    /// How many stood in two sections before the contribution.
    var listedTwice = 0
    for paper in roster.lines.lazy.map(\.paper) {
      let key = paper.titleKey
      if paper.identity != .none,
        let last = seen.updateValue(paper.place.section, forKey: paper.identity)
      {
        repeated += 1
        if !contributed.contains(paper.place) {
          if last == paper.place.section { doubled += 1 } else { listedTwice += 1 }
        }
      }
      guard
        identities?.contains(paper.identity) ?? true || titles?.contains(key) ?? true
          || paper.page.map({ pages?.contains($0) ?? true }) ?? false
      else { continue }
      if paper.identity != .none { byIdentity[paper.identity, default: []].append(paper) }
      if !key.isEmpty { byTitle[key, default: []].append(paper) }
      if let page = paper.page { byPage[page, default: []].append(paper) }
    }
    isRepeating = doubled >= 3 && doubled * 15 >= seen.count
    isSingle =
      seen.count >= Self.fewest && repeated * 50 <= seen.count && listedTwice * 200 <= seen.count
    isMostlySingle =
      seen.count >= Self.fewest && Levels.exceptional.percent * seen.count >= repeated * 100
  }

  /// Returns the entries of the same identity but the one that stands at a place, in the order of the file.
  ///
  /// Where there are many, those around the place.
  package func papers(_ identity: Identity, near place: EntryPlace) -> [Paper] {
    (byIdentity[identity] ?? []).near(place)
  }

  /// Returns the entries of the same normalised title, as for an identity.
  package func papers(titled key: String, near place: EntryPlace) -> [Paper] {
    (byTitle[key] ?? []).near(place)
  }

  /// Returns the entries that are the same paper by its identity, and those by its title alone.
  package func papers(like entry: Entry, near place: EntryPlace) -> [Paper] {
    let (identity, key) = (entry.identity, entry.titleKey)
    var papers = papers(identity, near: place)
    guard !key.isEmpty else { return papers }
    for paper in self.papers(titled: key, near: place)
    where identity == .none || paper.identity != identity {
      papers.append(paper)
    }
    return papers
  }

  /// Returns the entries whose titles lead to the same page, as for an identity.
  package func papers(of page: String, near place: EntryPlace) -> [Paper] {
    (byPage[page] ?? []).near(place)
  }
}

extension [PaperIndex.Paper] {
  /// Returns the few that stand around a place but not there, of some in the order of the file.
  fileprivate func near(_ place: EntryPlace) -> [PaperIndex.Paper] {
    let reach = 4
    let line = place.lines.lowerBound
    let index = partitioningIndex { $0.place.lines.lowerBound >= line }
    let start = Swift.max(0, index - reach)
    var papers = self[start..<Swift.min(count, index + reach + 1)].filter { $0.place != place }
    // The first of all is what the others repeat.
    if start > 0 { papers.insert(self[0], at: 0) }
    return papers
  }
}
