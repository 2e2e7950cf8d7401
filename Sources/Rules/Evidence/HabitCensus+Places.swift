internal import ListModel
internal import Parsing
internal import Text

/// Which entries answer.
extension HabitCensus {
  /// How many entries of a section are looked at, and how many of the list.
  private static let (fromSection, fromList) = (48, 96)
  /// How many are counted for who counts them again.
  private static let mostCounted = 1_000
  /// How many entries above and below one are next to it.
  private static let reach = 2

  /// Returns the places that answer for a group, not too many, taken evenly; and whether these are all.
  func places(of group: Group) -> (places: [EntryPlace], isAll: Bool) {
    var places: [EntryPlace] = []
    let limit: Int
    switch group {
    case .section(let section):
      limit = Self.fromSection
      let all = document.entries.filter { $0.section == section }
      let old = all.filter { !context.contributed.contains($0) }
      places = isRewritten || old.isEmpty ? all : old
    case .below(let path):
      limit = Self.fromSection
      let sections = Set(
        document.sections.indices.filter { document.sections[$0].path.starts(with: path) }
      )
      places = document.entries.filter { place in
        sections.contains(place.section) && (isRewritten || !context.contributed.contains(place))
      }
    case .contributed(let section):
      limit = Self.fromSection
      places = document.entries.filter {
        (section ?? $0.section) == $0.section && context.contributed.contains($0)
      }
    case .all(let section):
      limit = Self.mostCounted
      places = document.entries.filter { (section ?? $0.section) == $0.section }
    case .beside(let place):
      limit = 2 * Self.reach
      guard let index = document.index(of: place) else { return ([], true) }
      let reach = 8 * Self.reach
      func isOld(_ other: EntryPlace) -> Bool {
        other != place && other.section == place.section && !context.contributed.contains(other)
      }
      let above = document.entries[max(0, index - reach)..<index].filter(isOld)
      let end = min(document.entries.count, index + 1 + reach)
      let below = document.entries[index + 1..<end].filter(isOld)
      places = above.suffix(Self.reach) + below.prefix(Self.reach)
    case .list:
      limit = Self.fromList
      places = document.entries.filter { isRewritten || !context.contributed.contains($0) }
    }
    // One by itself has nothing to be counted beside.
    if case .contributed = group, places.count == 1 { return ([], true) }
    guard places.count > limit else { return (places, true) }
    return ((0..<limit).map { places[$0 * places.count / limit] }, false)
  }

  /// Tells whether all entries of a section come with the contribution.
  func isNewSection(_ section: Int) -> Bool {
    !context.surroundings.hasOldEntry(inSection: section, besides: nil)
  }

  /// Returns the headings that a section has in common with those beside it; nil where there are none.
  func parent(of section: Int) -> [String]? {
    let path = document.sections[section].path
    return path.count > 1 ? Array(path.dropLast()) : nil
  }
}
