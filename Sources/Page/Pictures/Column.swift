/// A column of a chart, in the chart's pixels.
struct Column {
  let left: Int
  /// From its left to that of the next.
  let step: Int
  /// How high it is.
  let size: Int
  let count: Int

  var middle: Int { left + step / 2 }

  /// Where it is filled: with a gap to the next.
  var bar: Range<Int> {
    let width = max(1, step - max(1, min(4, step / 4)))
    let start = left + (step - width) / 2
    return start..<start + width
  }

  /// Where the number above it stands.
  private var number: Range<Int> {
    let width = "\(count)".utf8.count * Self.digitWidth
    return middle - width / 2..<middle - width / 2 + width
  }

  private static let digitWidth = 7
  /// How far two numbers stand apart.
  private static let numberGap = 4
  /// How high a number is, with the gap below it.
  private static let numberHeight = 15

  /// Returns the columns that have room for a number above them, the highest first: over no other column, and
  /// over no other number.
  static func numbered(_ columns: [Column]) -> Set<Int> {
    var chosen: Set<Int> = []
    let order = columns.indices.filter { columns[$0].count > 0 }
      .sorted { (columns[$1].size, $0) < (columns[$0].size, $1) }
    for index in order {
      let own = columns[index]
      // Around it as far as a number reaches.
      let reach = (own.number.count + numberGap) / own.step + 1
      let near = columns.indices.clamped(to: index - reach..<index + reach + 1)
      let isFree = near.allSatisfy { other in
        guard other != index else { return true }
        let column = columns[other]
        let isCovered = column.size > own.size + 3 && column.bar.overlaps(own.number)
        let isTouched =
          chosen.contains(other) && abs(column.size - own.size) < numberHeight
          && column.number.lowerBound < own.number.upperBound + numberGap
          && own.number.lowerBound < column.number.upperBound + numberGap
        return !isCovered && !isTouched
      }
      if isFree { chosen.insert(index) }
    }
    return chosen
  }
}
