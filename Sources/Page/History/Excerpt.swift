internal import ListModel
internal import Markdown
internal import Text

/// Some lines of a text, with the headings that they stand under and the headers of the tables they are rows of,
/// so that they are read as they would be in the whole.
struct Excerpt {
  let text: SourceText
  /// The line of the whole that each line of the excerpt is; 0 for an empty one between two parts.
  private let lines: [Int]

  init(_ parts: [Range<Int>], of whole: SourceText, headings: [Heading]) {
    var wanted: [Range<Int>] = []
    for part in parts {
      for line in Self.context(of: part, in: whole, headings) where line < part.lowerBound {
        wanted.append(line..<line + 1)
      }
      if !part.isEmpty { wanted.append(part) }
    }
    wanted.sort { $0.lowerBound < $1.lowerBound }
    var bytes: [UInt8] = []
    var lines: [Int] = []
    var end = 0
    for var range in wanted {
      range = max(range.lowerBound, end)..<max(range.upperBound, end)
      if range.isEmpty { continue }
      if range.lowerBound > end, end > 0, !Self.isTable(whole, end - 1, range.lowerBound) {
        bytes.append(.newline)
        lines.append(0)
      }
      bytes +=
        whole.bytes[whole.range(ofLines: range).lowerBound..<whole.endOfLine(range.upperBound - 1)]
      if bytes.last != .newline { bytes.append(.newline) }
      lines += range
      end = range.upperBound
    }
    text = SourceText(bytes)
    self.lines = lines
  }

  /// Returns the line of the whole that a line is; nil for one between two parts.
  func line(_ number: Int) -> Int? {
    guard lines.indices.contains(number - 1), lines[number - 1] > 0 else { return nil }
    return lines[number - 1]
  }

  /// Returns the headings around the start of a part, and the header of the table it begins in.
  private static func context(
    of part: Range<Int>,
    in whole: SourceText,
    _ headings: [Heading]
  ) -> [Int] {
    var lines: [Int] = []
    var level = Int.max
    let above = headings.partitioningIndex { $0.line >= part.lowerBound }
    for heading in headings[..<above].reversed() where heading.level < level {
      lines.append(heading.line)
      level = heading.level
      if level == 1 { break }
    }
    if let header = header(ofTableAt: part.lowerBound, in: whole) { lines += [header, header + 1] }
    return lines
  }

  /// Returns the first line of a table that goes on at a line.
  private static func header(ofTableAt line: Int, in whole: SourceText) -> Int? {
    guard line <= whole.lineCount, whole.bytes[whole.line(line)].contains(UInt8(ascii: "|")) else {
      return nil
    }
    var start = line
    while start > 1, !whole.isBlank(start - 1),
      whole.bytes[whole.line(start - 1)].contains(UInt8(ascii: "|"))
    {
      start -= 1
    }
    guard start + 1 < line, isDelimiter(whole.bytes[whole.line(start + 1)]) else { return nil }
    return start
  }

  private static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.allSatisfy { "|:- \t".utf8.contains($0) }
  }

  /// Tells whether a header's second line is followed by a row of its own.
  private static func isTable(_ whole: SourceText, _ line: Int, _ row: Int) -> Bool {
    isDelimiter(whole.bytes[whole.line(line)])
      && whole.bytes[whole.line(row)].contains(UInt8(ascii: "|"))
  }
}

/// A line that is a heading, `## Survey`.
struct Heading {
  let line: Int
  let level: Int

  /// Returns the headings of a text that begin with number signs.
  static func all(in text: SourceText) -> [Heading] {
    text.lineNumbers.compactMap { number in
      let line = text.bytes[text.line(number)]
      guard line.first == UInt8(ascii: "#") else { return nil }
      let level = line.prefix { $0 == UInt8(ascii: "#") }.count
      guard level <= 6, line.dropFirst(level).first.map(\.isWhitespace) ?? true else { return nil }
      return Heading(line: number, level: level)
    }
  }
}

extension SourceText {
  fileprivate func endOfLine(_ number: Int) -> Int {
    line(number).upperBound + lineEnd(number).count
  }
}
