package import Markdown

/// A list at one commit: its text, its sections, where its entries stand, and what it says of itself.
package struct ListDocument: Sendable {
  package let text: SourceText
  package let formats: ListFormat
  package let sections: [Section]
  /// In the order of the file.
  package let entries: [EntryPlace]
  package let legend: Legend
  /// Nil where the list states none.
  package let template: StatedTemplate?
  /// The 1-based lines that are code: nothing in them is the list's own.
  package let codeLines: [Range<Int>]

  package init(
    text: SourceText,
    formats: ListFormat,
    sections: [Section],
    entries: [EntryPlace],
    legend: Legend,
    template: StatedTemplate?,
    codeLines: [Range<Int>]
  ) {
    self.text = text
    self.formats = formats
    self.sections = sections
    self.entries = entries
    self.legend = legend
    self.template = template
    self.codeLines = codeLines
  }

  /// Returns the format by which the entry at a place is read.
  package func format(of place: EntryPlace) -> EntryFormat { formats.parts[place.format].format }

  /// Returns the number of columns of the table that an entry is a row of; 0 where it is none, or
  /// where the format is of any table.
  ///
  /// Where a field of all its rows stands after the last cell of the header, that is meant.
  package func columnCount(of place: EntryPlace) -> Int {
    let part = formats.parts[place.format]
    guard !part.header.isEmpty else { return 0 }
    return part.format.parts.reduce(part.header.count) { count, field in
      field.isOptional ? count : max(count, field.cell)
    }
  }

  /// Tells whether an entry is a row of a table that has another number of columns.
  package func isTorn(_ entry: Entry, at place: EntryPlace) -> Bool {
    let count = columnCount(of: place)
    return count > 0 && entry.cells.count != count
  }

  /// Returns the section an entry stands in.
  package func section(of place: EntryPlace) -> Section { sections[place.section] }

  /// Returns the bytes of an entry.
  package func bytes(of place: EntryPlace) -> ArraySlice<UInt8> {
    text.bytes[text.range(ofLines: place.lines)]
  }
}
