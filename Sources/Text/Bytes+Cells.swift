/// A row of a table, as GitHub reads it.
extension [UInt8] {
  /// Returns where the bars stand that end a cell.
  package func cellBars(in range: Range<Int>) -> [Int] {
    var bars: [Int] = []
    var index = range.lowerBound
    while let bar = first(UInt8(ascii: "|"), in: index..<range.upperBound) {
      if bar == 0 || self[bar - 1] != UInt8(ascii: "\\") { bars.append(bar) }
      index = bar + 1
    }
    return bars
  }

  /// Returns the texts of a row's cells, without the blanks around them; the whole text is one where it has no bar.
  package var cells: [Range<Int>] {
    let row = trimmed(0..<count)
    let bars = cellBars(in: row)
    var cells: [Range<Int>] = []
    var start = bars.first == row.lowerBound ? row.lowerBound + 1 : row.lowerBound
    for bar in bars where bar >= start {
      cells.append(trimmed(start..<bar))
      start = bar + 1
    }
    if start < row.upperBound { cells.append(trimmed(start..<row.upperBound)) }
    return cells
  }
}
