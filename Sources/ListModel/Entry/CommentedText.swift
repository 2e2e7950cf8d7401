internal import Text

/// An entry's source, with the comments to this program kept apart from its text.
package struct CommentedText {
  package let text: [UInt8]
  package let comments: [CutComment]

  package init(_ source: [UInt8]) {
    let found = AllowComment.comments(in: source, 0..<source.count).filter(\.isClosed)
    guard !found.isEmpty else {
      text = source
      comments = []
      return
    }
    var text: [UInt8] = []
    var comments: [CutComment] = []
    var position = 0
    for comment in found {
      let cut = Self.cut(comment.range, in: source)
      guard cut.range.lowerBound >= position else { continue }
      text += source[position..<cut.range.lowerBound]
      comments.append(
        CutComment(offset: text.count, bytes: Array(source[cut.range]), isLine: cut.isLine)
      )
      position = cut.range.upperBound
    }
    self.text = text + source[position...]
    self.comments = comments
  }

  /// Returns what goes with a comment: its whole line where nothing else is on it, else the white
  /// space that would be left over before it.
  private static func cut(
    _ comment: Range<Int>,
    in source: [UInt8]
  ) -> (range: Range<Int>, isLine: Bool) {
    var start = comment.lowerBound
    while start > 0, source[start - 1] == .space || source[start - 1] == .tab { start -= 1 }
    let end = comment.upperBound
    let next = source[end...].first
    guard next?.isWhitespace ?? true else { return (comment, false) }
    var lineEnd = end
    while lineEnd < source.count, source[lineEnd] == .space || source[lineEnd] == .tab {
      lineEnd += 1
    }
    let isLast = lineEnd == source.count || source[lineEnd].isLineEnd
    guard isLast, start > 0, source[start - 1] == .newline else { return (start..<end, false) }
    start -= 1
    if start > 0, source[start - 1] == .carriageReturn { start -= 1 }
    return (start..<lineEnd, true)
  }
}

/// A comment that was cut out of an entry's source.
package struct CutComment: Hashable, Sendable {
  /// Where in the text it stood.
  package let offset: Int
  /// What was cut, with the white space or the line end before it.
  package let bytes: [UInt8]
  /// Whether it had a line of its own.
  package let isLine: Bool
}
