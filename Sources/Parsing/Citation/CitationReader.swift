package import ListModel

/// Reads what a list's entries say as a reader does.
package struct CitationReader: Sendable {
  private let formats: [EntryFormat]
  /// The indices of the formats whose descriptions are the names of who wrote it, as in a list of books.
  private let namesInsteadOfDescriptions: Set<Int>

  /// How many entries are looked at, and how many names in a hundred make a custom.
  private static let sampleSize = 120
  private static let share = 60

  package init(_ document: ListDocument) {
    formats = document.formats.parts.map(\.format)
    var counts: [Int: (names: Int, all: Int)] = [:]
    let step = max(1, document.entries.count / Self.sampleSize)
    for index in stride(from: 0, to: document.entries.count, by: step) {
      let place = document.entries[index]
      guard document.format(of: place).has(.description) else { continue }
      let entry = document.fields(at: place)
      guard let range = entry.texts.first(where: { $0.field == .description })?.range else {
        continue
      }
      counts[place.format, default: (0, 0)].all += 1
      if entry.text.isPeople(entry.text.withoutRemarks(range)) {
        counts[place.format, default: (0, 0)].names += 1
      }
    }
    namesInsteadOfDescriptions = Set(
      counts.filter { $0.value.all >= 5 && $0.value.names * 100 >= $0.value.all * Self.share }.keys
    )
  }

  /// Returns what an entry says that was read by one of the list's formats.
  package func citation(of entry: Entry, format index: Int) -> Citation {
    draft(of: entry, format: index)?.citation ?? Citation()
  }

  /// Returns an entry as it is read; nil where there is no format.
  func draft(of entry: Entry, format index: Int) -> CitationDraft? {
    guard let format = formats.indices.contains(index) ? formats[index] : formats.first else {
      return nil
    }
    var draft = CitationDraft(entry, format)
    draft.read(describesByNames: namesInsteadOfDescriptions.contains(index))
    return draft
  }
}
