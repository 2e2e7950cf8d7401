internal import ListModel
internal import Parsing

extension EntryContext {
  /// How many entries before and after one say what is usual there.
  private static let reach = 4
  /// How many are looked at where two of them say that something may be left open.
  private static let farReach = 30

  /// Tells whether most of the entries nearby in the section are of some kind, or two of them where it
  /// `isOptional`: it is not a slip there, whatever the rest of the list has.
  func isUsualNearby(isOptional: Bool = false, _ isOfKind: (Entry) -> Bool) -> Bool {
    let nearby = nearby(within: isOptional ? Self.farReach : Self.reach)
    // Reading has its price: of what may be left open two are enough.
    var count = 0
    for other in nearby where isOfKind(document.fields(at: other)) {
      count += 1
      if isOptional, count == 2 { return true }
    }
    return !isOptional && count > 1 && count * 3 >= nearby.count * 2
  }

  /// Tells whether all of the entries nearby in the section are of some kind, however few there are.
  func isUnanimousNearby(_ isOfKind: (Entry) -> Bool) -> Bool {
    let nearby = nearby(within: Self.reach)
    return !nearby.isEmpty && nearby.allSatisfy { isOfKind(document.fields(at: $0)) }
  }

  /// Returns the entries before and after this one that were in its section already.
  private func nearby(within reach: Int) -> [EntryPlace] {
    let entries = document.entries
    guard let index = document.index(of: place) else { return [] }
    return entries[max(0, index - reach)..<min(entries.count, index + reach + 1)]
      .filter { other in
        other.section == place.section && other.format == place.format && other != place
          && !list.contributed.contains(other)
      }
  }
}
