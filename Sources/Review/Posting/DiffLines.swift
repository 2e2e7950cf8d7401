internal import Git

/// The lines of a file's new version that a pull request's diff shows: those that GitHub takes
/// comments on.
package struct DiffLines: Sendable, Hashable {
  /// The lines of each hunk, 1-based, half-open, in order.
  private let hunks: [Range<Int>]

  /// How many unchanged lines a diff shows around a change.
  private static let context = 3

  /// Reads the headers of a unified diff, as GitHub's `patch` gives it.
  ///
  /// Only a header begins with an at sign: every other line begins with a mark of its own.
  package init(patch: String) {
    hunks = patch.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let new = HunkHeader(line)?.new, new.start > 0, new.count > 0 else { return nil }
      return new.start..<new.start + new.count
    }
  }

  /// Adds to the runs of changed lines what a diff shows around them.
  init(_ changes: [Hunk], lineCount: Int) {
    var hunks: [Range<Int>] = []
    for change in changes {
      let start = max(1, change.head.lowerBound - Self.context)
      let end = min(lineCount + 1, change.head.upperBound + Self.context)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<max(end, last.upperBound)
      } else if start < end {
        hunks.append(start..<end)
      }
    }
    self.hunks = hunks
  }

  /// Returns the part of some lines that stands in one hunk; of several parts the last one, nil
  /// where the diff shows none of them.
  func shown(of lines: ClosedRange<Int>) -> ClosedRange<Int>? {
    guard
      let hunk = hunks.last(where: {
        $0.lowerBound <= lines.upperBound && lines.lowerBound < $0.upperBound
      })
    else { return nil }
    return max(hunk.lowerBound, lines.lowerBound)...min(hunk.upperBound - 1, lines.upperBound)
  }
}
