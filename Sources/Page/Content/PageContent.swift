internal import ListModel
internal import Markdown
package import Review
internal import Rules

/// What a page shows of one list or several.
package struct PageContent: Sendable {
  package let title: String
  package let sections: [PageSection]
  /// In the order of the files.
  package let entries: [PageEntry]

  /// How long an entry is new, in seconds: thirty days.
  private static let newFor: Int64 = 30 * 86_400

  /// Reads the entries of lists.
  ///
  /// `title` is what the page is called, nil for what the first list is; `now` the time of the version that the page
  /// shows; `added` is when each list's entries came in, in their order; `citations` are the export's, where
  /// somebody has them already.
  package init(
    _ export: ListExport,
    title: String? = nil,
    now: Moment,
    added: [[Moment?]] = [],
    citing citations: [[ListExport.BibTeXEntry?]]? = nil
  ) {
    var anchors = Anchors()
    var sections: [PageSection] = []
    var all: [PageEntry] = []
    let citations = citations ?? export.bibtexEntries()
    let forms = VenueForms(export.lists)
    let dates = added.joined()
    let recent = dates.count { $0.map { now.seconds - $0.seconds <= Self.newFor } ?? false }
    // Where most are new, the list is, and none of them stands out.
    let marksNew = 2 * recent <= dates.count
    for (listIndex, list) in export.lists.enumerated() {
      let places = list.document.entries
      let read = list.entries
      var bySection = [[PageEntry]](repeating: [], count: list.document.sections.count)
      let dates = added.indices.contains(listIndex) ? added[listIndex] : []
      let marks = list.marks(year: now.year)
      for (index, place) in places.enumerated() {
        let identity = read[index].entry.identity
        let line = place.lines.lowerBound
        let text = identity == .none ? "line-\(line)" : identity.description
        var entry = PageEntry(
          read[index],
          at: PageEntry.Place(list: listIndex, section: place.section, line: line),
          anchor: anchors.next(for: text, prefix: ""),
          citation: citations[listIndex][index],
          naming: forms
        )
        if dates.indices.contains(index), let date = dates[index] {
          entry.added = date
          entry.isNew = marksNew && now.seconds - date.seconds <= Self.newFor
        }
        if marks.indices.contains(index) { entry.mark = marks[index] }
        bySection[place.section].append(entry)
        all.append(entry)
      }
      let heading = export.lists.count > 1 ? list.document.text.title ?? list.path : nil
      sections += Self.sections(of: list.document, bySection, below: heading, &anchors)
    }
    self.title = title ?? export.lists.first?.document.text.title ?? export.lists.first?.path ?? ""
    self.sections = sections
    entries = all
  }

  /// Returns the sections that hold entries, or have one below them that does, with the headings around them.
  private static func sections(
    of document: ListDocument,
    _ entries: [[PageEntry]],
    below list: String?,
    _ anchors: inout Anchors
  ) -> [PageSection] {
    var counts: [[String]: Int] = [:]
    for (section, entries) in zip(document.sections, entries) {
      for length in 0...section.path.count {
        counts[Array(section.path.prefix(length)), default: 0] += entries.count
      }
    }
    var sections: [PageSection] = []
    if let list {
      let anchor = anchors.next(for: list, prefix: "section-")
      sections.append(
        PageSection(
          anchor: anchor,
          heading: list,
          depth: 0,
          entries: [],
          count: counts[[], default: 0]
        )
      )
    }
    for (section, entries) in zip(document.sections, entries) {
      let count = counts[section.path, default: 0]
      guard count > 0, !section.path.isEmpty || !entries.isEmpty else { continue }
      sections.append(
        PageSection(
          anchor: anchors.next(for: section.path.joined(separator: " "), prefix: "section-"),
          heading: section.path.last ?? "",
          depth: max(0, section.path.count - 1) + (list == nil ? 0 : 1),
          entries: entries,
          count: count
        )
      )
    }
    return sections
  }
}

extension SourceText {
  /// The text of the first heading, where that is the document's own: `# Title`.
  fileprivate var title: String? {
    for number in lineNumbers {
      let line = bytes[self.line(number)]
      guard line.starts(with: "# ".utf8) else { continue }
      let heading = String(decoding: line.dropFirst(2), as: UTF8.self)
      // Badges beside the words are no part of the name; a picture alone is.
      let words = PlainText(line.count <= Self.longestHeading ? heading.withoutPictures : heading)
        .text
      let title = words.isEmpty ? PlainText(heading).text : words
      return title.isEmpty ? nil : title
    }
    return nil
  }

  /// How many bytes of a heading are looked through for pictures.
  private static var longestHeading: Int { 1_000 }
}

extension String {
  /// The text without pictures, with or without a link around them.
  fileprivate var withoutPictures: String {
    replacing(/\[?!\[[^\]]*\]\([^)]*\)(\]\([^)]*\))?/, with: "")
  }
}
