/// A part of a document that has the place of an entry: an item, a paragraph or a table row.
package struct Unit: Hashable, Sendable {
  package let kind: EntryFormat.Unit
  /// The 1-based lines it takes.
  package let lines: Range<Int>
  /// The index of its section.
  package let section: Int
  /// The cells of its table's header, in lower case; empty outside tables.
  package let header: [String]

  package init(kind: EntryFormat.Unit, lines: Range<Int>, section: Int, header: [String]) {
    self.kind = kind
    self.lines = lines
    self.section = section
    self.header = header
  }
}
