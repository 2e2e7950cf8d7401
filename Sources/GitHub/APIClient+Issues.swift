internal import HTTP

extension APIClient {
  /// Returns what was written below an issue or a pull request, oldest first: `issues/list-comments`.
  package func comments(onIssue number: Int) async throws(GitHubError) -> [IssueComment] {
    try await list(
      address("issues", "\(number)", "comments", query: [("per_page", "100")]),
      to: "list the comments on \(number)"
    )
  }

  /// Writes below an issue or a pull request: `issues/create-comment`.
  ///
  /// When ``GitHubError/mayHaveTakenEffect`` holds, look before doing it again.
  package func createComment(
    _ body: String,
    onIssue number: Int
  ) async throws(GitHubError) -> IssueComment {
    try await receive(
      Request(
        .post,
        address("issues", "\(number)", "comments"),
        body: JSON.encode(["body": body])
      ),
      to: "comment on \(number)"
    )
  }
}
