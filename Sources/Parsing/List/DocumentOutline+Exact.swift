internal import ListModel
internal import Markdown
internal import Text

/// How entries are told from what is none where their format is known to the letter.
extension DocumentOutline {
  /// Returns the sections in which something stands that only an entry of such a format has: in these,
  /// whatever else is an item was meant as one.
  func evidentSections(_ formats: ListFormat) -> Set<Int> {
    var evident: Set<Int> = []
    guard formats.parts.contains(where: \.format.isExact) else { return evident }
    for unit in units where unit.kind == .item && !evident.contains(unit.section) {
      guard let index = formats.index(of: unit, in: sections[unit.section]),
        formats.parts[index].format.isExact,
        formats.parts[index].format.isEvident(bytes(of: unit))
      else { continue }
      evident.insert(unit.section)
    }
    return evident
  }
}

extension SourceText {
  /// Returns the lines of the entries that an item holds.
  ///
  /// One that lost its marker is part of the item before it to CommonMark, but has all that an entry has by
  /// itself. What is nested is a note on an entry, and no part of it.
  func entryLines(of unit: Unit, format: EntryFormat) -> [Range<Int>] {
    guard unit.lines.count > 1, format.isOneLine, !format.has(.details) else { return [unit.lines] }
    var first = unit.lines.lowerBound
    var end: Int?
    var parts: [Range<Int>] = []
    for line in unit.lines.dropFirst() {
      let own = Array(bytes[self.line(line)])
      let isIndented = own.first?.isWhitespace ?? true
      if !isIndented, format.isWhole(own), hasAddress(first..<(end ?? line)) {
        parts.append(first..<(end ?? line))
        (first, end) = (line, nil)
      } else if isIndented, end == nil, own.isNestedItem {
        end = line
      }
    }
    return parts + [first..<(end ?? unit.lines.upperBound)]
  }

  /// Whether all that some lines link to is on the same page, as in a table of contents.
  func hasOnlyAnchors(_ lines: Range<Int>) -> Bool {
    guard !hasAddress(lines) else { return false }
    let own = Array(bytes[range(ofLines: lines)])
    return own.firstRange(of: "](#", in: 0..<own.count) != nil
  }
}

extension EntryFormat {
  /// Tells whether a text is a marker and nothing else.
  func isEmptyItem(_ text: [UInt8]) -> Bool {
    unit == .item && !text.contains(where: \.isWord)
      && readMarker(text).range.upperBound == text.count
  }

  /// Tells whether a text has what only entries have: tags, a venue, or a link with one of the labels.
  func isEvident(_ text: [UInt8]) -> Bool {
    let start = unitMarker(text).range.upperBound
    // What is cheap to tell is asked first: most items of a list are plainly entries.
    if tags != nil, readTags(text, from: start) != nil { return true }
    return readLinks(text, from: start).contains { $0.kind != nil } || readFields(text).venue != nil
  }

  /// Tells whether a text has all that an entry has, at little cost where it has not.
  func isWhole(_ text: [UInt8]) -> Bool {
    guard text.contains(UInt8(ascii: "[")) || text.contains(UInt8(ascii: "]")),
      text.contains(where: \.isDigit)
    else { return false }
    let entry = readFields(text)
    return entry.title != nil && entry.venue?.year != nil
      && entry.links.contains { $0.kind != nil && $0.url != nil }
  }
}

extension [UInt8] {
  /// Whether a line begins with a marker that can begin an item within another.
  fileprivate var isNestedItem: Bool {
    guard let start = firstIndex(where: { !$0.isWhitespace }) else { return false }
    return ["- ", "* ", "+ ", "1. ", "1) "].contains { (marker: StaticString) in
      matches(marker, at: start)
    }
  }
}
