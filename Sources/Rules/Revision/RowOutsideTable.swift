internal import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// Reports rows that GitHub does not show in a table.
package struct RowOutsideTable: RevisionRule {
  package static let description = RuleDescription(
    id: "row-outside-table",
    summary: "A row does not belong to a table, and is shown as text.",
    rationale:
      "A table begins with its header and the line of dashes, and ends at the first empty line. GitHub shows any other row as text with bars in it.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(table + row, in: .file),
      .reported(
        table + "\n1️⃣" + row,
        "GitHub shows this row as text, not in the table: remove the empty line above it",
        in: .file,
        after: table
      ),
    ]
  )

  package init() {}

  package func check(_ revision: Revision, in context: ListContext) -> [Finding] {
    let head = revision.head
    let touched = revision.isWhole ? [head.text.lineNumbers] : revision.touched
    let candidates = touched.joined().filter { line in
      line <= head.text.lineCount && head.text.isRowWithLink(line)
    }
    guard !candidates.isEmpty else { return [] }
    // What no table has the columns of is a line of links between bars.
    let widths = Set(
      head.text.lineNumbers.lazy.filter(head.text.isDelimiter).map { head.text.cells(of: $0).count }
    )
    let code = head.codeLines.reduce(into: Set<Int>()) { $0.formUnion($1) }
    var rows = 0..<0
    return candidates.compactMap { line in
      // Of rows below each other, the first that is touched speaks for all.
      guard line >= rows.upperBound, !code.contains(line),
        // Its last cell may be left out.
        [0, 1].contains(where: { widths.contains(head.text.cells(of: line).count + $0) })
      else { return nil }
      rows = head.text.rows(around: line)
      guard let place = head.text.placeOutside(line, of: rows) else { return nil }
      return finding(.outside(place), at: head.text.line(line))
    }
  }

  fileprivate enum Place {
    case belowTable
    case aboveHeader
    case withoutDelimiters
    case elsewhere
  }
}

extension SourceText {
  /// Tells whether a line begins with a bar and has another, and a link.
  fileprivate func isRowWithLink(_ number: Int) -> Bool {
    isRow(number) && bytes[line(number)].contains(UInt8(ascii: "("))
      && bytes[line(number)].count { $0 == UInt8(ascii: "|") } > 1
  }

  private func isRow(_ number: Int) -> Bool {
    let text = bytes[line(number)]
    let start = text.prefix { $0 == .space }.count
    return start < 4 && text.dropFirst(start).first == UInt8(ascii: "|")
  }

  fileprivate func isDelimiter(_ number: Int) -> Bool {
    let row = bytes[line(number)]
    return row.contains(UInt8(ascii: "-")) && row.contains(UInt8(ascii: "|"))
      && row.allSatisfy { $0.isWhitespace || "|-:".utf8.contains($0) }
  }

  /// Returns the rows above and below a row without another line between them.
  fileprivate func rows(around number: Int) -> Range<Int> {
    var (start, end) = (number, number + 1)
    while start > 1, isRow(start - 1) { start -= 1 }
    while end <= lineCount, isRow(end) { end += 1 }
    return start..<end
  }

  /// Returns where a row, one of those below each other, stands outside of any table; nil for a row of a table.
  fileprivate func placeOutside(_ number: Int, of rows: Range<Int>) -> RowOutsideTable.Place? {
    if let delimiter = rows.first(where: isDelimiter) {
      return number < delimiter - 1 ? .aboveHeader : nil
    }
    // A header can do without the first bar of its lines.
    if rows.lowerBound > 2, !isBlank(rows.lowerBound - 1) {
      return isDelimiter(rows.lowerBound - 1)
        || bytes[line(rows.lowerBound - 1)].contains(UInt8(ascii: "|"))
        ? nil : .elsewhere
    }
    let above = rows.lowerBound - 2
    if above > 0, isRow(above) { return .belowTable }
    return isRowWithLink(rows.lowerBound) ? .elsewhere : .withoutDelimiters
  }
}

extension Message {
  fileprivate static func outside(_ place: RowOutsideTable.Place) -> Message {
    switch place {
    case .belowTable:
      "GitHub shows this row as text, not in the table: remove the empty line above it"
    case .aboveHeader: "GitHub shows this row as text: put it below the header of the table"
    case .withoutDelimiters:
      "GitHub shows this row as text: below the header of the table, the line with '---' for each column is missing"
    case .elsewhere: "GitHub shows this row as text: it does not stand below the header of a table"
    }
  }
}

/// The example's table, and a row.
private let table =
  "## Surveys\n\n| Paper | Venue |\n| --- | --- |\n"
  + (1...4).map { number in
    "| [A Survey of Models, Part \(number)](https://arxiv.org/abs/2308.0000\(number)) | CVPR 2024 |\n"
  }
  .joined()
private let row = "| [Looking at Less](https://arxiv.org/abs/2308.00692) | CVPR 2024 |\n"
