/// A `workflow_run` event: another workflow was requested or has ended.
///
/// It runs with the base's rights, so of the other run only what GitHub itself says counts: the head
/// and where it is. Whatever that run stored is its author's word.
package struct WorkflowRunEvent: Sendable, Hashable {
  /// `requested`, `in_progress` or `completed`.
  package let action: String
  package let repository: RepositoryName
  /// What started the other run: `pull_request`, `push` and so on.
  package let triggeringEvent: String
  /// `success`, `failure` and so on; nil while it runs.
  package let conclusion: String?
  package let headSHA: CommitSHA
  /// The name of the branch in ``headRepository``.
  package let headBranch: String?
  /// Where the head is; nil when that repository was deleted.
  package let headRepository: RepositoryName?
  /// The numbers of the repository's open pull requests with this head; none for those from forks, which must be
  /// looked for by branch, see ``APIClient/openPullRequests(from:)``.
  package let pullRequests: [Int]
}

extension WorkflowRunEvent: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    action = try container.decode(String.self, forKey: .action)
    repository = try container.decode(RepositoryName.self, forKey: .repository)
    let run = try container.nestedContainer(keyedBy: RunKeys.self, forKey: .workflowRun)
    triggeringEvent = try run.decode(String.self, forKey: .event)
    conclusion = try run.decodeIfPresent(String.self, forKey: .conclusion)
    headSHA = try run.decode(CommitSHA.self, forKey: .headSHA)
    headBranch = try run.decodeIfPresent(String.self, forKey: .headBranch)
    headRepository = try run.decodeIfPresent(RepositoryName.self, forKey: .headRepository)
    // A head that is also offered to another repository comes with that pull request's number too.
    let id = try container.decode(Repository.self, forKey: .repository).id
    let pullRequests = try run.decodeIfPresent([PullRequest].self, forKey: .pullRequests) ?? []
    self.pullRequests = pullRequests.filter { $0.base.repo.id == id }.map(\.number)
  }

  private enum CodingKeys: String, CodingKey {
    case action, repository
    case workflowRun = "workflow_run"
  }

  private enum RunKeys: String, CodingKey {
    case event, conclusion
    case headSHA = "head_sha"
    case headBranch = "head_branch"
    case headRepository = "head_repository"
    case pullRequests = "pull_requests"
  }

  private struct PullRequest: Decodable {
    let number: Int
    let base: Base

    struct Base: Decodable {
      let repo: Repository
    }
  }

  private struct Repository: Decodable {
    let id: Int
  }
}
