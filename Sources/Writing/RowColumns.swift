internal import ListModel
internal import Text

/// The cells of a table's row that no field has, by the names of their columns.
struct RowColumns {
  /// What such a cell holds, without the spaces around it.
  struct Cell {
    /// The column's name as labels are compared.
    let key: String
    let range: Range<Int>
  }

  let cells: [Cell]

  /// Looks at a row below a header; `taken` is where its fields are.
  init(_ row: [UInt8], below header: [String], besides taken: [Range<Int>]) {
    let ranges = row.cellRanges
    let keys = header.map(LinkLabels.key)
    guard ranges.count == keys.count else {
      cells = []
      return
    }
    cells = zip(keys, ranges).compactMap { key, range in
      let text = row.trimmed(range)
      guard !key.isEmpty, keys.count(where: { $0 == key }) == 1,
        row[text].contains(where: \.isWord),
        !taken.contains(where: { $0.overlaps(range) })
      else { return nil }
      return Cell(key: key, range: text)
    }
  }
}
