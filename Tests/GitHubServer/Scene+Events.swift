extension Scene {
  /// What somebody wrote below an issue or a pull request.
  package struct EventComment: Sendable {
    package var body = "/rubric"
    /// Who wrote it; nil for the pull request's author.
    package var login: String?
    /// The issue below which it stands; nil for the pull request.
    package var issue: Int?

    package init() {}
  }

  /// The payload of an event as GitHub would deliver it now, as far as clients read it.
  ///
  /// `name` is one of `pull_request`, `pull_request_target`, `workflow_run`, `issue_comment` and `push`; the first
  /// four are about a pull request, the last is about its head, come to the branch that it was for.
  package func event(
    _ name: String,
    pull number: Int = 1,
    comment: EventComment = EventComment()
  ) -> JSON {
    guard let pull = pulls[number], let head = pull.heads.last, let base = branches[pull.baseRef]
    else { preconditionFailure("pull request \(number) is in the scene") }
    let repository: JSON = [
      "id": 1, "full_name": .string(self.repository), "default_branch": "main",
    ]
    let headRepository: JSON = pull.headRepository.map { ["full_name": .string($0)] } ?? nil
    switch name {
    case "schedule": return ["schedule": "23 4 * * 1", "repository": repository]
    case "push":
      return [
        "ref": .string("refs/heads/\(pull.baseRef)"), "before": .string(base),
        "after": .string(head), "forced": false, "repository": repository,
      ]
    case "workflow_run":
      let isFork = pull.headRepository != self.repository
      let known: JSON = ["number": .number(number), "base": ["repo": ["id": 1]]]
      return [
        "action": "completed", "repository": repository,
        "workflow_run": [
          "event": "pull_request", "conclusion": "failure", "head_sha": .string(head),
          "head_branch": .string(pull.headRef), "head_repository": headRepository,
          "pull_requests": .array(isFork ? [] : [known]),
        ],
      ]
    case "issue_comment":
      let author: JSON = ["id": .number(pull.author.id), "login": .string(pull.author.login)]
      let isMember = comment.login != nil
      var issue: JSON = [
        "number": .number(comment.issue ?? number), "user": author,
        "state": .string(pull.state),
      ]
      if comment.issue == nil {
        let url = JSON.string("https://api.github.example/pulls/\(number)")
        issue = issue.adding("pull_request", ["url": url])
      }
      return [
        "action": "created", "repository": repository, "issue": issue,
        "comment": [
          "id": 1, "body": .string(comment.body),
          "user": comment.login.map { ["id": 8, "login": .string($0)] } ?? author,
          "author_association": isMember ? "MEMBER" : "CONTRIBUTOR",
        ],
      ]
    default:
      return [
        "action": "opened", "number": .number(number), "repository": repository,
        "pull_request": [
          "number": .number(number), "title": .string(pull.title), "state": .string(pull.state),
          "draft": .bool(pull.isDraft), "updated_at": "2026-01-01T00:00:00Z",
          "user": ["id": .number(pull.author.id), "login": .string(pull.author.login)],
          "head": [
            "ref": .string(pull.headRef), "sha": .string(head), "repo": headRepository,
          ],
          "base": ["ref": .string(pull.baseRef), "sha": .string(base), "repo": repository],
        ],
      ]
    }
  }
}
