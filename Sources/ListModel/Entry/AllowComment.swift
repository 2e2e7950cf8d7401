internal import Text

/// A comment in a list by which a maintainer lets a finding be:
/// `<!-- rubric: allow RULE, RULE reason -->`.
///
/// It stands on one line. What it says may be wrong; what is wrong is told by a rule.
package struct AllowComment: Hashable, Sendable {
  /// A word of the comment and where it stands.
  package struct Word: Hashable, Sendable {
    package let text: String
    package let range: Range<Int>
  }

  /// From `<!--` to `-->`; to the end of the line where it is not closed there.
  package let range: Range<Int>
  package let isClosed: Bool
  /// What it asks for: `allow`, or a word that was meant for it.
  package let verb: Word
  package let rules: [Word]
  /// Empty where none is given.
  package let reason: String

  package static let verb = "allow"

  /// Whether it says what it lets be and why.
  package var isComplete: Bool {
    isClosed && verb.text == Self.verb && !rules.isEmpty && !reason.isEmpty
  }

  /// Returns the comments to this program in a range of some bytes, in order.
  package static func comments(in bytes: [UInt8], _ range: Range<Int>) -> [AllowComment] {
    var comments: [AllowComment] = []
    var index = range.lowerBound
    while let open = bytes.first(UInt8(ascii: "<"), in: index..<range.upperBound) {
      index = open + 1
      guard bytes.matches("<!--", at: open) else { continue }
      let name = bytes.end(ofBlanksFrom: open + 4)
      guard bytes.matches("rubric:", at: name) else { continue }
      let comment = AllowComment(in: bytes, from: open, after: name + 7)
      guard comment.range.upperBound <= range.upperBound else { continue }
      comments.append(comment)
      index = comment.range.upperBound
    }
    return comments
  }

  private init(in bytes: [UInt8], from open: Int, after name: Int) {
    // To the end of the line it is looked only where there is no nearer end.
    var close = name
    while close < bytes.count, !bytes[close].isLineEnd, !bytes.matches("-->", at: close) {
      close += 1
    }
    isClosed = close < bytes.count && !bytes[close].isLineEnd
    range = open..<(isClosed ? close + 3 : close)
    var index = bytes.end(ofBlanksFrom: name)
    verb = bytes.word(from: index, to: close)
    index = verb.range.upperBound
    var rules: [Word] = []
    while index < close {
      index = min(close, bytes.end(ofBlanksFrom: index))
      let rule = bytes.word(from: index, to: close)
      guard !rule.range.isEmpty else { break }
      rules.append(rule)
      index = min(close, bytes.end(ofBlanksFrom: rule.range.upperBound))
      guard index < close, bytes[index] == UInt8(ascii: ",") else { break }
      index += 1
    }
    self.rules = rules
    var rest = bytes.trimmed(index..<max(index, close))
    while let first = bytes[rest].first, first == UInt8(ascii: ":") || first == UInt8(ascii: "-") {
      rest = bytes.trimmed(rest.lowerBound + 1..<rest.upperBound)
    }
    reason = bytes.string(rest)
  }
}

extension [UInt8] {
  /// Returns where spaces and tabs from an offset on end.
  fileprivate func end(ofBlanksFrom index: Int) -> Int {
    var index = index
    while index < count, self[index] == .space || self[index] == .tab { index += 1 }
    return index
  }

  /// Returns the letters, digits and hyphens that follow an offset.
  fileprivate func word(from start: Int, to end: Int) -> AllowComment.Word {
    var index = Swift.min(start, end)
    while index < end,
      self[index].isLetter || self[index].isDigit || "-_".utf8.contains(self[index])
    {
      // Two hyphens end the comment.
      if matches("--", at: index) { break }
      index += 1
    }
    let range = Swift.min(start, end)..<index
    return AllowComment.Word(text: string(range), range: range)
  }
}
