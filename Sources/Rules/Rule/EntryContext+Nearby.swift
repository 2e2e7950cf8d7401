internal import ListModel

extension EntryContext {
  /// How many entries before and behind one say what is usual there.
  private static let reach = 6
  /// In a table two rows of many say that a cell may be empty.
  private static let reachInTable = 30

  /// Tells whether half of the entries nearby in the section are of some kind, or in a table two of them: it
  /// is no slip there, whatever the rest of the list has.
  func isUsualNearby(_ isOfKind: (Entry) -> Bool) -> Bool {
    let entries = document.entries
    let isRow = format.unit == .row
    let reach = isRow ? Self.reachInTable : Self.reach
    guard let index = entries.firstIndex(of: place) else { return false }
    let nearby = entries[max(0, index - reach)..<min(entries.count, index + reach + 1)]
      .filter { other in
        other.section == place.section && other.format == place.format && other != place
          && !list.contributed.contains(other)
      }
    let count = nearby.count { isOfKind(document.fields(at: $0)) }
    return count > 1 && (isRow || count * 2 >= nearby.count)
  }
}
