internal import ListModel
internal import Markdown
internal import Parsing
internal import Rules
internal import Text

/// A draft at its place in the list.
struct PlacedEntry: Sendable {
  let text: [UInt8]
  /// The 1-based lines of the entry.
  let lines: Range<Int>
  let order: String?
  /// Whether the order holds, so that elsewhere the entry would be a mistake.
  let isOrdered: Bool

  /// Puts a draft where its section's order has it, else at the end; nil where the section has no place for it.
  init?(
    _ draft: Composer.Draft,
    in section: Int,
    _ format: Int,
    of document: ListDocument,
    by rulebook: Rulebook
  ) {
    let all = EntryRuns(document).runs.filter { document.entries[$0[0]].section == section }
    var runs = all.filter { document.entries[$0[0]].format == format }
    // An entry of another form than those around it stands among them, but for tables.
    if runs.isEmpty, document.formats.parts[format].format.unit != .row {
      runs = all.filter { document.format(of: document.entries[$0[0]]).unit != .row }
    }
    guard let run = document.run(for: draft, among: runs, naming: rulebook.venues) else {
      guard
        let alone = document.inserting(
          draft,
          inEmpty: section,
          isRow: document.formats.parts[format].format.unit == .row
        )
      else { return nil }
      (text, lines) = alone
      (order, isOrdered) = (nil, false)
      return
    }
    let neighbours = Neighbours(run.map { document.entries[$0] }, in: document)
    let end = neighbours.inserting(draft, at: run.count)
    let head = ListDocument(
      SourceText(end.text),
      formats: document.formats,
      asides: rulebook.asides
    )
    guard let place = head.entries.first(where: { $0.lines == end.lines }) else {
      (text, lines) = end
      (order, isOrdered) = (nil, false)
      return
    }
    let new = NewPlace(of: place, in: head, by: rulebook)
    let position = new.after.flatMap { neighbours.places.firstIndex(of: $0) } ?? run.count
    (text, lines) = position == run.count ? end : neighbours.inserting(draft, at: position)
    order = new.order
    isOrdered = new.isFirm
  }

  /// The list with other lines in the entry's place.
  private init(_ placed: PlacedEntry, _ text: [UInt8], _ lines: Range<Int>) {
    self.text = text
    self.lines = lines
    order = placed.order
    isOrdered = placed.isOrdered
  }

  /// The entry as it is written, its lines joined by `\n`.
  var entry: String {
    let source = SourceText(text)
    let bytes = source.bytes[source.range(ofLines: lines)]
    return String(decoding: bytes.filter { $0 != .carriageReturn }, as: UTF8.self)
  }

  /// Returns the entry in other words; nil where these are of more lines.
  func reading(_ entry: String) -> PlacedEntry? {
    let source = SourceText(text)
    let end = Array(source.lineEnd(1))
    let own = entry.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array($0.utf8) }.joined(separator: end.isEmpty ? [.newline] : end)
    let range = source.range(ofLines: lines)
    let bytes = Array(text[..<range.lowerBound]) + own + text[range.upperBound...]
    let count = own.count { $0 == .newline } + 1
    return PlacedEntry(self, bytes, lines.lowerBound..<lines.lowerBound + count)
  }
}

extension ListDocument {
  /// Returns the run that a draft goes to: of those below items that name its venue or year most, and of the outermost
  /// of these, the longest.
  fileprivate func run(
    for draft: Composer.Draft,
    among runs: [[Int]],
    naming venues: VenueVocabulary
  ) -> [Int]? {
    guard runs.count > 1 else { return runs.first }
    func depth(_ run: [Int]) -> Int { text.indentation(of: entries[run[0]].lines.lowerBound) }
    let scores = runs.map { run in
      headings(of: run).reduce(0) { $0 + draft.likeness(to: $1, venues) }
    }
    let best = scores.max() ?? 0
    let near = zip(runs, scores).filter { $0.1 == best }.map(\.0)
    let longest = near.map(\.count).max() ?? 0
    let long = near.filter { best > 0 || $0.count * 4 >= longest }
    let least = long.map(depth).min() ?? 0
    // Where pictures part them all, the last.
    return long.reversed().filter { depth($0) == least }.max { $0.count < $1.count }
  }

  /// Returns the words of the items around a run, each of which is indented less than the one below it.
  private func headings(of run: [Int]) -> [[UInt8]] {
    let place = entries[run[0]]
    var headings: [[UInt8]] = []
    var depth = text.indentation(of: place.lines.lowerBound)
    var line = place.lines.lowerBound - 1
    let first = sections[place.section].line ?? 0
    while line > first, depth > 0 {
      if !text.isBlank(line), text.indentation(of: line) < depth {
        depth = text.indentation(of: line)
        headings.append(Array(text.bytes[text.line(line)]))
      }
      line -= 1
    }
    return headings
  }

  /// Puts a draft at the end of a section that has no entries; nil where that would be no table's.
  fileprivate func inserting(
    _ draft: Composer.Draft,
    inEmpty index: Int,
    isRow: Bool
  ) -> (text: [UInt8], lines: Range<Int>)? {
    guard let heading = sections[index].line else { return nil }
    let next = sections.compactMap(\.line).filter { $0 > heading }.min() ?? text.lineCount + 1
    var last = next - 1
    while last > heading, text.isBlank(last) { last -= 1 }
    let line = text.bytes[text.line(last)]
    let isTable = line.contains(UInt8(ascii: "|"))
    guard isRow == isTable else { return nil }
    var end = Array(text.lineEnd(1))
    if end.isEmpty { end = [.newline] }
    let stop = text.line(last).upperBound
    var bytes = Array(text.bytes[..<stop]) + end
    if !isTable { bytes += end }
    let entry = draft.mould.marker.drop { $0.isWhitespace } + draft.text
    bytes += entry + text.bytes[stop...]
    let start = last + (isTable ? 1 : 2)
    return (bytes, start..<start + entry.count { $0 == .newline } + 1)
  }
}

extension Composer.Draft {
  /// Returns how much of where and when the paper appeared a heading names.
  fileprivate func likeness(to heading: [UInt8], _ venues: VenueVocabulary) -> Int {
    let words = heading.words.map { $0.string(0..<$0.count) }
    let isVenue = venue.map { venue in
      let own = venues.name(of: venue) ?? venue
      return words.contains { (venues.name(of: $0) ?? $0) == own }
    }
    let isYear = year.map { words.contains(String($0)) }
    return (isVenue ?? false ? 2 : 0) + (isYear ?? false ? 1 : 0)
  }
}
