internal import Text

extension Entry {
  /// Where the bars stand that end or begin a table cell.
  package var cellBars: [Int] { text.cellBars(in: 0..<text.count) }

  /// The texts of a table row's cells; none where there is no bar.
  package var cells: [Range<Int>] { cellBars.isEmpty ? [] : text.cells }
}
