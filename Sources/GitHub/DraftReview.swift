/// A review to be made: one that comments, and neither approves nor requests changes.
package struct DraftReview: Sendable, Hashable, Encodable {
  /// The commit the lines of the comments are counted in; it must be of the pull request.
  package var commitID: CommitSHA
  /// The text above the comments; it may be empty if there are comments.
  package var body: String
  package var comments: [DraftReviewComment]

  package init(commitID: CommitSHA, body: String, comments: [DraftReviewComment]) {
    self.commitID = commitID
    self.body = body
    self.comments = comments
  }

  /// The longest body of a review or a comment that GitHub takes; keep characters and bytes below.
  package static let longestBody = 65_536

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(commitID, forKey: .commitID)
    try container.encode("COMMENT", forKey: .event)
    try container.encode(body, forKey: .body)
    try container.encode(comments, forKey: .comments)
  }

  private enum CodingKeys: String, CodingKey {
    case event, body, comments
    case commitID = "commit_id"
  }
}
