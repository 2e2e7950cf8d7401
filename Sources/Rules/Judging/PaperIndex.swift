package import ListModel

/// Where papers stand in a list: by identity and by title, for those that somebody asks about.
package struct PaperIndex: Sendable {
  package struct Paper: Hashable, Sendable {
    package let place: EntryPlace
    package let identity: Identity
    package let title: String
    package let titleKey: String
  }

  private var byIdentity: [Identity: [Paper]] = [:]
  private var byTitle: [String: [Paper]] = [:]

  package static let empty = PaperIndex()

  private init() {}

  /// Looks for some entries' papers among all entries of a document; for all papers, where `wanted`
  /// is nil.
  ///
  /// A list has thousands of entries and a contribution three, so only what could be the same
  /// paper is kept.
  init(of wanted: [Entry]?, among roster: Roster) {
    let identities = wanted.map { Set($0.map(\.identity)).subtracting([.none]) }
    let titles = wanted.map { Set($0.map(\.titleKey)).subtracting([""]) }
    if identities?.isEmpty ?? false, titles?.isEmpty ?? false { return }
    for paper in roster.lines.lazy.map(\.paper) {
      let key = paper.titleKey
      guard identities?.contains(paper.identity) ?? true || titles?.contains(key) ?? true
      else { continue }
      if paper.identity != .none { byIdentity[paper.identity, default: []].append(paper) }
      if !key.isEmpty { byTitle[key, default: []].append(paper) }
    }
  }

  /// Returns the entries of the same identity, in the order of the file.
  package func papers(_ identity: Identity) -> [Paper] { byIdentity[identity] ?? [] }

  /// Returns the entries of the same normalised title, in the order of the file.
  package func papers(titled key: String) -> [Paper] { byTitle[key] ?? [] }
}
