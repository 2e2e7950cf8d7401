internal import ListModel
internal import Rules
internal import Text
internal import YAML

/// What rules find in each list by themselves, for a maintainer to state where it should hold always.
extension RulebookText {
  /// Says which orders the list's sections keep.
  func addOrders(to yaml: inout YAMLText) {
    let (counts, total) = SectionOrders.kept(in: document, reading: entries)
    guard !counts.isEmpty else { return }
    yaml.blank()
    yaml.comment(
      "New entries are held against the order that their section keeps. One that is stated holds in all:"
    )
    for order in EntryOrder.allCases {
      guard let count = counts[order] else { continue }
      yaml.comment("order: \(order.rawValue)  # kept in \(count) of \(total) sections")
    }
  }

  /// Names the venues of several entries that are not known.
  func addVenues(to yaml: inout YAMLText) {
    var counts: [String: Int] = [:]
    for (place, entry) in zip(document.entries, entries) {
      let venues = document.format(of: place).venues
      // A number at the end is more of a date than of a name.
      guard let name = entry.venue?.name, name.utf8.last?.isDigit == false,
        venues.name(of: name) == nil, venues.kind(of: name) == nil
      else { continue }
      counts[name, default: 0] += 1
    }
    let names = counts.filter { $0.value >= 3 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard !names.isEmpty else { return }
    yaml.blank()
    yaml.comment(
      "Venues that are not known yet. Named, with their 'aliases', misspelt ones are told:"
    )
    yaml.comment("venues:")
    for (name, count) in names.prefix(10) {
      yaml.comment("  - {name: \(name.yaml)}  # \(count) entries")
    }
  }
}
