/// A part of a list under one heading.
package struct Section: Hashable, Sendable {
  /// The headings from the outermost to its own, as plain text; empty before the first heading.
  ///
  /// The heading that is the document's title is not part of it.
  package let path: [String]
  /// The 1-based line of its heading; nil before the first heading.
  package let line: Int?
  /// Whether it is about the list and holds no entries.
  package var isAside = false

  package init(path: [String], line: Int?, isAside: Bool = false) {
    self.path = path
    self.line = line
    self.isAside = isAside
  }

  /// What its entries share with those of other sections of the same name: "Survey" under two
  /// topics is written alike.
  package var name: String { path.last ?? "" }
}

/// Where an entry stands in a document; the entry itself is read when somebody asks.
package struct EntryPlace: Hashable, Sendable {
  /// The 1-based lines it takes.
  package let lines: Range<Int>
  /// The index of its section in the document.
  package let section: Int
  /// The index of its format among the document's.
  package var format = 0

  package init(lines: Range<Int>, section: Int, format: Int = 0) {
    self.lines = lines
    self.section = section
    self.format = format
  }

  /// Two places that begin on one line are rare: the other numbers would only cost.
  package func hash(into hasher: inout Hasher) { hasher.combine(lines.lowerBound) }
}
