extension [UInt8] {
  /// Returns the year that digits mean, nil where they are none: two digits mean this century.
  package func yearValue(_ digits: Range<Int>) -> Int? {
    guard let number = Int(string(digits)) else { return nil }
    if digits.count == 2 { return 2000 + number }
    return digits.count == 4 && (1900...2199).contains(number) ? number : nil
  }

  /// The first number of four digits in a date, where it can be a year.
  package var dateYear: Int? { dateYear(in: indices).flatMap(yearValue) }

  /// Returns where the first number of four digits stands in a date that can be a year.
  package func dateYear(in range: Range<Int>) -> Range<Int>? {
    var rest = self[range]
    while let start = rest.firstIndex(where: \.isDigit) {
      let end = rest[start...].firstIndex { !$0.isDigit } ?? rest.endIndex
      if end - start == 4, yearValue(start..<end) != nil { return start..<end }
      rest = rest[end...]
    }
    return nil
  }
}
