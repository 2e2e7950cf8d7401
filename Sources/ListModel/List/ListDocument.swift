package import Markdown

/// A list at one commit: its text, its sections, where its entries stand, and what it says of itself.
package struct ListDocument: Sendable {
  package let text: SourceText
  package let format: EntryFormat
  package let sections: [Section]
  /// In the order of the file.
  package let entries: [EntryPlace]
  package let legend: Legend
  /// Nil where the list states none.
  package let template: StatedTemplate?
  /// The 1-based lines that are code: nothing in them is the list's own.
  package let codeLines: [Range<Int>]

  /// Reads the entry at a place.
  package func entry(at place: EntryPlace) -> Entry {
    format.read(Array(text.bytes[text.range(ofLines: place.lines)]))
  }

  /// Returns which paper the entry at a place is about, and its title as it stands.
  package func paper(at place: EntryPlace) -> (identity: Identity, title: String) {
    let entry = format.readFields(Array(text.bytes[text.range(ofLines: place.lines)]))
    return (entry.identity, entry.title?.text ?? "")
  }

  /// Returns the section an entry stands in.
  package func section(of place: EntryPlace) -> Section { sections[place.section] }

  /// Returns the bytes of an entry.
  package func bytes(of place: EntryPlace) -> ArraySlice<UInt8> {
    text.bytes[text.range(ofLines: place.lines)]
  }

  /// Tells how many of some entries, taken evenly from the whole list, have the fields of its format:
  /// a title, a venue with its year, and a link whose label is known.
  package func entriesOfItsFormat(among limit: Int = 100) -> (count: Int, of: Int) {
    let step = max(1, entries.count / limit)
    let sample = stride(from: 0, to: entries.count, by: step).map { index in
      format.readFields(Array(bytes(of: entries[index])))
    }
    let count = sample.count { entry in
      entry.title?.isLink == false && (entry.venue?.year != nil || !format.has(.venue))
        && entry.links.contains { $0.kind != nil }
    }
    return (count, sample.count)
  }
}
