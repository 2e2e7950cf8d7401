import FoundationEssentials
import GitHub
import HTTP
import Testing

/// What is read from the payloads of events; they are GitHub's examples, shortened.
struct EventTests {
  private func event(_ name: String, _ file: String) throws -> Event {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Payloads/\(file).json"))
    return try Event(name: name, payload: Array(data))
  }

  private func pullRequestEvent(
    _ file: String,
    _ name: String = "pull_request"
  ) throws -> PullRequestEvent {
    guard case .pullRequest(let event) = try event(name, file) else {
      throw GitHubError(.invalidEvent, "read a pull request event")
    }
    return event
  }

  @Test(arguments: ["pull_request", "pull_request_target"])
  func `a pull request from a fork is read`(name: String) throws {
    let event = try pullRequestEvent("pull_request.opened.fork", name)
    let pull = event.pullRequest
    #expect(event.action == "opened")
    #expect(event.repository.description == "Codertocat/Hello-World")
    #expect(pull.number == 2)
    #expect(pull.head.sha.text == "ec26c3e57ca3a959ca5aad62de7213c562f8c821")
    #expect(pull.base.sha.text == "f95f852bd8fca8fcc58a9a2d6c842781e32a215e")
    #expect(pull.head.repository?.description == "hacktocat/Hello-World")
    #expect(pull.head.ref == "changes")
    #expect(pull.head.repository != pull.base.repository)
    #expect(pull.isOpen)
    #expect(!pull.isDraft)
    #expect(pull.user?.login == "hacktocat")
    #expect(pull.authorAssociation?.rawValue == "FIRST_TIME_CONTRIBUTOR")
    #expect(event.previousBase == nil)
  }

  @Test func `a pull request of the repository itself is not a fork's`() throws {
    let event = try pullRequestEvent("pull_request.synchronize")
    #expect(event.action == "synchronize")
    #expect(event.pullRequest.head.repository == event.pullRequest.base.repository)
  }

  @Test func `a deleted fork leaves no repository`() throws {
    let pull = try pullRequestEvent("pull_request.opened.fork-deleted").pullRequest
    #expect(pull.head.repository == nil)
    #expect(pull.head.repository != pull.base.repository)
  }

  @Test func `a pull request without a description is read`() throws {
    #expect(try pullRequestEvent("pull_request.opened.null-body").action == "opened")
  }

  @Test func `another base is told from another title`() throws {
    let base = try pullRequestEvent("pull_request.edited.base")
    #expect(base.previousBase?.text == "f95f852bd8fca8fcc58a9a2d6c842781e32a215e")
    #expect(try pullRequestEvent("pull_request.edited.title-body").previousBase == nil)
  }

  @Test func `a run for a fork names no pull request but branch and head`() throws {
    guard
      case .workflowRun(let event) = try event("workflow_run", "workflow_run.completed.fork-pr")
    else {
      Issue.record("not a workflow run")
      return
    }
    #expect(event.pullRequests.isEmpty)
    #expect(event.triggeringEvent == "pull_request")
    #expect(event.headRepository?.owner == "hacktocat")
    #expect(event.headBranch == "changes")
    #expect(event.headSHA.text == "ec26c3e57ca3a959ca5aad62de7213c562f8c821")
    #expect(event.conclusion == "success")
    #expect(event.repository.description == "octo-org/octo-repo")
  }

  @Test func `a run names only pull requests of its own repository`() throws {
    // In this example the pull request belongs to another one.
    guard
      case .workflowRun(let event) = try event(
        "workflow_run",
        "workflow_run.completed.with-pull-requests"
      )
    else {
      Issue.record("not a workflow run")
      return
    }
    #expect(event.pullRequests.isEmpty)
  }

  @Test func `a run for a branch of the repository names its pull requests`() throws {
    let payload = #"""
      {"action": "completed", "repository": {"id": 1, "full_name": "octo/list"},
       "workflow_run": {"event": "pull_request", "conclusion": null, "head_branch": "patch-1",
        "head_sha": "\#(String(repeating: "a", count: 40))", "head_repository": null,
        "pull_requests": [{"number": 7, "base": {"repo": {"id": 1}}},
                          {"number": 8, "base": {"repo": {"id": 2}}}]}}
      """#
    let event = try Event(name: "workflow_run", payload: Array(payload.utf8))
    guard case .workflowRun(let run) = event else {
      Issue.record("not a workflow run")
      return
    }
    #expect(run.pullRequests == [7])
    #expect(run.conclusion == nil)
    #expect(run.headRepository == nil)
  }

  @Test func `a push is read`() throws {
    guard case .push(let event) = try event("push", "push") else {
      Issue.record("not a push")
      return
    }
    #expect(event.branch == "main")
    #expect(event.defaultBranch == "main")
    #expect(event.before?.abbreviated == "6113728")
    #expect(event.after?.abbreviated == "ec26c3e")
    #expect(event.isForced)
  }

  @Test func `a new branch has no commit before, a deleted one none after, a tag no branch`() throws
  {
    let payload = #"""
      {"ref": "refs/tags/v1", "before": "\#(String(repeating: "0", count: 40))",
       "after": "\#(String(repeating: "0", count: 40))",
       "repository": {"full_name": "octo/list", "default_branch": "main"}}
      """#
    guard case .push(let event) = try Event(name: "push", payload: Array(payload.utf8)) else {
      Issue.record("not a push")
      return
    }
    #expect(event.before == nil)
    #expect(event.after == nil)
    #expect(event.branch == nil)
  }

  @Test func `a comment on a pull request is told from one on an issue`() throws {
    guard
      case .issueComment(let pull) = try event(
        "issue_comment",
        "issue_comment.created.on-pull-request"
      ),
      case .issueComment(let issue) = try event("issue_comment", "issue_comment.created")
    else {
      Issue.record("not a comment")
      return
    }
    #expect(pull.isPullRequest)
    #expect(pull.number == 1)
    #expect(pull.state == "open")
    #expect(pull.isByAuthor)
    #expect(pull.commenterAssociation == .owner)
    #expect(pull.arguments(of: "/awesome") == ["recheck"])
    #expect(pull.arguments(of: "/rubric") == nil)
    #expect(!issue.isPullRequest)
  }

  @Test(
    arguments: [
      ("/rubric", []), ("/rubric again\nplease", ["again"]), ("/rubric\r\nplease", []),
      (" /rubric", nil), ("/rubrics", nil), ("see /rubric", nil), ("> /rubric", nil), ("", nil),
    ] as [(String, [String]?)]
  )
  func `a command is the first word of a comment`(body: String, arguments: [String]?) throws {
    let encoded = try String(decoding: JSONEncoder().encode(body), as: UTF8.self)
    let payload = """
      {"action": "created", "repository": {"full_name": "octo/list"},
       "issue": {"number": 1, "state": "open", "user": null, "pull_request": {}},
       "comment": {"id": 1, "body": \(encoded), "user": null}}
      """
    guard
      case .issueComment(let event) = try Event(
        name: "issue_comment",
        payload: Array(payload.utf8)
      )
    else {
      Issue.record("not a comment")
      return
    }
    #expect(event.arguments(of: "/rubric") == arguments)
    // Two deleted accounts are not the same person.
    #expect(!event.isByAuthor)
  }

  @Test func `other events keep their name`() throws {
    #expect(try Event(name: "schedule", payload: []) == .other("schedule"))
  }

  @Test func `a payload that lacks something says what`() throws {
    let payload = Array(#"{"action": "opened", "repository": {"full_name": "nonsense"}}"#.utf8)
    let wrong = #expect(throws: GitHubError.self) {
      try Event(name: "pull_request", payload: payload)
    }
    #expect(
      wrong?.description == "cannot read the event 'pull_request': the event is not as GitHub"
        + " describes it: 'repository.full_name' is not of the form owner/name"
    )
    let empty = #expect(throws: GitHubError.self) { try Event(name: "push", payload: []) }
    #expect(empty?.reason == "not JSON")
  }
}

/// What is read from the environment of a step.
struct ActionsEnvironmentTests {
  @Test func `the variables of a step are read`() throws {
    let environment = try ActionsEnvironment([
      "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": "/e.json",
      "GITHUB_REPOSITORY": "octo/list", "GITHUB_API_URL": "https://ghe.example.com/api/v3",
      "GITHUB_SERVER_URL": "https://ghe.example.com", "GITHUB_WORKSPACE": "/w",
      "GITHUB_STEP_SUMMARY": "/s", "GITHUB_OUTPUT": "/o", "GITHUB_TOKEN": "ghs_x\n",
    ])
    #expect(environment.isActions)
    #expect(environment.repository?.description == "octo/list")
    #expect(environment.api.description == "https://ghe.example.com/api/v3")
    #expect(environment.server.description == "https://ghe.example.com/")
    #expect(environment.workspace == "/w")
    #expect(environment.stepSummaryPath == "/s")
    #expect(environment.outputPath == "/o")
    #expect(environment.token?.secret == "ghs_x")
  }

  @Test func `outside of Actions there is GitHub itself and nothing else`() throws {
    let environment = try ActionsEnvironment(["GITHUB_TOKEN": "", "GITHUB_REPOSITORY": ""])
    #expect(!environment.isActions)
    #expect(environment.api.description == "https://api.github.com/")
    #expect(environment.server.description == "https://github.com/")
    #expect(environment.token == nil)
    #expect(environment.repository == nil)
    let error = #expect(throws: GitHubError.self) { try environment.event() }
    #expect(error?.kind == .invalidEnvironment)
  }

  @Test(arguments: [
    ("GITHUB_REPOSITORY", "list"), ("GITHUB_REPOSITORY", "a/b/c"), ("GITHUB_REPOSITORY", "../.."),
    ("GITHUB_API_URL", "api.github.com"), ("GITHUB_TOKEN", "two words"),
  ])
  func `a variable that makes no sense is named, and its value is not`(
    name: String,
    value: String
  ) {
    let error = #expect(throws: GitHubError.self) { try ActionsEnvironment([name: value]) }
    #expect(error?.kind == .invalidEnvironment)
    #expect(error?.description.contains(name) == true)
    #expect(error?.description.contains(value) == false)
  }

  @Test func `the event is read from its file`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "event-\(UUID()).json")
    try Data("{}".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let environment = try ActionsEnvironment([
      "GITHUB_EVENT_NAME": "schedule", "GITHUB_EVENT_PATH": file.path,
    ])
    #expect(try environment.event() == .other("schedule"))
  }

  @Test func `an event's file that is not there is an error`() throws {
    let environment = try ActionsEnvironment([
      "GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": "/nowhere/event.json",
    ])
    let error = #expect(throws: GitHubError.self) { try environment.event() }
    #expect(error?.kind == .invalidEnvironment)
    #expect(error?.description.contains("/nowhere/event.json") == true)
  }
}
