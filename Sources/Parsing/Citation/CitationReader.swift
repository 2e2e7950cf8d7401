package import ListModel
internal import Text

/// Reads what a list's entries say as a reader does.
package struct CitationReader: Sendable {
  private let formats: [EntryFormat]
  /// The indices of the formats whose descriptions are the names of who wrote it, as in a list of books.
  private let namesInsteadOfDescriptions: Set<Int>
  /// The indices of the formats whose entries have a venue for the label of a link before the title.
  private let venuesForLabels: Set<Int>

  /// How many entries are looked at, and how many names in a hundred make a custom.
  private static let sampleSize = 120
  private static let share = 60

  package init(_ document: ListDocument) {
    self.init(document) { document.fields(at: document.entries[$0]) }
  }

  /// Takes the entries of a document as they were read; `entry` gives them by their index.
  package init(_ document: ListDocument, reading entry: (Int) -> Entry) {
    formats = document.formats.parts.map(\.format)
    var counts: [Int: (names: Int, all: Int)] = [:]
    var labels: [Int: (venues: Int, all: Int)] = [:]
    let step = max(1, document.entries.count / Self.sampleSize)
    for index in stride(from: 0, to: document.entries.count, by: step) {
      let place = document.entries[index]
      let entry = entry(index)
      if let label = entry.labelBeforeTitle(document.format(of: place)) {
        labels[place.format, default: (0, 0)].all += 1
        if let venue = entry.venue, label.contains(venue.range.lowerBound) {
          labels[place.format, default: (0, 0)].venues += 1
        }
      }
      guard document.format(of: place).has(.description),
        let range = entry.texts.first(where: { $0.field == .description })?.range
      else { continue }
      counts[place.format, default: (0, 0)].all += 1
      if entry.text.isPeople(entry.text.withoutLineComments(range)) {
        counts[place.format, default: (0, 0)].names += 1
      }
    }
    func isCustom(_ count: Int, of all: Int) -> Bool {
      all >= 5 && count * 100 >= all * Self.share
    }
    namesInsteadOfDescriptions = Set(
      counts.filter { isCustom($0.value.names, of: $0.value.all) }.keys
    )
    venuesForLabels = Set(labels.filter { isCustom($0.value.venues, of: $0.value.all) }.keys)
  }

  /// Returns what an entry says that was read by one of the list's formats.
  package func citation(of entry: Entry, format index: Int) -> Citation {
    draft(of: entry, format: index)?.citation ?? Citation()
  }

  /// Returns what an entry says, with the venue that is known from where the others have theirs.
  package func citation(of entry: Entry, amongOthersOf format: Int) -> Citation {
    var citation = citation(of: entry, format: format)
    if citation.venue == nil, venuesForLabels.contains(format),
      let label = entry.labelBeforeTitle(formats[format])
    {
      let venue = formats[format].venue(in: label, of: entry.text)
      citation.venue = venue.name
      citation.year = citation.year ?? venue.year
    }
    return citation
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

extension Citation {
  /// Returns it with the year that is a heading above the entry and nothing else, where the entry states none.
  package func dated(below headings: [String]) -> Citation {
    var dated = self
    dated.year =
      year
      ?? headings.reversed().lazy.compactMap { heading in
        let digits = Array(heading.utf8)
        return digits.allSatisfy(\.isDigit) && digits.count == 4
          ? digits.yearValue(digits.indices) : nil
      }
      .first
    return dated
  }
}

extension Entry {
  /// Returns what a link right before the title is called: `[[DAC](url)] Title`; nil where that says what kind of link
  /// it is, or where preprints stand.
  fileprivate func labelBeforeTitle(_ format: EntryFormat) -> Range<Int>? {
    guard let title, titleLink != 0, let link = links.first, !link.isImage,
      let label = link.labelRange, !label.isEmpty, link.range.upperBound <= title.range.lowerBound,
      !format.links.labels.isCommon(string(label)), !format.venues.isPreprint(string(label))
    else { return nil }
    return label
  }
}
