package import Markdown

/// The parts of a document, before anything is known of its entries' format.
package struct DocumentOutline: Sendable {
  package let text: SourceText
  package let sections: [Section]
  package let units: [Unit]
  /// The 1-based lines of blocks of code.
  package let codeLines: [Range<Int>]

  /// Finds sections and units.
  ///
  /// Headings in `asides` (compared without case) hold none.
  ///
  /// `labels` are the words that links have for labels, by which they are told from titles.
  package init(_ text: SourceText, asides: Set<String>, labels: LinkLabels) {
    self.init(text, blocks: text.blocks(), asides: asides, labels: labels)
  }

  init(_ text: SourceText, blocks: [Block], asides: Set<String>, labels: LinkLabels) {
    var sections = SectionFinder(text: text, blocks: blocks, asides: asides)
    var finder = UnitFinder(text: text, labels: labels)
    var codeLines: [Range<Int>] = []
    var items: [(block: Block, section: Int)] = []
    var hidden = 0..<0
    for block in blocks {
      if hidden.contains(block.lines.lowerBound) { continue }
      switch block.kind {
      case .heading(let level):
        sections.enter(level: Int(level), line: block.lines.lowerBound)
      case .codeBlock, .htmlBlock, .blockQuote:
        // Inside an item, code is mostly an entry that was indented too far.
        if block.depth == 0 { hidden = block.lines }
        if block.kind == .codeBlock { codeLines.append(block.lines) }
      case .item where !sections.isAside: items.append((block, sections.current))
      case .paragraph where block.depth == 0 && !sections.isAside:
        finder.add(items: items[...])
        items = []
        finder.add(paragraph: block, section: sections.current)
      default: break
      }
    }
    finder.add(items: items[...])
    self.text = text
    self.sections = sections.sections
    self.codeLines = codeLines
    units = finder.units.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  /// Returns the bytes of a unit, without comments to this program.
  package func bytes(of unit: Unit) -> [UInt8] {
    CommentedText(Array(text.bytes[text.range(ofLines: unit.lines)])).text
  }
}

extension ListDocument {
  /// Finds the parts of a list whose entries may be anything: items, paragraphs or rows.
  init(_ text: SourceText, blocks: [Block], formats: ListFormat, asides: Set<String>) {
    let labels = formats.parts.first?.format.links.labels ?? LinkLabels([])
    let outline = DocumentOutline(text, blocks: blocks, asides: asides, labels: labels)
    self.init(outline, formats: formats)
  }

  /// Takes the units of an outline that some formats can read as entries.
  package init(_ outline: DocumentOutline, formats: ListFormat) {
    let linked = outline.units.map { outline.text.hasAddress($0.lines) }
    // An item without an address is one that waits for it where most of its neighbours have one.
    var counts: [Int: (linked: Int, all: Int)] = [:]
    for (unit, isLinked) in zip(outline.units, linked) {
      counts[unit.section, default: (0, 0)].all += 1
      if isLinked { counts[unit.section, default: (0, 0)].linked += 1 }
    }
    let entries = zip(outline.units, linked).compactMap { unit, isLinked -> EntryPlace? in
      let count = counts[unit.section] ?? (0, 0)
      guard isLinked || count.linked * 10 >= count.all * 7,
        let index = formats.index(of: unit, in: outline.sections[unit.section])
      else { return nil }
      return EntryPlace(lines: unit.lines, section: unit.section, format: index)
    }
    self.init(
      text: outline.text,
      formats: formats,
      sections: outline.sections,
      entries: entries,
      legend: Legend(items: []),
      template: nil,
      codeLines: outline.codeLines
    )
  }
}
