/// A `pull_request` or `pull_request_target` event.
package struct PullRequestEvent: Sendable, Hashable {
  /// `opened`, `synchronize`, `reopened`, `edited`, `closed` and others.
  package let action: String
  package let repository: RepositoryName
  /// The pull request as it was then; its head may have moved since.
  package let pullRequest: PullRequest
  /// The tip of the base branch before `edited` chose another; the diff changed without a push.
  package let previousBase: CommitSHA?
}

extension PullRequestEvent: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    action = try container.decode(String.self, forKey: .action)
    repository = try container.decode(RepositoryName.self, forKey: .repository)
    pullRequest = try container.decode(PullRequest.self, forKey: .pullRequest)
    let changes = try container.decodeIfPresent(Changes.self, forKey: .changes)
    previousBase = changes?.base?.sha.from
  }

  private enum CodingKeys: String, CodingKey {
    case action, repository, changes
    case pullRequest = "pull_request"
  }

  private struct Changes: Decodable {
    let base: Base?

    struct Base: Decodable {
      let sha: Previous
    }

    struct Previous: Decodable {
      let from: CommitSHA
    }
  }
}
