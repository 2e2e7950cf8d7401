internal import Text

/// How the lines of an entry end.
extension Entry {
  /// The white space at the ends of its lines; two spaces or more within an entry break a line, which
  /// is the format's matter.
  package var trailingSpaces: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let end = text.first(.newline, in: index..<text.count) ?? text.count
      var start = end
      while start > index, text[start - 1].isWhitespace { start -= 1 }
      var last = end
      while last > start, text[last - 1] == .carriageReturn { last -= 1 }
      let isLast = !text[end...].contains { !$0.isWhitespace }
      if isLast {
        if start < text.count { ranges.append(start..<text.count) }
        break
      }
      if start > index, last - start == 1, text[start] != .carriageReturn {
        ranges.append(start..<last)
      }
      index = end + 1
    }
    return ranges
  }

  /// Whether the last sentence of its text has an end; nil where no words of its own stand after the title.
  package var endsInStop: Bool? {
    guard let after = textAfterTitle else { return nil }
    // A colon ends what announces the lines below.
    return text[after.upperBound - 1] == UInt8(ascii: ":")
      || text.endsSentence(at: after.upperBound, from: after.lowerBound)
  }

  /// Whether a full stop is the last of its text; nil where nothing stands after the title.
  package var hasFinalStop: Bool? {
    textAfterTitle.map { text[$0.upperBound - 1] == UInt8(ascii: ".") }
  }

  /// What stands after the title; nil where there are no words, or lines with a form of their own.
  private var textAfterTitle: Range<Int>? {
    let end = text.trimmed(0..<text.count).upperBound
    let start = titleLink.map { links[$0].range.upperBound } ?? title?.range.upperBound ?? end
    guard start < end, !texts.contains(where: { $0.field == .details }),
      text[start..<end].contains(where: \.isWord)
    else { return nil }
    return start..<end
  }
}
