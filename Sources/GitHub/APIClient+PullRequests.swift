internal import HTTP

extension APIClient {
  /// Returns all pull requests from a branch of the repository itself, open and closed: `pulls/list`.
  package func pullRequests(
    fromBranch branch: String
  ) async throws(GitHubError) -> [PullRequest] {
    let query = [
      (name: "state", value: "all"), ("head", "\(repository.owner):\(branch)"), ("per_page", "100"),
    ]
    let found: [PullRequest] = try await list(
      address("pulls", query: query),
      to: "list the pull requests from '\(branch)'"
    )
    // Another repository of the same owner can have such a branch.
    return found.filter { $0.head.ref == branch && $0.head.repository.map(isThis) ?? false }
  }

  private func isThis(_ name: RepositoryName) -> Bool {
    name.description.lowercased() == repository.description.lowercased()
  }

  /// Makes a pull request: `pulls/create`.
  ///
  /// GitHub refuses a second one from the same branch. When ``GitHubError/mayHaveTakenEffect`` holds, look before
  /// doing it again.
  package func createPullRequest(
    _ draft: DraftPullRequest
  ) async throws(GitHubError) -> PullRequest {
    try await receive(
      Request(.post, address("pulls"), body: JSON.encode(draft)),
      to: "make a pull request"
    )
  }

  /// Replaces title and text of a pull request, and closes it where that is asked for: `pulls/update`.
  @discardableResult
  package func updatePullRequest(
    _ number: Int,
    title: String,
    body: String,
    isClosing: Bool = false
  ) async throws(GitHubError) -> PullRequest {
    var fields = ["title": title, "body": body]
    if isClosing { fields["state"] = "closed" }
    return try await receive(
      Request(.patch, address("pulls", "\(number)"), body: JSON.encode(fields)),
      to: "\(isClosing ? "close" : "edit") pull request \(number)"
    )
  }
}
