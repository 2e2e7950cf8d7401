package import ListModel
internal import Parsing

/// What was read of entries of a list and found on them, so that those who count need not do it again.
///
/// Entries are large: none is copied, what is known of one is kept by its index.
package struct JudgedEntries: Sendable {
  private let entries: [Entry]
  /// Nil: there was no time to look at the entry.
  private let findings: [[Finding]?]
  /// For each entry of the list, its index in the other two.
  private let indices: [Int?]
  /// Whether all entries of the list were judged, or were to be.
  let isWholeList: Bool

  /// Takes entries of a list with what was found on each.
  package init(
    _ places: [EntryPlace],
    _ entries: [Entry],
    _ findings: [[Finding]?],
    of list: ListDocument,
    isWholeList: Bool
  ) {
    self.entries = entries
    self.findings = findings
    indices = list.indices(in: places)
    self.isWholeList = isWholeList && places.count == list.entries.count
  }

  /// Returns the entry at an index of the list, and what was found on it.
  subscript(position: Int) -> (entry: Entry, findings: [Finding])? {
    guard let index = indices[position], let found = findings[index] else { return nil }
    return (entries[index], found)
  }
}
