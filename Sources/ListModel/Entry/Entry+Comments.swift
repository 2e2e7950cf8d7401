internal import Text

extension Entry {
  /// The source as it stands, with the comments that are not part of the text.
  package var source: [UInt8] {
    guard !comments.isEmpty else { return text }
    var source: [UInt8] = []
    var position = 0
    for comment in comments {
      source += text[position..<comment.offset] + comment.bytes
      position = comment.offset
    }
    return source + text[position...]
  }

  /// Returns where a range of the text is in the source.
  package func sourceRange(_ range: Range<Int>) -> Range<Int> {
    guard !comments.isEmpty else { return range }
    func shift(where isBefore: (Int) -> Bool) -> Int {
      comments.reduce(0) { $0 + (isBefore($1.offset) ? $1.bytes.count : 0) }
    }
    let end = range.upperBound + shift { $0 < range.upperBound }
    let start =
      range.isEmpty
      ? end : range.lowerBound + shift { $0 <= range.lowerBound && $0 < range.upperBound }
    return start..<end
  }

  /// Returns a corrected text with the comments back in it, each at the end of its line.
  package func withComments(_ corrected: [UInt8]) -> [UInt8] {
    guard !comments.isEmpty, !corrected.isEmpty else { return corrected }
    var lines = corrected.split(separator: .newline, omittingEmptySubsequences: false)
      .map { Array($0) }
    for comment in comments.reversed() {
      let line = text[..<comment.offset].count { $0 == .newline }
      if comment.isLine {
        let bytes = comment.bytes.filter { !$0.isLineEnd }
        let end = lines[0].last == .carriageReturn ? [UInt8.carriageReturn] : []
        if line + 1 < lines.count {
          lines.insert(bytes + end, at: line + 1)
        } else {
          lines[lines.count - 1] += end
          lines.append(bytes)
        }
        continue
      }
      let index = min(line, lines.count - 1)
      lines[index].insert(comment: comment.bytes, before: tail(after: comment))
    }
    return Array(lines.joined(separator: [.newline]))
  }

  /// What stands after a comment on its line, such as a table's last bar or a line break.
  private func tail(after comment: CutComment) -> ArraySlice<UInt8> {
    text[comment.offset...].prefix { $0 != .newline }
  }
}

extension [UInt8] {
  fileprivate mutating func insert(comment: [UInt8], before tail: ArraySlice<UInt8>) {
    if suffix(tail.count).elementsEqual(tail) {
      insert(contentsOf: comment, at: count - tail.count)
    } else if let bar = lastIndex(where: { !$0.isWhitespace }), self[bar] == UInt8(ascii: "|") {
      let isApart = bar > 0 && self[bar - 1] == .space
      insert(contentsOf: comment.drop { isApart && $0.isWhitespace } + [.space], at: bar)
    } else {
      insert(contentsOf: comment, at: last == .carriageReturn ? count - 1 : count)
    }
  }
}
