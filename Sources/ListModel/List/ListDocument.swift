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

  /// Returns the format by which the entry at a place is read.
  package func format(of place: EntryPlace) -> EntryFormat { formats.parts[place.format].format }

  /// Returns the number of columns of the table that an entry is a row of; 0 where it is none, or
  /// where the format is of any table.
  ///
  /// Where a field of all its rows stands behind the last cell of the header, that is meant.
  package func columnCount(of place: EntryPlace) -> Int {
    let part = formats.parts[place.format]
    guard !part.header.isEmpty else { return 0 }
    return part.format.parts.reduce(part.header.count) { count, field in
      field.isOptional ? count : max(count, field.cell)
    }
  }

  /// Reads the entry at a place.
  package func entry(at place: EntryPlace) -> Entry {
    formats.parts[place.format].format.read(Array(bytes(of: place)))
  }

  /// Reads the fields of the entry at a place, without what stands between them.
  package func fields(at place: EntryPlace) -> Entry {
    formats.parts[place.format].format.readFields(Array(bytes(of: place)))
  }

  /// Returns the section an entry stands in.
  package func section(of place: EntryPlace) -> Section { sections[place.section] }

  /// Returns the bytes of an entry.
  package func bytes(of place: EntryPlace) -> ArraySlice<UInt8> {
    text.bytes[text.range(ofLines: place.lines)]
  }

  /// Tells how many of some entries, taken evenly from the whole list, are written in its format: with
  /// its fields, their punctuation and its way of writing links.
  package func entriesFollowingFormat(among limit: Int = 100) -> (count: Int, total: Int) {
    let step = max(1, entries.count / limit)
    var count = 0
    var total = 0
    for index in stride(from: 0, to: entries.count, by: step) {
      let format = format(of: entries[index])
      let entry = format.read(Array(bytes(of: entries[index])))
      total += 1
      let isRead =
        entry.title?.isLink == false && (entry.venue?.year != nil || !format.has(.venue))
        && entry.links.contains { $0.kind != nil }
      if isRead, format.writesVenue(of: entry), entry.glues.allSatisfy({ $0.fault == nil }),
        !entry.links.contains(where: { link in
          guard let label = link.label, let url = link.url else { return false }
          return format.links.write(label: label, url: url) != entry.string(link.range)
        })
      {
        count += 1
      }
    }
    return (count, total)
  }
}

extension EntryFormat {
  /// Tells whether an entry has its venue and year as the format writes them, where it says how.
  fileprivate func writesVenue(of entry: Entry) -> Bool {
    guard let style = venue, let found = entry.venue, let name = found.name, let year = found.year
    else { return true }
    return style.write(name: name, year: year) == entry.string(found.range)
  }
}
