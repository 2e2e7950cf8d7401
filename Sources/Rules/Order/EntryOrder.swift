/// The order that a rulebook states for the entries of its sections.
package enum EntryOrder: String, Sendable, CaseIterable {
  /// Entries may stand anywhere.
  case none
  case title
  case newestDate = "newest-date"
  case oldestDate = "oldest-date"
  case newestYear = "newest-year"
  case oldestYear = "oldest-year"
}
