package import ListModel
package import Markdown

/// The parts of a document, before anything is known of its entries' format.
package struct DocumentOutline: Sendable {
  package let text: SourceText
  package let sections: [Section]
  package let units: [Unit]
  /// Paragraphs that only a forgotten marker could make entries.
  let loose: [Unit]
  /// The 1-based lines of blocks of code.
  package let codeLines: [Range<Int>]
  /// What the document defines for its links.
  package let references: References
  /// The lines that look like a legend's.
  let declared: Legend
  /// The tags that it declares; none where it is but one: where nobody says how tags are written, such a line
  /// may be anything.
  package var legend: Legend { declared.items.count > 1 ? declared : Legend(items: []) }

  /// Finds sections and units.
  ///
  /// Headings in `asides` (compared without case) hold none.
  ///
  /// `labels` are the words that links have for labels, by which they are told from titles; `blocks`
  /// are the text's, where it has been parsed.
  package init(
    _ text: SourceText,
    blocks: [Block]? = nil,
    asides: Set<String>,
    labels: LinkLabels
  ) {
    let blocks = blocks ?? text.blocks()
    var sections = SectionFinder(text: text, blocks: blocks, asides: asides)
    references = References(text)
    var finder = UnitFinder(text: text, labels: labels, references: references)
    var headings = HeadingFinder(text: text, labels: labels)
    let anyFormat = EntryFormat(of: [], links: .unknown(labels)).resolving(references)
    var declared: [Legend.Item] = []
    var codeLines: [Range<Int>] = []
    var items: [(block: Block, section: Int)] = []
    var hidden = 0..<0
    // Tables inside items.
    var tables: [Range<Int>] = []
    // Tables in sections that hold no entries, going by their headings.
    var asideTables: [(lines: Range<Int>, section: Int)] = []
    for (index, block) in blocks.enumerated() {
      if hidden.contains(block.lines.lowerBound) { continue }
      switch block.kind {
      case .heading where finder.isTable(block.lines):
        // A line of dashes right below a table is a rule to GitHub, and no heading's.
        finder.add(items: items[...])
        items = []
        let lines = block.lines.lowerBound..<block.lines.upperBound - 1
        if sections.isAside { asideTables.append((lines, sections.current)) }
        if !sections.isAside, finder.add(table: lines, section: sections.current) {
          headings.addItem()
        }
      case .heading(let level):
        sections.enter(level: Int(level), line: block.lines.lowerBound)
        headings.add(
          heading: block.lines.lowerBound,
          level: Int(level),
          section: sections.current,
          isAside: sections.isAside
        )
      case .codeBlock, .htmlBlock, .blockQuote:
        // Inside an item, code is mostly an entry that was indented too far.
        if block.depth == 0 { hidden = block.lines }
        if block.kind == .htmlBlock, block.depth == 0 {
          sections.enterHeadings(afterAnchorIn: block.lines)
        }
        if block.kind == .codeBlock { codeLines.append(block.lines) }
        if block.kind == .htmlBlock, block.depth == 0, !sections.isAside {
          finder.add(html: block.lines, section: sections.current)
        }
      case .item:
        // Items can begin within each other on one line.
        let isFirst = items.last?.block.lines.lowerBound != block.lines.lowerBound
        if isFirst, let item = text.legendItem(onItem: block.lines.lowerBound, format: anyFormat) {
          declared.append(item)
        }
        // An item of nothing but a definition of links has no block inside.
        let isBare = index + 1 == blocks.count || blocks[index + 1].depth <= block.depth
        guard !sections.isAside, !isBare || !text.hasAddress(block.lines) else { continue }
        items.append((block, sections.current))
        headings.addItem()
      case .paragraph where block.depth == 0:
        declared += text.legendItems(in: block.lines, format: anyFormat)
        if sections.isAside, finder.isTable(block.lines) {
          asideTables.append((block.lines, sections.current))
        }
        guard !sections.isAside else { continue }
        finder.add(items: items[...])
        items = []
        finder.add(paragraph: block, section: sections.current)
        if finder.units.last?.kind == .row { headings.addItem() }
        headings.add(paragraph: block.lines)
      case .paragraph where block.depth > 0 && !sections.isAside && finder.isTable(block.lines):
        tables.append(block.lines)
        _ = finder.add(table: block.lines, section: sections.current)
      default: break
      }
    }
    finder.add(items: items[...])
    sections.enterEntries(finder.add(tablesLikeOthers: asideTables))
    finder.cutItems(before: tables)
    self.text = text
    self.sections = sections.sections
    self.codeLines = codeLines
    self.declared = Legend(items: declared)
    let titled = headings.units(in: sections.sections)
    let covered = titled.reduce(into: Set<Int>()) { $0.formUnion($1.lines) }
    let loose = finder.loose.filter { !covered.contains($0.lines.lowerBound) }
    let found = finder.units.filter { !covered.contains($0.lines.lowerBound) }
    let plain = loose.papers(in: text, labels: labels, beside: found)
    self.loose = plain.isEmpty ? loose : []
    units = (titled + plain + found)
      .sorted { $0.lines.lowerBound < $1.lines.lowerBound }
      .withoutContents(of: text, sections: sections.sections)
  }

  /// Returns the bytes of a unit, without comments to this program.
  package func bytes(of unit: Unit) -> [UInt8] {
    CommentedText(Array(text.bytes[text.range(ofLines: unit.lines)])).text
  }
}

extension ListDocument {
  /// Takes the units of an outline that some formats can read as entries.
  package init(_ outline: DocumentOutline, formats: ListFormat) {
    let formats = formats.resolving(outline.references)
    let linked = outline.units.map { outline.text.hasAddress($0.lines, outline.references) }
    // An item without an address is one that waits for it where most of its neighbours have one.
    var counts: [Int: (linked: Int, all: Int)] = [:]
    for (unit, isLinked) in zip(outline.units, linked) {
      counts[unit.section, default: (0, 0)].all += 1
      if isLinked { counts[unit.section, default: (0, 0)].linked += 1 }
    }
    var published: [Int: Int] = [:]
    func isCommon(_ section: Int) -> Bool {
      let count = counts[section] ?? (0, 0)
      return count.linked * 10 >= count.all * 7
    }
    // So is one with title and venue, where most of its neighbours have either.
    for (unit, isLinked) in zip(outline.units, linked) where !isLinked && !isCommon(unit.section) {
      guard unit.kind == .item,
        let index = formats.index(of: unit, in: outline.sections[unit.section]),
        formats.parts[index].format.isPaper(outline.bytes(of: unit))
      else { continue }
      published[unit.section, default: 0] += 1
    }
    for (section, count) in published { counts[section]?.linked += count }
    var entries: [EntryPlace] = []
    let evident = outline.evidentSections(formats)
    let isOtherMarkup = outline.text.isOtherMarkup
    let units = isOtherMarkup ? [] : outline.units
    let isExact = formats.parts.map(\.format.isExact)
    for (unit, isLinked) in zip(units, linked) {
      guard let index = formats.index(of: unit, in: outline.sections[unit.section]) else {
        continue
      }
      let place = EntryPlace(lines: unit.lines, section: unit.section, format: index)
      // A format is not copied for each of many lines.
      if isExact[index], unit.kind == .item {
        var isMeant = evident.contains(unit.section)
        if isMeant, !isLinked, outline.text.hasOnlyAnchors(unit.lines) {
          isMeant = formats.parts[index].format.isEvident(outline.bytes(of: unit))
        }
        guard isMeant || formats.parts[index].format.isEmptyItem(outline.bytes(of: unit)) else {
          continue
        }
        if unit.lines.count == 1 {
          entries.append(place)
        } else {
          entries += outline.text.entryLines(of: unit, format: formats.parts[index].format)
            .map { EntryPlace(lines: $0, section: unit.section, format: index) }
        }
      } else if isLinked || isCommon(unit.section)
        || formats.parts[index].format.isEmptyItem(outline.bytes(of: unit))
      {
        entries.append(place)
      }
    }
    if !isOtherMarkup, !formats.parts.contains(where: { $0.format.unit == .paragraph }) {
      let paragraphs = outline.loose + outline.units.filter { $0.kind == .paragraph }
      let forgotten = paragraphs.flatMap { outline.items(withoutMarker: $0, formats: formats) }
      if !forgotten.isEmpty {
        entries = (entries + forgotten).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
      }
    }
    let tagged = formats.parts.map(\.format).filter { $0.has(.tags) }
    let legend =
      tagged.isEmpty
      ? Legend(items: []) : tagged.contains { $0.tags != nil } ? outline.declared : outline.legend
    let template = formats.parts.first.flatMap { part in
      outline.codeLines.lazy.compactMap { outline.text.template(in: $0, format: part.format) }.first
    }
    self.init(
      text: outline.text,
      formats: formats,
      sections: outline.sections,
      entries: entries,
      legend: legend,
      template: template,
      codeLines: outline.codeLines
    )
  }
}

extension DocumentOutline {
  /// Takes a paragraph beside items for one whose marker was forgotten, where it is written as they
  /// are; nil for any other.
  ///
  /// Apart from the items of its section it has to have more in common with them. Where the format is
  /// known to the letter, each line that has all of it is one.
  fileprivate func items(withoutMarker unit: Unit, formats: ListFormat) -> [EntryPlace] {
    let item = Unit(kind: .item, lines: unit.lines, section: unit.section, header: [])
    guard let index = formats.index(of: item, in: sections[unit.section]) else { return [] }
    let format = formats.parts[index].format
    if format.isExact, format.isOneLine {
      return unit.lines.filter { format.isWhole(Array(text.bytes[text.line($0)])) }
        .map { EntryPlace(lines: $0..<$0 + 1, section: unit.section, format: index) }
    }
    let items = units.filter { $0.kind == .item && $0.section == unit.section }
    let isBesideItem = items.contains { other in
      other.lines.upperBound + 1 >= unit.lines.lowerBound
        && unit.lines.upperBound + 1 >= other.lines.lowerBound
    }
    guard format.isFollowed(by: bytes(of: unit), atLeast: isBesideItem ? 2 : 3) else { return [] }
    return [EntryPlace(lines: unit.lines, section: unit.section, format: index)]
  }
}

extension EntryFormat {
  /// Tells whether a text is a title with where it appeared, and nothing that belongs to no field.
  fileprivate func isPaper(_ text: [UInt8]) -> Bool {
    guard has(.venue) else { return false }
    let entry = readFields(text)
    return entry.venue != nil && entry.unparsed.isEmpty
      && entry.title.map { text.wordCount($0.range, upTo: 3) == 3 } ?? false
  }
}
