internal import ListModel
internal import Markdown
internal import Text

/// Tables, as GitHub sees them and as they were meant.
extension UnitFinder {
  /// A table that rows may follow after a blank line.
  struct Table {
    /// The cells of its header, in lower case.
    let header: [String]
    let section: Int
    /// The line after its last, 1-based.
    var end: Int
  }

  /// Adds the rows of a table, and tells whether some lines are one: or the rest of one, after a blank line that
  /// somebody left in it.
  mutating func add(table lines: Range<Int>, section: Int) -> Bool {
    if let delimiter = lines.dropFirst().first(where: { isDelimiter($0) }) {
      let header = text.cells(of: delimiter - 1).map { $0.lowercased() }
      table = Table(header: header, section: section, end: lines.upperBound)
      add(
        rows: delimiter + 1..<max(lines.upperBound, delimiter + 1),
        below: header,
        section: section
      )
      return true
    }
    guard let table, table.section == section, lines.lowerBound <= table.end + 1,
      lines.allSatisfy({ text.bytes[text.line($0)].first { !$0.isWhitespace } == UInt8(ascii: "|") }
      )
    else { return false }
    self.table?.end = lines.upperBound
    add(rows: lines, below: table.header, section: section)
    return true
  }

  /// Adds those of some tables that have the columns of a table that was added before, and returns their
  /// sections: in a list of services `News` are a topic.
  mutating func add(tablesLikeOthers tables: [(lines: Range<Int>, section: Int)]) -> Set<Int> {
    guard !tables.isEmpty else { return [] }
    let known = Set(units.lazy.map(\.header).filter { $0.count > 1 })
    var sections: Set<Int> = []
    for (lines, section) in tables {
      guard let delimiter = lines.dropFirst().first(where: { isDelimiter($0) }),
        known.contains(text.cells(of: delimiter - 1).map { $0.lowercased() }),
        add(table: lines, section: section)
      else { continue }
      sections.insert(section)
    }
    return sections
  }

  private mutating func add(rows lines: Range<Int>, below header: [String], section: Int) {
    for line in lines where text.bytes[text.line(line)].contains(UInt8(ascii: "|")) {
      units.append(Unit(kind: .row, lines: line..<line + 1, section: section, header: header))
    }
  }

  /// Takes tables out of the items that they stand in; an item that has nothing else is none.
  mutating func cutItems(before tables: [Range<Int>]) {
    guard !tables.isEmpty else { return }
    units = units.compactMap { unit in
      guard unit.kind == .item, let table = tables.first(where: { $0.overlaps(unit.lines) }) else {
        return unit
      }
      let lines = unit.lines.lowerBound..<max(table.lowerBound, unit.lines.lowerBound)
      guard !lines.isEmpty, hasAddress(lines) else { return nil }
      return Unit(kind: .item, lines: lines, section: unit.section, header: [])
    }
  }

  /// Tells whether some lines are a table.
  func isTable(_ lines: Range<Int>) -> Bool {
    lines.count > 2 && lines.dropFirst().contains { isDelimiter($0) }
  }

  /// Tells whether a line is the second of a table, which says how its columns are aligned.
  private func isDelimiter(_ line: Int) -> Bool {
    let bytes = text.bytes[text.line(line)]
    return bytes.contains(UInt8(ascii: "-")) && bytes.contains(UInt8(ascii: "|"))
      && bytes.allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":")
          || byte.isWhitespace
      }
  }
}
