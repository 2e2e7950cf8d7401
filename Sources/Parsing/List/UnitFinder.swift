internal import ListModel
internal import Markdown
internal import Text

/// Finds what has the place of an entry, whatever the format of entries is.
///
/// An item is a unit with all that is inside it, unless items inside it are units themselves: those
/// that have an address and a name of their own. A unit without an address counts where its
/// neighbours have one.
struct UnitFinder {
  let text: SourceText
  private let labels: LinkLabels
  private let references: References
  var units: [Unit] = []
  /// Paragraphs that only a forgotten marker could make entries.
  private(set) var loose: [Unit] = []
  /// The last one.
  var table: Table?

  /// How many lines an entry can take: what goes on longer is prose.
  private static let longest = 60

  init(text: SourceText, labels: LinkLabels, references: References) {
    self.text = text
    self.labels = labels
    self.references = references
  }

  // MARK: Items

  /// Adds the units of a list, given as its items with their depths, in the order of the file.
  mutating func add(items: ArraySlice<(block: Block, section: Int)>) {
    var rest = items
    while let outer = rest.popFirst() {
      let inner = rest.prefix { $0.block.depth > outer.block.depth }
      rest = rest.dropFirst(inner.count)
      add(outer.block, section: outer.section, inner: inner)
    }
  }

  private mutating func add(
    _ item: Block,
    section: Int,
    inner: ArraySlice<(block: Block, section: Int)>
  ) {
    let end = inner.first.map(\.block.lines.lowerBound) ?? item.lines.upperBound
    let own = item.lines.lowerBound..<max(end, item.lines.lowerBound + 1)
    // A doubled bullet makes an item within an item, on one line.
    if inner.first?.block.lines.lowerBound == item.lines.lowerBound {
      add(Unit(kind: .item, lines: item.lines, section: section, header: []))
      return
    }
    let first = inner.first?.block.depth
    let direct = inner.filter { $0.block.depth == first }
    let standing = direct.count { isUnit($0.block, among: inner) }
    // Below an entry without a link of its own stand its labelled links; below a topic, entries do.
    let isTopic =
      !hasAddress(own)
      && !direct.contains { hasAddress($0.block.lines) && !isUnit($0.block, among: inner) }
    guard standing * 2 > direct.count || standing > 0 && isTopic else {
      addParts(of: item.lines, own: own, section: section)
      return
    }
    if hasAddress(own) { addParts(of: own, own: own, section: section) }
    add(items: inner)
  }

  /// Tells whether an item within another is about something of its own.
  private func isUnit(
    _ item: Block,
    among items: ArraySlice<(block: Block, section: Int)>
  ) -> Bool {
    let nested = items.within(item).first { $0.block.depth > item.depth }
    let end = nested?.block.lines.lowerBound ?? item.lines.upperBound
    let lines = item.lines.lowerBound..<max(end, item.lines.lowerBound + 1)
    guard hasAddress(lines) else {
      // A heading of what is deeper.
      return nested.map { isUnit($0.block, among: items) } ?? false
    }
    let bytes = Array(text.bytes[text.range(ofLines: lines)])
    return bytes.hasName(labels: labels)
  }

  /// Adds the units that an item holds: mostly one, but a line whose marker was forgotten, or stands
  /// without its space, is part of the item before it to CommonMark.
  private mutating func addParts(of lines: Range<Int>, own: Range<Int>, section: Int) {
    // What git leaves in a failed merge is not part of an entry, nor is what follows.
    let end = lines.dropFirst().first { text.conflictMark(on: $0) != nil } ?? lines.upperBound
    let lines = lines.lowerBound..<end
    var first = lines.lowerBound
    let indentation = text.indentation(of: first)
    var isAddressed = false
    for line in lines.dropFirst() {
      isAddressed = isAddressed || hasAddress(line - 1..<line)
      // Below, only what stands as far to the left is not part of a nested item.
      guard isAddressed, own.contains(line) || text.indentation(of: line) == indentation,
        begins(line, after: first)
      else { continue }
      add(Unit(kind: .item, lines: first..<line, section: section, header: []))
      first = line
      isAddressed = false
    }
    add(Unit(kind: .item, lines: first..<lines.upperBound, section: section, header: []))
  }

  /// Tells whether a line that continues an item is complete by itself, and looks as the item's own
  /// first line does.
  private func begins(_ line: Int, after first: Int) -> Bool {
    let bytes = Array(text.bytes[text.line(line)])
    let indent = bytes.prefix { $0.isWhitespace }.count
    guard hasAddress(line..<line + 1), indent < bytes.count else { return false }
    if bytes.hasBareMarker(at: indent) { return true }
    if bytes.hasMistakenMarker(at: indent), bytes.hasName(labels: labels) { return true }
    let other = Array(text.bytes[text.line(first)])
    if bytes.hasBareStar(at: indent), other.matches("* ", at: indent),
      other[..<indent].allSatisfy(\.isWhitespace)
    {
      return true
    }
    guard indent < 2, hasAddress(first..<first + 1) else { return false }
    let start = other.contentStart
    if bytes[indent] == UInt8(ascii: "*") {
      return start < other.count && other[start] == bytes[indent]
    }
    if let link = bytes.linkedOpening(at: indent), let own = other.linkedOpening(at: start) {
      return bytes[link] == other[own]
        && labels.name(of: bytes.label(at: indent)) == nil
    }
    guard bytes[indent].isLetter, start < other.count, other[start].isWord else { return false }
    guard let bracket = bytes.firstIndex(of: UInt8(ascii: "[")) else { return false }
    var label = bracket
    while label < bytes.count, !bytes[label].isWord { label += 1 }
    let end = bytes[label...].firstIndex { !$0.isWord && $0 != .space } ?? bytes.count
    return bytes.wordCount(indent..<bracket) >= 4
      && labels.name(of: bytes.string(label..<end)) != nil
  }

  private mutating func add(_ unit: Unit) {
    guard unit.lines.count <= Self.longest else { return }
    units.append(unit)
  }

  /// Adds what HTML has in the place of entries: items of a list, one on a line, rows of a table, and
  /// lines below a heading that end in a line break.
  mutating func add(html lines: Range<Int>, section: Int) {
    let first = text.bytes[text.line(lines.lowerBound)].drop(while: \.isWhitespace)
    guard !first.starts(with: "<!--".utf8) else { return }
    var row: Int?
    let before = units.count
    for line in lines {
      let bytes = text.bytes[text.line(line)].drop(while: \.isWhitespace)
      if bytes.starts(with: "<tr".utf8) { row = line }
      let isItem = bytes.starts(with: "<li".utf8)
      let isBroken = row == nil && section > 0 && Array(bytes).endsWithBreak
      if isItem || isBroken && bytes.firstRange(of: "<a ") != nil {
        add(html: line..<line + 1, in: section)
      } else if let start = row, bytes.firstRange(of: "</tr>") != nil {
        add(html: start..<line + 1, in: section)
        row = nil
      }
    }
    if units.count == before, section > 0 { addParagraphs(ofHTML: lines, section: section) }
  }

  /// Adds the paragraphs of HTML that have links and no pictures.
  private mutating func addParagraphs(ofHTML lines: Range<Int>, section: Int) {
    var start: Int?
    for line in lines {
      let bytes = text.bytes[text.line(line)].drop(while: \.isWhitespace)
      if bytes.starts(with: "<p>".utf8) { start = line }
      guard let first = start, bytes.firstRange(of: "</p>") != nil else { continue }
      start = nil
      let own = text.bytes[text.range(ofLines: first..<line + 1)]
      guard own.firstRange(of: "<a ") != nil, own.firstRange(of: "<img") == nil else { continue }
      add(html: first..<line + 1, in: section)
    }
  }

  private mutating func add(html lines: Range<Int>, in section: Int) {
    guard hasAddress(lines), lines.count <= Self.longest else { return }
    units.append(Unit(kind: .html, lines: lines, section: section, header: []))
  }

  func hasAddress(_ lines: Range<Int>) -> Bool { text.hasAddress(lines, references) }

  // MARK: Paragraphs and tables

  /// Adds the units of a paragraph outside lists: the rows of a table, or the paragraph itself.
  mutating func add(paragraph: Block, section: Int) {
    var first = paragraph.lines.lowerBound
    if add(table: paragraph.lines, section: section) { return }
    guard paragraph.lines.count <= Self.longest, paragraph.depth == 0,
      !text.hasOnlyPictures(paragraph.lines)
    else { return }
    if hasAddress(paragraph.lines) {
      let bytes = Array(text.bytes[text.line(first)])
      if bytes.hasBareMarker(at: bytes.prefix { $0.isWhitespace }.count) {
        addParts(of: paragraph.lines, own: paragraph.lines, section: section)
        return
      }
    }
    // Where the blank line between two was forgotten, the next begins as the first did.
    let opening = openingMark(first)
    guard !opening.isEmpty else {
      if hasAddress(paragraph.lines) {
        loose.append(Unit(kind: .paragraph, lines: paragraph.lines, section: section, header: []))
      }
      return
    }
    for line in paragraph.lines.dropFirst()
    where openingMark(line) == opening && hasAddress(first..<line)
      && opening.first != UInt8(ascii: "[")
    {
      units.append(Unit(kind: .paragraph, lines: first..<line, section: section, header: []))
      first = line
    }
    let lines = first..<paragraph.lines.upperBound
    guard hasAddress(lines) || lines.lowerBound > paragraph.lines.lowerBound else { return }
    units.append(Unit(kind: .paragraph, lines: lines, section: section, header: []))
  }

  private func openingMark(_ line: Int) -> ArraySlice<UInt8> {
    text.bytes[text.line(line)].prefix { "*_[\"`".utf8.contains($0) }
  }
}

extension ArraySlice where Element == (block: Block, section: Int) {
  /// Returns the items that begin within an item below its first line, of some in the order of the file.
  fileprivate func within(_ item: Block) -> ArraySlice {
    let first = partitioningIndex { $0.block.lines.lowerBound > item.lines.lowerBound }
    return self[first...].prefix { $0.block.lines.lowerBound < item.lines.upperBound }
  }
}
