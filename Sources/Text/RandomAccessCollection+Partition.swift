extension RandomAccessCollection {
  /// Returns the first index at which a condition holds that holds at all later ones, by halves; the end
  /// index where it holds nowhere.
  @inlinable package func partitioningIndex(where isLater: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, self.count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isLater(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
