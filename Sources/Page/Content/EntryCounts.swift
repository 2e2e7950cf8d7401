internal import Parsing

/// How many entries have each value of a field; an entry that appeared in several places has several.
package struct EntryCounts: Sendable {
  package struct Row: Hashable, Sendable {
    package let value: String
    package let count: Int
  }

  /// By year, the earliest first.
  package let years: [Row]
  /// By venue, the most first.
  package let venues: [Row]
  /// By tag, the most first.
  package let tags: [Row]
  package let withCode: Int
  package let total: Int

  package init(_ entries: [PageEntry]) {
    var years: [Int: Int] = [:]
    var venues: [String: Int] = [:]
    var tags: [String: Int] = [:]
    for entry in entries {
      let others = entry.otherAppearances
      for year in Set([entry.year].compactMap { $0 } + others.map(\.year)) {
        years[year, default: 0] += 1
      }
      for venue in Set([entry.venue] + others.map(\.venue)) where !venue.isEmpty {
        venues[venue, default: 0] += 1
      }
      for tag in Set(entry.tags) { tags[tag, default: 0] += 1 }
    }
    self.years = years.sorted { $0.key < $1.key }.map { Row(value: "\($0.key)", count: $0.value) }
    self.venues = Self.rows(venues)
    self.tags = Self.rows(tags)
    withCode = entries.count(where: \.hasCode)
    total = entries.count
  }

  private static func rows(_ counts: [String: Int]) -> [Row] {
    counts.map { Row(value: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }
}
