internal import HTTP

extension APIClient {
  /// Makes a review with all its comments, or nothing of it: `pulls/create-review`.
  ///
  /// One comment that GitHub does not take makes it refuse the whole review, and it does not say
  /// which one. When ``GitHubError/mayHaveTakenEffect`` holds, look before doing it again.
  package func createReview(
    _ review: DraftReview,
    ofPullRequest number: Int
  ) async throws(GitHubError) -> PullRequestReview {
    try await receive(
      Request(.post, address("pulls", "\(number)", "reviews"), body: JSON.encode(review)),
      to: "review pull request \(number)"
    )
  }

  /// Makes a single comment, which notifies by itself: `pulls/create-review-comment`.
  package func createReviewComment(
    _ comment: DraftReviewComment,
    at commit: CommitSHA,
    ofPullRequest number: Int
  ) async throws(GitHubError) -> ReviewComment {
    let body = JSON.encode(SingleComment(comment: comment, commitID: commit))
    return try await receive(
      Request(.post, address("pulls", "\(number)", "comments"), body: body),
      to: "comment on '\(comment.path)' in pull request \(number)"
    )
  }

  /// Replaces the text of a review; nobody is notified: `pulls/update-review`.
  @discardableResult
  package func updateReview(
    _ id: Int,
    ofPullRequest number: Int,
    body: String
  ) async throws(GitHubError) -> PullRequestReview {
    try await receive(
      Request(
        .put,
        address("pulls", "\(number)", "reviews", "\(id)"),
        body: JSON.encode(["body": body])
      ),
      to: "edit review \(id) of pull request \(number)"
    )
  }

  /// Replaces the text of a comment; nobody is notified: `pulls/update-review-comment`.
  @discardableResult
  package func updateReviewComment(
    _ id: Int,
    body: String
  ) async throws(GitHubError) -> ReviewComment {
    try await receive(
      Request(.patch, address("pulls", "comments", "\(id)"), body: JSON.encode(["body": body])),
      to: "edit review comment \(id)"
    )
  }

  /// Deletes a comment; one that is gone already is not an error: `pulls/delete-review-comment`.
  package func deleteReviewComment(_ id: Int) async throws(GitHubError) {
    var request = Request(.delete, address("pulls", "comments", "\(id)"))
    request.expectsJSON = false
    do throws(GitHubError) {
      try await send(request, to: "delete review comment \(id)")
    } catch  where error.kind == .notFound {
      return
    }
  }
}

/// The body of `pulls/create-review-comment`: a comment and the commit it is about.
private struct SingleComment: Encodable {
  let comment: DraftReviewComment
  let commitID: CommitSHA

  func encode(to encoder: any Encoder) throws {
    try comment.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(commitID, forKey: .commitID)
  }

  private enum CodingKeys: String, CodingKey {
    case commitID = "commit_id"
  }
}
