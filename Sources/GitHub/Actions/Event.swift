/// What started a run of a workflow, as far as a reviewing bot can answer it.
package enum Event: Sendable, Hashable {
  case pullRequest(PullRequestEvent)
  case workflowRun(WorkflowRunEvent)
  case push(PushEvent)
  case issueComment(IssueCommentEvent)
  /// Any other event, by its name.
  case other(String)

  /// Reads the payload of the event with the name that `GITHUB_EVENT_NAME` gives.
  package init(name: String, payload: [UInt8]) throws(GitHubError) {
    func decode<Value: Decodable>(_ type: Value.Type) throws(GitHubError) -> Value {
      try JSON.decode(type, from: payload) { reason in
        GitHubError(.invalidEvent, "read the event '\(name)'", reason: reason)
      }
    }
    switch name {
    case "pull_request", "pull_request_target":
      self = .pullRequest(try decode(PullRequestEvent.self))
    case "workflow_run": self = .workflowRun(try decode(WorkflowRunEvent.self))
    case "push": self = .push(try decode(PushEvent.self))
    case "issue_comment": self = .issueComment(try decode(IssueCommentEvent.self))
    default: self = .other(name)
    }
  }
}
