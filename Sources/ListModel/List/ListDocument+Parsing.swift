package import Markdown

extension ListDocument {
  /// Finds the parts of a list.
  ///
  /// Headings in `asides` (compared without case) hold no entries, nor do the sections below them.
  /// `blocks` are the text's, where it has been parsed.
  package init(
    _ text: SourceText,
    blocks: [Block]? = nil,
    formats: ListFormat,
    asides: Set<String>
  ) {
    let blocks = blocks ?? text.blocks()
    guard formats.isPlainLine, let format = formats.parts.first?.format else {
      self.init(ofUnitsIn: text, blocks: blocks, formats: formats, asides: asides)
      return
    }
    let references = References(text)
    let formats = references.isEmpty ? formats : formats.resolving(references)
    var sections = SectionFinder(text: text, blocks: blocks, asides: asides)
    var entries = EntryFinder(text: text, format: format.resolving(references))
    var legend: [Legend.Item] = []
    var codeLines: [Range<Int>] = []
    var template: StatedTemplate?
    // The lines of the block quote, code or HTML that hides what is inside.
    var hidden = 0..<0

    for (index, block) in blocks.enumerated() {
      if hidden.contains(block.lines.lowerBound) { continue }
      switch block.kind {
      case .heading(let level): sections.enter(level: Int(level), line: block.lines.lowerBound)
      case .codeBlock, .htmlBlock, .blockQuote:
        hidden = block.lines
        if block.kind == .htmlBlock, block.depth == 0 {
          sections.enterHeadings(behindAnchorIn: block.lines)
        }
        if block.kind == .codeBlock {
          codeLines.append(block.lines)
          template = template ?? text.template(in: block.lines, format: format)
        }
      case .item:
        // An item of nothing but a reference definition has no block inside.
        let isDefinition = index + 1 == blocks.count || blocks[index + 1].depth <= block.depth
        if !sections.isAside, !isDefinition || entries.isEmptyBullet(block.lines) {
          entries.add(item: block, section: sections.current)
        }
      case .paragraph:
        if block.depth == 0 {
          if format.tags != nil { legend += text.legendItems(in: block.lines, format: format) }
          if !sections.isAside { entries.add(paragraph: block, section: sections.current) }
        } else if !sections.isAside {
          entries.add(itemParagraph: block, section: sections.current)
        }
      case .list, .thematicBreak: break
      }
    }
    self.init(
      text: text,
      formats: formats,
      sections: sections.sections,
      entries: entries.finish(),
      legend: Legend(items: legend),
      template: template,
      codeLines: codeLines
    )
  }
}

extension SourceText {
  /// Returns the first line of a block of code that is a bullet with a title and a labelled link.
  fileprivate func template(in lines: Range<Int>, format: EntryFormat) -> StatedTemplate? {
    for line in lines {
      let entry = format.read(Array(bytes[self.line(line)]))
      guard !entry.marker.bullets.isEmpty, entry.title != nil,
        entry.links.contains(where: { $0.kind != nil })
      else { continue }
      return StatedTemplate(text: string(self.line(line)), line: line)
    }
    return nil
  }

  /// Tells whether a line ends in a hard line break: two spaces, a backslash, or `<br>`.
  package func hasHardBreak(_ line: Int) -> Bool {
    let range = self.line(line)
    let bytes = self.bytes[range]
    if bytes.last == UInt8(ascii: "\\") { return true }
    if bytes.suffix(2).elementsEqual([.space, .space]) { return true }
    let end = String(decoding: bytes.suffix(8), as: UTF8.self).lowercased()
    return ["<br>", "<br/>", "<br />"].contains { end.hasSuffix($0) }
  }

  /// Returns the sign of which a line that git leaves in a failed merge has seven: `<`, `|`, `=` or
  /// `>`; nil for any other line.
  package func conflictMark(on line: Int) -> UInt8? {
    let line = bytes[self.line(line)]
    guard let first = line.first,
      [UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: ">")].contains(first),
      line.prefix(7).count == 7, line.prefix(7).allSatisfy({ $0 == first }),
      line.count == 7 || line[line.startIndex + 7] == .space
    else { return nil }
    return first
  }
}
