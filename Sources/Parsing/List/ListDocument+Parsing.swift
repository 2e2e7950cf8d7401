package import ListModel
package import Markdown
internal import Text

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
    let labels = formats.parts.first?.format.links.labels ?? LinkLabels([])
    let outline = DocumentOutline(text, blocks: blocks, asides: asides, labels: labels)
    self.init(outline, formats: formats)
  }
}

extension SourceText {
  /// Returns the first line of a block of code that is a bullet with a title and a labelled link.
  func template(in lines: Range<Int>, format: EntryFormat) -> StatedTemplate? {
    for line in lines.prefix(StatedTemplate.mostLines) {
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
