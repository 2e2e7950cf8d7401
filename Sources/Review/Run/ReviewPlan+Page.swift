internal import GitHub
internal import Rules
internal import Text

extension ReviewPlan {
  /// What the pull request would show, for a person at a terminal.
  package var page: String {
    var blocks: [String] = []
    if let review {
      blocks.append("A review of \(review.commitID.abbreviated):\n\n\(Self.indented(review.body))")
      for comment in review.comments {
        let last = comment.lines.count > 1 ? "-\(comment.lines.upperBound)" : ""
        let place = "\(comment.path):\(comment.lines.lowerBound)\(last)"
        blocks.append("A comment at \(place):\n\n\(Self.indented(comment.body))")
      }
    }
    for edit in reviewEdits {
      blocks.append("Review \(edit.id) would read:\n\n\(Self.indented(edit.body))")
    }
    for edit in commentEdits {
      blocks.append("Comment \(edit.id) would read:\n\n\(Self.indented(edit.body))")
    }
    if !deletions.isEmpty {
      let ids = deletions.map { "\($0)" }.joined(separator: ", ")
      blocks.append("These comments of rubric's own would be deleted: \(ids)")
    }
    if blocks.isEmpty { blocks.append("Nothing would be written.") }
    return blocks.joined(separator: "\n\n")
  }

  /// The lines of a body, without the hidden first one.
  private static func indented(_ body: String) -> String {
    body.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .map { $0.isEmpty ? "" : "  | \(String($0).withVisibleControls)" }
      .joined(separator: "\n")
  }
}
