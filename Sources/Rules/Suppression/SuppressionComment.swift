package import ListModel
internal import Markdown
internal import Text

/// A comment by which a list's maintainer lets findings be, and what it is about.
///
/// At an entry's own lines, or on the lines directly above it that hold nothing else, it silences rules
/// on that entry. A rule about the list itself it silences for the whole list, wherever it stands.
package struct SuppressionComment: Hashable, Sendable {
  /// Its ranges are of the list's bytes.
  package let comment: AllowComment
  /// The 1-based line it stands on.
  package let line: Int
  /// Nil where it stands at no entry.
  package let place: EntryPlace?
}

extension ListDocument {
  /// The comments to this program outside code, in the order of the file.
  package var suppressionComments: [SuppressionComment] {
    let bytes = text.bytes
    let comments = AllowComment.comments(in: bytes, 0..<bytes.count).compactMap {
      comment -> (comment: AllowComment, line: Int)? in
      let line = text.position(at: comment.range.lowerBound).line
      return codeLines.contains { $0.contains(line) } ? nil : (comment, line)
    }
    guard !comments.isEmpty else { return [] }
    let alone = Set(comments.filter { isAlone($0.comment, on: $0.line) }.map(\.line))
    // Of comments one below the other each is about the first line that is none, found from the last on.
    var below: [Int: Int] = [:]
    for line in alone.sorted(by: >) { below[line] = below[line + 1] ?? line + 1 }
    return comments.map { comment, line in
      var place = entry(on: line)
      if let next = below[line], let entry = entry(on: next), entry.lines.lowerBound == next {
        place = entry
      }
      return SuppressionComment(comment: comment, line: line, place: place)
    }
  }

  /// Returns the entry that a line belongs to.
  private func entry(on line: Int) -> EntryPlace? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].lines.upperBound > line { high = middle } else { low = middle + 1 }
    }
    return low < entries.count && entries[low].lines.contains(line) ? entries[low] : nil
  }

  private func isAlone(_ comment: AllowComment, on line: Int) -> Bool {
    let range = text.line(line)
    let end = comment.range.upperBound
    return text.bytes[range.lowerBound..<comment.range.lowerBound].allSatisfy(\.isWhitespace)
      && text.bytes[end..<max(end, range.upperBound)].allSatisfy(\.isWhitespace)
  }
}
