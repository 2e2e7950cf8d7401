package import ListModel
internal import Markdown

/// A comment by which a list's maintainer lets findings be, and what it is about.
///
/// At an entry's own lines, or on the lines directly above it that hold nothing else, it silences rules
/// on that entry. A rule about the list itself it silences for the whole list, wherever it stands.
package struct Suppression: Hashable, Sendable {
  /// Its ranges are of the list's bytes.
  package let comment: AllowComment
  /// The 1-based line it stands on.
  package let line: Int
  /// Nil where it stands at no entry.
  package let place: EntryPlace?
}

extension ListDocument {
  /// The comments to this program outside code, in the order of the file.
  package var suppressions: [Suppression] {
    let bytes = text.bytes
    let comments = AllowComment.comments(in: bytes, 0..<bytes.count).compactMap {
      comment -> (comment: AllowComment, line: Int)? in
      let line = text.position(at: comment.range.lowerBound).line
      return codeLines.contains { $0.contains(line) } ? nil : (comment, line)
    }
    guard !comments.isEmpty else { return [] }
    let alone = Set(comments.filter { isAlone($0.comment, on: $0.line) }.map(\.line))
    return comments.map { comment, line in
      var next = line
      while alone.contains(next) { next += 1 }
      let below = next == line ? nil : entries.first { $0.lines.lowerBound == next }
      return Suppression(
        comment: comment,
        line: line,
        place: below ?? entries.first { $0.lines.contains(line) }
      )
    }
  }

  private func isAlone(_ comment: AllowComment, on line: Int) -> Bool {
    let range = text.line(line)
    let around =
      text.bytes[range.lowerBound..<comment.range.lowerBound]
      + text.bytes[comment.range.upperBound..<max(comment.range.upperBound, range.upperBound)]
    return around.allSatisfy(\.isWhitespace)
  }
}
