/// ASCII as the list's own text uses it; everything else is left to Unicode-aware code.
extension UInt8 {
  package static let space = UInt8(ascii: " ")
  package static let tab = UInt8(ascii: "\t")
  package static let newline = UInt8(ascii: "\n")
  package static let carriageReturn = UInt8(ascii: "\r")

  /// A space, a tab or a line end.
  package var isWhitespace: Bool {
    self == .space || self == .tab || self == .newline || self == .carriageReturn
  }

  package var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  package var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  package var isUppercase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }

  package var isLowercase: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

  /// A letter or digit, or part of a character outside ASCII.
  package var isWord: Bool { isLetter || isDigit || self >= 0x80 }

  package var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}

extension [UInt8] {
  /// Tells whether the bytes at an offset are those of a string.
  package func matches(_ string: StaticString, at offset: Int) -> Bool {
    let count = string.utf8CodeUnitCount
    guard offset >= 0, offset + count <= self.count else { return false }
    return string.withUTF8Buffer { buffer in
      for index in 0..<count where unsafe buffer[index] != self[offset + index] { return false }
      return true
    }
  }

  /// Returns the range without white space at both ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = self[range].first, first.isWhitespace { range.removeFirst() }
    while let last = self[range].last, last.isWhitespace { range.removeLast() }
    return range
  }

  /// Returns where a byte first stands in a range.
  package func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    self[range].firstIndex(of: byte)
  }

  /// Returns the text of a range.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }
}

extension Range<Int> {
  fileprivate mutating func removeFirst() { self = lowerBound + 1..<upperBound }

  fileprivate mutating func removeLast() { self = lowerBound..<upperBound - 1 }
}
