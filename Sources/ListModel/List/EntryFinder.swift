internal import Markdown

/// Collects the places of a list's entries from its items and paragraphs.
///
/// An item is an entry unless nothing about it says so. A line that continues an item or a
/// paragraph is an entry of its own where it is complete by itself: its marker was forgotten, or
/// stands without its space, so that CommonMark sees no item.
struct EntryFinder {
  private let text: SourceText
  private let format: EntryFormat
  private var candidates: [Candidate] = []

  private struct Candidate {
    var lines: Range<Int>
    let section: Int
    var evidence: Evidence
  }

  /// How much a text says that it is an entry.
  private enum Evidence: Comparable {
    /// A link within the page, as in a table of contents.
    case against
    /// No field, but in a section of entries it may be one.
    case none
    /// A link that says no more than where it goes.
    case link
    /// A labelled link, tags, or venue and year.
    case fields
  }

  /// How many lines an entry can take: what goes on longer is prose.
  private static let longestEntry = 40

  init(text: SourceText, format: EntryFormat) {
    self.text = text
    self.format = format
  }

  /// Tells whether the lines hold nothing but a bullet.
  func isEmptyBullet(_ lines: Range<Int>) -> Bool {
    lines.count == 1 && format.read(Array(text.bytes[text.line(lines.lowerBound)])).isEmpty
  }

  /// Adds a list item; what continues it comes with its paragraphs.
  mutating func add(item: Block, section: Int) {
    let line = item.lines.lowerBound
    // A doubled bullet makes an item within an item, on one line.
    if candidates.last?.lines.contains(line) == true { return }
    let lines = line..<line + 1
    let evidence = evidence(of: lines)
    // An item within an item is a note on the entry above, unless it is an entry that slipped in.
    if item.depth > 1, evidence != .fields { return }
    candidates.append(Candidate(lines: lines, section: section, evidence: evidence))
  }

  /// Adds the lines of a paragraph in an item: they continue the entry, or begin the next.
  mutating func add(itemParagraph paragraph: Block, section: Int) {
    // A paragraph of an item within the item is a note on the entry above.
    guard candidates.last?.lines.contains(paragraph.lines.lowerBound) ?? false else { return }
    for line in paragraph.lines where !(candidates.last?.lines.contains(line) ?? true) {
      guard let last = candidates.last, last.lines.upperBound == line,
        last.lines.count < Self.longestEntry, text.conflictMark(on: line) == nil
      else { return }
      if last.evidence == .fields, isUnindented(line) || hasBareMarker(line),
        isEntry(line, behind: last.lines)
      {
        candidates.append(
          Candidate(lines: line..<line + 1, section: section, evidence: .fields)
        )
      } else {
        let lines = last.lines.lowerBound..<line + 1
        candidates[candidates.count - 1].lines = lines
        candidates[candidates.count - 1].evidence = max(
          last.evidence,
          evidence(of: line..<line + 1)
        )
      }
    }
  }

  /// Adds the lines of a paragraph outside lists that begin with what was meant as a bullet, or are
  /// complete entries without one.
  mutating func add(paragraph: Block, section: Int) {
    for line in paragraph.lines where canBeEntry(line) {
      let entry = format.readFields(Array(text.bytes[text.line(line)]))
      let isEntry = entry.venue?.year != nil && entry.title != nil && !entry.links.isEmpty
      guard isEntry, entry.links.contains(where: { $0.kind != nil && $0.url != nil }) else {
        continue
      }
      candidates.append(Candidate(lines: line..<line + 1, section: section, evidence: .fields))
    }
  }

  /// Tells at little cost what cannot be an entry without a marker: a table's row, and what has no
  /// bracket of a link or no digit of a year.
  private func canBeEntry(_ line: Int) -> Bool {
    let bytes = text.bytes[text.line(line)]
    return bytes.first(where: { !$0.isWhitespace }) != UInt8(ascii: "|")
      && bytes.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
      && bytes.contains(where: \.isDigit)
  }

  /// Returns the entries, in the order of the file.
  func finish() -> [EntryPlace] {
    var sections: Set<Int> = []
    for candidate in candidates where candidate.evidence == .fields {
      sections.insert(candidate.section)
    }
    return candidates.filter { candidate in
      switch candidate.evidence {
      case .against: false
      case .fields: true
      case .link, .none: sections.contains(candidate.section) || isEmptyBullet(candidate.lines)
      }
    }
    .map { EntryPlace(lines: $0.lines, section: $0.section) }
  }

  private func isUnindented(_ line: Int) -> Bool {
    text.bytes[text.line(line)].first.map { !$0.isWhitespace } ?? false
  }

  /// Tells whether a line that continues an entry is one by itself: both have a title, and what
  /// else makes an entry does not have to be shared between them.
  private func isEntry(_ line: Int, behind lines: Range<Int>) -> Bool {
    let entry = format.read(Array(text.bytes[text.line(line)]))
    guard entry.title != nil, evidence(of: line..<line + 1) == .fields else { return false }
    let last = format.read(Array(text.bytes[text.range(ofLines: lines)]))
    return !last.links.isEmpty || last.venue != nil && entry.venue != nil
  }

  private func hasBareMarker(_ line: Int) -> Bool {
    !format.readMarker(Array(text.bytes[text.line(line)])).bullets.isEmpty
  }

  private func evidence(of lines: Range<Int>) -> Evidence {
    let bytes = Array(text.bytes[text.range(ofLines: lines)])
    let start = format.readMarker(bytes).range.upperBound
    // What is cheap to tell is asked first: most lines of a list are plainly entries.
    if format.tags != nil, format.readTags(bytes, from: start) != nil { return .fields }
    let links = format.readLinks(bytes, from: start)
    if links.contains(where: { $0.kind != nil }) || format.readFields(bytes).venue != nil {
      return .fields
    }
    let urls = links.compactMap(\.url)
    if !urls.isEmpty, urls.allSatisfy({ $0.hasPrefix("#") }) { return .against }
    return urls.isEmpty ? .none : .link
  }
}
