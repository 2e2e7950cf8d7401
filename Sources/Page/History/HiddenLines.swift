internal import ListModel
internal import Markdown
internal import Text

/// The lines of a text that are a comment or code, in which nothing is an entry.
struct HiddenLines {
  /// In order, with the lines that begin and end them; 1-based.
  private(set) var ranges: [Range<Int>] = []

  init() {}

  init(in text: SourceText) {
    let bytes = text.bytes
    var line = 1
    while line <= text.lineCount {
      let range = text.line(line)
      let start = bytes[range].firstIndex { !$0.isWhitespace } ?? range.upperBound
      var end = line
      if bytes.matches("<!--", at: start) {
        while !Self.closesComment(bytes[text.line(end)]), end < text.lineCount { end += 1 }
      } else if bytes.matches("```", at: start) || bytes.matches("~~~", at: start) {
        let fence = bytes[start]
        end = min(line + 1, text.lineCount)
        while !Self.closes(fence, bytes[text.line(end)]), end < text.lineCount { end += 1 }
      } else {
        line += 1
        continue
      }
      if end > line { ranges.append(line..<end + 1) }
      line = end + 1
    }
  }

  private static func closesComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.indices.dropLast(2).contains { index in
      line[index] == UInt8(ascii: "-") && line[index + 1] == UInt8(ascii: "-")
        && line[index + 2] == UInt8(ascii: ">")
    }
  }

  private static func closes(_ fence: UInt8, _ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop(while: \.isWhitespace)
    return rest.prefix { $0 == fence }.count >= 3
      && rest.drop { $0 == fence }.allSatisfy(\.isWhitespace)
  }

  func contains(_ line: Int) -> Bool {
    let index = ranges.partitioningIndex { $0.upperBound > line }
    return index < ranges.count && ranges[index].contains(line)
  }

  /// Tells whether one begins or ends on some lines: then what stands elsewhere is hidden or shown by them.
  func haveEdge(in lines: Range<Int>) -> Bool {
    ranges.contains { lines.contains($0.lowerBound) || lines.contains($0.upperBound - 1) }
  }
}
