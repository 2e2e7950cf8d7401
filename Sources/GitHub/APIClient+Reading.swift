internal import HTTP

extension APIClient {
  /// Returns a pull request: `pulls/get`.
  package func pullRequest(_ number: Int) async throws(GitHubError) -> PullRequest {
    try await receive(
      Request(.get, address("pulls", "\(number)")),
      to: "read pull request \(number)"
    )
  }

  /// Returns the open pull requests, all or those from a head such as `owner:branch`: `pulls/list`.
  package func openPullRequests(
    from head: String? = nil
  ) async throws(GitHubError) -> [PullRequest] {
    var query = [(name: "state", value: "open")]
    if let head { query.append(("head", head)) }
    query.append(("per_page", "100"))
    return try await list(
      address("pulls", query: query),
      to: "list the pull requests" + (head.map { " from '\($0)'" } ?? "")
    )
  }

  /// Returns the files that a pull request changes, at most 3,000: `pulls/list-files`.
  package func files(ofPullRequest number: Int) async throws(GitHubError) -> [PullRequestFile] {
    try await list(
      address("pulls", "\(number)", "files", query: [("per_page", "100")]),
      to: "list the files of pull request \(number)"
    )
  }

  /// Returns the reviews of a pull request, oldest first: `pulls/list-reviews`.
  package func reviews(ofPullRequest number: Int) async throws(GitHubError) -> [PullRequestReview] {
    try await list(
      address("pulls", "\(number)", "reviews", query: [("per_page", "100")]),
      to: "list the reviews of pull request \(number)"
    )
  }

  /// Returns all comments on the diff of a pull request, oldest first: `pulls/list-review-comments`.
  package func reviewComments(
    ofPullRequest number: Int
  ) async throws(GitHubError) -> [ReviewComment] {
    try await list(
      address("pulls", "\(number)", "comments", query: [("per_page", "100")]),
      to: "list the review comments of pull request \(number)"
    )
  }

  /// Returns where two commits part and what came since: `repos/compare-commits`.
  ///
  /// Both may be in any repository of the network, a fork's head too. Files are on the first page,
  /// the only one that is read.
  package func comparison(
    of base: CommitSHA,
    with head: CommitSHA
  ) async throws(GitHubError) -> Comparison {
    try await receive(
      Request(.get, address("compare", "\(base)...\(head)", query: [("per_page", "100")])),
      to: "compare \(base.abbreviated) with \(head.abbreviated)"
    )
  }

  /// Returns a file of up to 100 MB at a commit: `repos/get-content`.
  ///
  /// A symbolic link to a file reads as that file; other links, folders and submodules are an error
  /// of the kind ``GitHubError/Kind/notAFile``.
  package func contents(
    of path: String,
    at commit: CommitSHA
  ) async throws(GitHubError) -> FileContents {
    let attempt = "read '\(path)' at \(commit.abbreviated)"
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    // Such a path is in no tree, and would lead to another place of the API.
    guard segments.allSatisfy({ !["", ".", ".."].contains($0) }) else {
      throw GitHubError(.notFound, "\(attempt) of \(repository)")
    }
    let target = address("contents").appending(segments, query: [("ref", commit.text)])
    let object = try await contentsObject(at: target, attempt)
    guard object.type == "file" else {
      let names = ["dir": "a folder", "symlink": "a symbolic link", "submodule": "a submodule"]
      throw GitHubError(
        .notAFile,
        "\(attempt) of \(repository)",
        reason: "it is \(names[object.type] ?? "something else")"
      )
    }
    if let bytes = object.bytes {
      return FileContents(path: path, sha: object.sha, bytes: bytes)
    }
    var request = Request(.get, target)
    request.expectsJSON = false
    request.responseLimit = 100 << 20
    let raw = try await send(request, to: attempt, accept: "application/vnd.github.raw+json")
    guard raw.body.count == object.size else {
      throw GitHubError(
        .unexpectedAnswer,
        "\(attempt) of \(repository)",
        reason: "\(raw.body.count) bytes of \(object.size)"
      )
    }
    return FileContents(path: path, sha: object.sha, bytes: raw.body)
  }

  private func contentsObject(
    at target: URI,
    _ attempt: String
  ) async throws(GitHubError) -> ContentsObject {
    let accept = "application/vnd.github.object+json"
    let response = try await send(Request(.get, target), to: attempt, accept: accept)
    return try JSON.decode(ContentsObject.self, from: response.body) { reason in
      GitHubError(.unexpectedAnswer, "\(attempt) of \(repository)", reason: reason)
    }
  }

  /// Returns what a user may do in the repository: `repos/get-collaborator-permission-level`.
  package func permission(of login: String) async throws(GitHubError) -> Permission {
    try await receive(
      Request(.get, address("collaborators", login, "permission")),
      to: "read the permission of '\(login)'"
    )
  }
}
