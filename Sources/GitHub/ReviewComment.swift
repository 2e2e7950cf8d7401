/// A comment on the diff of a pull request.
///
/// GitHub's description calls ``line`` a number; in an outdated comment it is null.
package struct ReviewComment: Sendable, Hashable, Decodable, Identifiable {
  package let id: Int
  /// The review it came with; nil for replies and old comments.
  package let reviewID: Int?
  /// The comment at the head of the thread that this one answers in.
  package let inReplyToID: Int?
  /// The author; nil when the account is deleted.
  package let user: User?
  package var body: String { text ?? "" }
  package let path: String
  /// The last line it is about, in the present head; nil when it is outdated or about the file.
  package let line: Int?
  /// The first line, of a comment on several.
  package let startLine: Int?
  package let side: DiffSide?
  /// The last line it was about when it was written.
  package let originalLine: Int?
  package let originalStartLine: Int?
  /// The commit that ``line`` counts in; nil when it is gone.
  ///
  /// GitHub moves it along with the head.
  package let commitID: CommitSHA?
  /// The commit it was written about.
  package let originalCommitID: CommitSHA?
  package let htmlURL: String?
  private let text: String?

  private enum CodingKeys: String, CodingKey {
    case id, user, path, line, side
    case text = "body"
    case reviewID = "pull_request_review_id"
    case inReplyToID = "in_reply_to_id"
    case startLine = "start_line"
    case originalLine = "original_line"
    case originalStartLine = "original_start_line"
    case commitID = "commit_id"
    case originalCommitID = "original_commit_id"
    case htmlURL = "html_url"
  }
}
