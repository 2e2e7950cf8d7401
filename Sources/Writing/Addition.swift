/// A list with a new entry.
package struct Addition: Sendable {
  /// The whole text of the list.
  package let text: [UInt8]
  /// The 1-based lines of the entry in it.
  package let lines: Range<Int>
  /// The entry as it is written, its lines joined by `\n`.
  package let entry: String
  /// The index of its section.
  package let section: Int
  /// What the section's order is, as in "date, newest first"; nil where it has none.
  package let order: String?
  /// Whether that order holds, so that elsewhere the entry would be a mistake.
  package let isOrdered: Bool
  /// What a person has to fill in or look at, as sentences' parts: "the venue".
  package let missing: [String]
  /// The lines outside of all entries, in the list without the new one, that name it already.
  package let elsewhere: [Int]
  /// What the list's rules still say of the entry.
  package let findings: [String]
}

/// Why an entry cannot be written.
package enum AdditionError: Error, Sendable, Hashable {
  /// It is there already, on a line.
  case present(line: Int)
  /// Nothing says what it is called.
  case noTitle
  /// No entry of the list shows how one is written.
  case noModel
}
