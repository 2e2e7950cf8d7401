internal import ListModel
internal import Markdown
internal import Text

/// The spaces that fill up the cells of a table, so that its bars stand below each other.
struct RowPadding {
  /// How wide each cell is with the spaces around it, in characters; nil where that differs.
  private let widths: [Int?]

  /// Looks at some rows of a table, and at the line of dashes below its header.
  init(_ rows: [[UInt8]], below dashes: [UInt8]?) {
    let stated = dashes?.cellWidths ?? []
    let cells = rows.map { $0.cellWidths }
    let filled = rows.reduce(into: Set<Int>()) { $0.formUnion($1.filledCells) }
    let count = cells.map(\.count).mostCommon ?? 0
    let whole = cells.filter { $0.count == count }
    widths = (0..<count).map { column in
      let widths = whole.map { $0[column] }
      // Without spaces to fill them up, cells of one width are so by chance.
      guard filled.contains(column) else { return nil }
      // As wide as the dashes are, where rows show that somebody lays the table out so.
      if stated.count == count,
        widths.count(where: { $0 == stated[column] }) * 10 >= widths.count * 3
      {
        return stated[column]
      }
      guard let most = widths.mostCommon, widths.count >= 3,
        widths.count(where: { $0 == most }) * 10 >= widths.count * 6
      else { return nil }
      return most
    }
  }

  /// Returns a row with its cells as wide as the others', where they are not wider already.
  func padded(_ row: [UInt8]) -> [UInt8] {
    let bars = row.barOffsets
    guard bars.count == widths.count + 1 else { return row }
    var result = Array(row[...bars[0]])
    for (column, width) in widths.enumerated() {
      var cell = Array(row[(bars[column] + 1)..<bars[column + 1]])
      if let width {
        var length = String(decoding: cell, as: UTF8.self).count
        while length < width {
          cell.append(.space)
          length += 1
        }
        while length > width, cell.count > 1, cell.suffix(2) == [.space, .space] {
          cell.removeLast()
          length -= 1
        }
      }
      result += cell + [UInt8(ascii: "|")]
    }
    return result + row[(bars[bars.count - 1] + 1)...]
  }
}

extension [UInt8] {
  /// The cells of a row.
  var cells: [[UInt8]] { cellRanges.map { Array(self[$0]) } }

  /// Where the cells of a row are, the spaces around their texts included.
  var cellRanges: [Range<Int>] {
    let bars = barOffsets
    return zip(bars, bars.dropFirst()).map { $0 + 1..<$1 }
  }

  /// Where the bars stand that part cells.
  fileprivate var barOffsets: [Int] {
    var offsets: [Int] = []
    var isCode = false
    for (index, byte) in enumerated() {
      if byte == UInt8(ascii: "`") { isCode.toggle() }
      let isEscaped = index > 0 && self[index - 1] == UInt8(ascii: "\\")
      if byte == UInt8(ascii: "|"), !isCode, !isEscaped { offsets.append(index) }
    }
    return offsets
  }

  /// The cells that end in more than one space.
  fileprivate var filledCells: [Int] {
    let bars = barOffsets
    return bars.indices.dropLast().filter { column in
      let cell = self[(bars[column] + 1)..<bars[column + 1]]
      return cell.contains { !$0.isWhitespace } && cell.suffix(2).elementsEqual([.space, .space])
    }
  }

  fileprivate var cellWidths: [Int] {
    cells.map { String(decoding: $0, as: UTF8.self).count }
  }
}
