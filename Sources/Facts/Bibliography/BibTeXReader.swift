internal import Compression
internal import ListModel
internal import Text

/// Reads BibTeX files of any size, record by record, in the memory of one piece of them.
///
/// A record begins at an `@` that is the first of its line, and ends before the next; what is not a record
/// is skipped and counted.
package struct BibTeXReader {
  /// How many records were read.
  package private(set) var count = 0
  /// How many records could not be read.
  package private(set) var damaged = 0

  private static let pieceSize = 4 << 20
  /// The size of the largest record that is read, in bytes.
  private static let mostOfRecord = 1 << 20

  package init() {}

  /// Hands the records whose title is asked for to a closure.
  ///
  /// Throws where the file cannot be read.
  mutating func read(
    _ path: String,
    _ asked: TitleSet,
    _ found: (BibTeXRecord) -> Void
  ) throws(GzipError) {
    try read(
      path,
      where: { bytes, _, title in title.map { asked.mayContain(bytes, $0) } ?? false },
      { record in
        if asked.contains(record.text("title")) { found(record) }
      }
    )
  }

  /// Hands the records to a closure of which another tells, by where they and their titles stand, that they
  /// may be meant.
  ///
  /// Throws where the file cannot be read.
  mutating func read(
    _ path: String,
    where isMeant: (_ bytes: [UInt8], _ record: Range<Int>, _ title: Range<Int>?) -> Bool,
    _ found: (BibTeXRecord) -> Void
  ) throws(GzipError) {
    let file = try GzipFile(path: path)
    var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
    var filled = 0
    while true {
      let count = try file.read(into: &buffer, from: filled)
      filled += count
      let isEnd = count == 0
      let used = readRecords(in: buffer, upTo: filled, isEnd: isEnd, isMeant, found)
      if isEnd { return }
      // What is left is the beginning of a record.
      var rest = Array(buffer[used..<filled])
      if rest.count > Self.mostOfRecord {
        damaged += 1
        rest = []
      }
      buffer.replaceSubrange(0..<rest.count, with: rest)
      filled = rest.count
    }
  }

  /// Reads the records that are whole, and returns where the last begins that may not be.
  private mutating func readRecords(
    in bytes: [UInt8],
    upTo end: Int,
    isEnd: Bool,
    _ isMeant: ([UInt8], Range<Int>, Range<Int>?) -> Bool,
    _ found: (BibTeXRecord) -> Void
  ) -> Int {
    var start: Int?
    var index = 0
    var isLineStart = true
    var position = 0
    while position < end {
      if isLineStart {
        index = position
        while index < end, bytes[index] == .space || bytes[index] == 0x09 { index += 1 }
        if index < end, bytes[index] == UInt8(ascii: "@"), isRecordStart(bytes, index, end) {
          if let start { read(bytes, start..<index, isMeant, found) }
          start = index
        }
      }
      guard let newline = bytes.first(.newline, in: position..<end) else { break }
      position = newline + 1
      isLineStart = true
    }
    guard let start else { return isEnd ? end : bytes.lineStart(before: end) }
    guard isEnd else { return start }
    read(bytes, start..<end, isMeant, found)
    return end
  }

  /// Tells whether a word and a brace follow the sign.
  private func isRecordStart(_ bytes: [UInt8], _ sign: Int, _ end: Int) -> Bool {
    var index = sign + 1
    while index < end, bytes[index].isLetter { index += 1 }
    guard index > sign + 1 else { return false }
    while index < end, bytes[index] == .space { index += 1 }
    return index < end && (bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "("))
  }

  private mutating func read(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ isMeant: ([UInt8], Range<Int>, Range<Int>?) -> Bool,
    _ found: (BibTeXRecord) -> Void
  ) {
    var scanner = BibTeXScanner(bytes, range)
    if ["comment", "string", "preamble"].contains(scanner.kind) { return }
    guard scanner.scan() else {
      damaged += 1
      return
    }
    count += 1
    if isMeant(bytes, range, scanner.title) { found(scanner.record) }
  }
}

extension [UInt8] {
  /// Where the line begins that is not finished at an offset.
  fileprivate func lineStart(before end: Int) -> Int {
    var start = end
    while start > 0, self[start - 1] != .newline { start -= 1 }
    return start
  }
}
