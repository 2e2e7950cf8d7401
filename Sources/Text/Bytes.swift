internal import Glibc

/// ASCII as the list's own text uses it; everything else is left to Unicode-aware code.
///
/// They are asked of every byte, by other modules too, so none may cost a call.
extension UInt8 {
  @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
  @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
  @inlinable package static var newline: UInt8 { UInt8(ascii: "\n") }
  @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }

  /// A space, a tab or a line end.
  @inlinable package var isWhitespace: Bool {
    self == .space || self == .tab || self == .newline || self == .carriageReturn
  }

  @inlinable package var isLineEnd: Bool { self == .newline || self == .carriageReturn }

  @inlinable package var isDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }

  @inlinable package var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  @inlinable package var isUppercase: Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }

  @inlinable package var isLowercase: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
  }

  /// A letter or digit, or part of a character outside ASCII.
  @inlinable package var isWord: Bool { isLetter || isDigit || self >= 0x80 }

  @inlinable package var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
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
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isWhitespace { start += 1 }
    while start < end, self[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }

  /// Returns the width of the blank that begins at an offset: white space, one of Unicode's other
  /// spaces, or a character without width; nil where there is none.
  package func blankWidth(at index: Int) -> Int? {
    guard index < count else { return nil }
    if self[index] < 0x80 { return self[index].isWhitespace ? 1 : nil }
    return Self.blanks.first { matches($0, at: index) }?.utf8CodeUnitCount
  }

  /// Returns the width of the blank that ends at an offset, nil where there is none.
  package func blankWidth(before index: Int) -> Int? {
    guard index > 0 else { return nil }
    if self[index - 1] < 0x80 { return self[index - 1].isWhitespace ? 1 : nil }
    return Self.blanks.first { matches($0, at: index - $0.utf8CodeUnitCount) }?.utf8CodeUnitCount
  }

  private static let blanks: [StaticString] = [
    "\u{00A0}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{00AD}",
    "\u{3000}", "\u{2002}", "\u{2003}", "\u{2004}", "\u{2005}", "\u{2006}", "\u{2007}",
    "\u{2008}", "\u{2009}", "\u{200A}", "\u{202F}",
  ]

  /// Returns where a byte first stands in a range.
  package func first(_ byte: UInt8, in range: Range<Int>) -> Int? { self[range].first(byte) }

  /// Returns where some text first stands in a range.
  package func firstRange(of text: String, in range: Range<Int>) -> Range<Int>? {
    self[range].firstRange(of: text)
  }

  /// Returns where from an offset on the first byte stands of which something is true, without a check
  /// at each byte whether there is one.
  @inlinable
  package func first(from start: Int, to end: Int = .max, where isMeant: (UInt8) -> Bool) -> Int? {
    precondition(start >= 0)
    return unsafe withUnsafeBytes { bytes in
      let end = Swift.min(end, bytes.count)
      var index = start
      while index < end {
        if unsafe isMeant(bytes[index]) { return index }
        index += 1
      }
      return nil
    }
  }

  /// Returns where the last byte of a range stands of which something is true, as fast.
  @inlinable
  package func last(in range: Range<Int>, where isMeant: (UInt8) -> Bool) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      var index = range.upperBound
      while index > range.lowerBound {
        index -= 1
        if unsafe isMeant(bytes[index]) { return index }
      }
      return nil
    }
  }

  /// Returns where from an offset on the first byte stands that is neither letter, digit, space nor comma
  /// of ASCII: prose is made of little else.
  package func firstSign(from start: Int, to end: Int = .max) -> Int? {
    first(from: start, to: end) { byte in
      !(byte.isLetter || byte == .space || byte.isDigit || byte == UInt8(ascii: ","))
    }
  }

  /// Returns where the first byte stands from an offset on that is not ASCII.
  package func firstOutsideASCII(from start: Int = 0) -> Int? {
    precondition(start >= 0)
    return unsafe withUnsafeBytes { bytes in
      var index = start
      // Most text is ASCII: eight bytes at a time.
      while index + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 != 0 { break }
        index += 8
      }
      while index < bytes.count {
        if unsafe bytes[index] >= 0x80 { return index }
        index += 1
      }
      return nil
    }
  }

  /// Whether there is no byte but those of ASCII.
  package var isASCII: Bool { firstOutsideASCII() == nil }

  /// Returns the text of a range, of as many bytes as the range.
  package func string(_ range: Range<Int>) -> String {
    String(streamSafe: self[range])
  }
}

extension ArraySlice<UInt8> {
  /// Tells whether two slices have the same bytes, which `==` finds out one by one.
  package func hasBytes(of other: ArraySlice<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBytes { bytes in
      unsafe other.withUnsafeBytes { other in
        guard let start = bytes.baseAddress, let other = other.baseAddress else { return true }
        return unsafe memcmp(start, other, bytes.count) == 0
      }
    }
  }

  /// Returns where a byte first stands.
  package func first(_ byte: UInt8) -> Int? {
    unsafe withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress,
        let found = unsafe memchr(start, Int32(byte), bytes.count)
      else { return nil }
      return unsafe startIndex + (UnsafeRawPointer(found) - start)
    }
  }

  /// Returns where some text first stands.
  package func firstRange(of text: String) -> Range<Int>? {
    guard let first = text.utf8.first else { return nil }
    var rest = self
    while let found = rest.first(first) {
      if self[found...].starts(with: text.utf8) { return found..<found + text.utf8.count }
      rest = self[(found + 1)...]
    }
    return nil
  }
}

extension String {
  /// Whether there is no character but those of ASCII.
  package var isASCII: Bool {
    unsafe utf8.withContiguousStorageIfAvailable { unsafe !$0.contains { $0 >= 0x80 } }
      ?? utf8.allSatisfy { $0 < 0x80 }
  }

  /// The text without characters that nobody sees.
  package var withoutInvisibles: String {
    guard !isASCII else { return self }
    var visible = UnicodeScalarView()
    visible.append(contentsOf: unicodeScalars.lazy.filter { !$0.isWidthless })
    return String(visible)
  }
}

extension [UInt8] {
  /// The bytes with ASCII for the dashes, quotation marks and dots of Unicode's general punctuation
  /// (U+2010 to U+2027): an apostrophe for a single quotation mark, a space for any other.
  package var withPlainPunctuation: [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(count)
    var index = 0
    while index < count {
      if self[index] == 0xE2, index + 2 < count, self[index + 1] == 0x80,
        (0x90...0xA7).contains(self[index + 2])
      {
        plain.append((0x98...0x9B).contains(self[index + 2]) ? UInt8(ascii: "'") : .space)
        index += 3
      } else {
        plain.append(self[index])
        index += 1
      }
    }
    return plain
  }
}

extension Unicode.Scalar {
  /// Whether it takes no room on a line, and is there to join or part its neighbours.
  fileprivate var isWidthless: Bool {
    switch value {
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD: true
    default: false
    }
  }
}
