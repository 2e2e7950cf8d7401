internal import Glibc
internal import Text

/// A file's bytes and where its lines begin; every range elsewhere is a range of these bytes.
package struct SourceText: Sendable {
  package let bytes: [UInt8]
  /// The offset of each line's first byte.
  ///
  /// Line *n* (1-based) begins at `starts[n - 1]`.
  private let starts: [Int32]

  /// Splits at `\n`; a `\r` before it belongs to the line's end, not to the line.
  ///
  /// These are the lines of git's diff, by whose numbers GitHub takes comments. To CommonMark a `\r` that
  /// stands alone ends a line too: ``blocks()`` takes it for a blank, so that both count alike.
  package init(_ bytes: [UInt8]) {
    var starts: [Int32] = bytes.isEmpty ? [] : [0]
    var next = 0
    while let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: next), end + 1 < bytes.count {
      next = end + 1
      starts.append(Int32(next))
    }
    self.bytes = bytes
    self.starts = starts
  }

  package init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// How many lines there are; a final line without a line end counts.
  package var lineCount: Int { starts.count }

  /// The 1-based numbers of all lines.
  package var lineNumbers: Range<Int> { 1..<lineCount + 1 }

  /// Returns the bytes of a 1-based line, without its line end.
  package func line(_ number: Int) -> Range<Int> {
    let start = Int(starts[number - 1])
    var end = number < lineCount ? Int(starts[number]) : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") {
      end -= 1
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    }
    return start..<end
  }

  /// Returns the bytes from the start of the first line to the end of the last, without its line end.
  package func range(ofLines lines: Range<Int>) -> Range<Int> {
    line(lines.lowerBound).lowerBound..<line(lines.upperBound - 1).upperBound
  }

  /// Returns the bytes that end a 1-based line: `\n`, `\r\n`, or nothing at the end of the file.
  package func lineEnd(_ number: Int) -> ArraySlice<UInt8> {
    bytes[line(number).upperBound..<(number < lineCount ? Int(starts[number]) : bytes.count)]
  }

  /// Returns the position of a byte offset; the offset of the end of the file is allowed.
  package func position(at offset: Int) -> SourcePosition {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(
      line: low + 1,
      column: offset - (starts.isEmpty ? 0 : Int(starts[low])) + 1
    )
  }

  /// Returns the text of a range of bytes.
  package func string(_ range: Range<Int>) -> String {
    String(streamSafe: bytes[range])
  }

  /// Tells whether a 1-based line holds nothing but spaces, tabs and carriage returns.
  package func isBlank(_ number: Int) -> Bool {
    bytes[line(number)].allSatisfy { byte in
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
  }
}

extension [UInt8] {
  /// The bytes with a space for each `\r` that ends no line of a ``SourceText``.
  var withoutLoneReturns: [UInt8] {
    guard var index = firstOffset(of: UInt8(ascii: "\r")) else { return self }
    var bytes = self
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\r"),
        index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
      {
        bytes[index] = UInt8(ascii: " ")
      }
      index += 1
    }
    return bytes
  }

  /// Returns where a byte first stands from an offset on, by the C library's search.
  func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    precondition(start >= 0 && start <= count)
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
