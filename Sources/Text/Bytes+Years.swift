extension [UInt8] {
  /// Returns the year that digits mean, nil where they are none: two digits mean this century.
  package func yearValue(_ digits: Range<Int>) -> Int? {
    guard let number = Int(string(digits)) else { return nil }
    if digits.count == 2 { return 2000 + number }
    return digits.count == 4 && (1900...2199).contains(number) ? number : nil
  }

  /// The first number of four digits in a date, where it can be a year.
  package var dateYear: Int? {
    var index = 0
    while let start = self[index...].firstIndex(where: \.isDigit) {
      let end = self[start...].firstIndex { !$0.isDigit } ?? count
      if end - start == 4, let year = yearValue(start..<end) { return year }
      index = end
    }
    return nil
  }
}
