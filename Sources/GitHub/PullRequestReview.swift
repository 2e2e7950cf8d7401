/// A review of a pull request, without its comments.
package struct PullRequestReview: Sendable, Hashable, Decodable, Identifiable {
  package let id: Int
  /// The author; nil when the account is deleted.
  package let user: User?
  package var body: String { text ?? "" }
  /// `COMMENTED`, `APPROVED`, `CHANGES_REQUESTED`, `DISMISSED` or `PENDING`.
  package let state: String
  /// The commit it speaks of; nil when that is gone.
  package let commitID: CommitSHA?
  package let htmlURL: String?
  /// GitHub's description promises a text, and there are reviews without one.
  private let text: String?

  private enum CodingKeys: String, CodingKey {
    case id, user, state
    case text = "body"
    case commitID = "commit_id"
    case htmlURL = "html_url"
  }
}
