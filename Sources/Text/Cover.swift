/// Which offsets lie in any of some ranges, however many there are.
package struct Cover {
  private let starts: [Int]
  /// The furthest end of each range and those that begin before it.
  private let ends: [Int]

  package init(_ ranges: [Range<Int>]) {
    let ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
    starts = ranges.map(\.lowerBound)
    var furthest = 0
    ends = ranges.map { range in
      furthest = max(furthest, range.upperBound)
      return furthest
    }
  }

  /// Tells whether an offset lies in one of the ranges.
  package func cover(_ offset: Int) -> Bool {
    let count = starts.partitioningIndex { $0 > offset }
    return count > 0 && ends[count - 1] > offset
  }
}
