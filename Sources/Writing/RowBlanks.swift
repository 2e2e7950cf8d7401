internal import ListModel
internal import Text

/// What the cells of a table hold where there is nothing to say, as in `-`.
struct RowBlanks {
  /// For each column; nil where such cells are empty.
  private let blanks: [[UInt8]?]

  /// How many rows have to have it.
  private static let fewest = 2

  /// Looks at some rows of a table.
  init(_ rows: [[UInt8]]) {
    let cells = rows.map(\.cells)
    let count = cells.map(\.count).mostCommon ?? 0
    let whole = cells.filter { $0.count == count }
    blanks = (0..<count).map { column in
      let wordless = whole.map { $0[column] }.filter { !$0.contains(where: \.isWord) }
      guard let most = wordless.mostCommon, most.contains(where: { !$0.isWhitespace }),
        wordless.count(where: { $0 == most }) >= Self.fewest
      else { return nil }
      return most
    }
  }

  /// Returns a row with that in its empty cells.
  func filled(_ row: [UInt8]) -> [UInt8] {
    let cells = row.cells
    guard cells.count == blanks.count, let start = row.firstIndex(of: UInt8(ascii: "|")) else {
      return row
    }
    var result = Array(row[...start])
    var position = start + 1
    for (cell, blank) in zip(cells, blanks) {
      let isEmpty = cell.allSatisfy(\.isWhitespace)
      result += (isEmpty ? blank ?? cell : cell) + [UInt8(ascii: "|")]
      position += cell.count + 1
    }
    return result + row[position...]
  }
}
