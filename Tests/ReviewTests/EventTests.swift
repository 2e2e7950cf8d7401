import GitHubServer
import Review
import Testing

/// What each event brings about.
@Suite(.serialized) struct EventTests {
  private let scene = Scene(base: List.text(), head: List.text(adding: List.faulty))
  private static let repository: JSON = [
    "id": 1, "full_name": "octo/list", "default_branch": "main",
  ]

  @Test func `a draft is shown, not posted, until somebody asks`() async throws {
    var scene = scene
    scene.pulls[1]?.isDraft = true
    let bench = Bench(scene)
    let outcome = try await bench.run()
    #expect(bench.counts().writes == 0)
    #expect(outcome.summary?.annotations.count == 3)
    _ = try await bench.run(asked: 1)
    #expect(bench.comments.count == 3)
  }

  @Test func `a closed pull request is left alone`() async throws {
    var scene = scene
    scene.pulls[1]?.state = "closed"
    let bench = Bench(scene)
    _ = try await bench.run()
    _ = try await bench.run(asked: 1)
    #expect(bench.counts().writes == 0)
  }

  @Test func `a pull request whose fork is gone is reviewed`() async throws {
    var scene = scene
    scene.pulls[1]?.headRepository = nil
    let bench = Bench(scene)
    _ = try await bench.run(asked: 1)
    #expect(bench.comments.count == 3)
  }

  @Test func `another base is another diff; other words are not`() async throws {
    let bench = Bench(scene)
    var payload = bench.pullRequestEvent(action: "edited")
    _ = try await bench.run(event: ("pull_request", payload))
    #expect(bench.github.exchanges.isEmpty)
    if case .object(var fields) = payload {
      fields["changes"] = ["base": ["sha": ["from": .string(String(repeating: "a", count: 40))]]]
      payload = .object(fields)
    }
    _ = try await bench.run(event: ("pull_request_target", payload))
    #expect(bench.comments.count == 3)
  }

  private func workflowRun(head: String, pullRequests: JSON = []) -> JSON {
    [
      "action": "completed", "repository": Self.repository,
      "workflow_run": [
        "event": "pull_request", "head_sha": .string(head), "head_branch": "patch-1",
        "head_repository": ["full_name": "octo/list"], "pull_requests": pullRequests,
      ],
    ]
  }

  @Test func `the run after another finds the pull request by its head`() async throws {
    let bench = Bench(scene)
    let head = try #require(bench.github.scene.pulls[1]?.heads.last)
    _ = try await bench.run(event: ("workflow_run", workflowRun(head: head)))
    #expect(bench.comments.count == 3)
  }

  @Test func `after another's run a pull request whose fork is gone is found, too`() async throws {
    var scene = scene
    scene.pulls[1]?.headRepository = nil
    let bench = Bench(scene)
    let head = try #require(bench.github.scene.pulls[1]?.heads.last)
    guard case .object(var event) = workflowRun(head: head),
      case .object(var run) = event["workflow_run"]
    else {
      Issue.record("the event is an object")
      return
    }
    run["head_repository"] = .null
    event["workflow_run"] = .object(run)
    _ = try await bench.run(event: ("workflow_run", .object(event)))
    #expect(bench.comments.count == 3)
  }

  @Test func `a pull request of another head is not the one`() async throws {
    let bench = Bench(scene)
    let other = String(repeating: "b", count: 40)
    let event = workflowRun(
      head: other,
      pullRequests: [["number": 1, "base": ["repo": ["id": 1]]]]
    )
    let outcome = try await bench.run(event: ("workflow_run", event))
    #expect(bench.counts().writes == 0)
    #expect(outcome.report == nil)
  }

  @Test func `a push is shown in the job and written nowhere`() async throws {
    let bench = Bench(scene)
    let head = try #require(bench.github.scene.pulls[1]?.heads.last)
    let base = try #require(bench.github.scene.branches["main"])
    let event: JSON = [
      "ref": "refs/heads/main", "before": .string(base), "after": .string(head),
      "repository": Self.repository,
    ]
    let outcome = try await bench.run(event: ("push", event))
    #expect(bench.counts().requests == 3)
    #expect(bench.counts().writes == 0)
    #expect(outcome.summary?.annotations.count == 3)
    for line in List.sound { #expect(outcome.summary?.markdown.contains(line) == true) }
  }

  @Test func `a push of a new branch, or of none, is nothing`() async throws {
    let bench = Bench(scene)
    let null = String(repeating: "0", count: 40)
    for (before, after) in [
      (null, String(repeating: "a", count: 40)), (String(repeating: "a", count: 40), null),
    ] {
      let event: JSON = [
        "ref": "refs/heads/x", "before": .string(before), "after": .string(after),
        "repository": Self.repository,
      ]
      let outcome = try await bench.run(event: ("push", event))
      #expect(outcome.report == nil)
    }
    #expect(bench.github.exchanges.isEmpty)
  }

  @Test(arguments: [
    ("contributor", 7, "/rubric", 3), ("maintainer", 9, "/rubric please", 3),
    ("passer-by", 10, "/rubric", 0),
    ("nobody", 11, "/rubric", 0), ("owner", 12, "/rubric", 3),
    ("contributor", 7, "what does /rubric do?", 0),
    ("contributor", 7, "/rubrics", 0),
  ])
  func `a command is obeyed from those who may give it`(
    login: String,
    id: Int,
    text: String,
    comments: Int
  ) async throws {
    var scene = scene
    scene.permissions["maintainer"] = "write"
    let bench = Bench(scene)
    bench.github.fail(Fault(.status(404, "Not Found"), path: "/collaborators/nobody/"))
    let event: JSON = [
      "action": "created", "repository": Self.repository,
      "issue": [
        "number": 1, "state": "open", "user": ["id": 7, "login": "contributor"],
        "pull_request": [:],
      ],
      "comment": [
        "id": 5, "body": .string(text), "user": ["id": .number(id), "login": .string(login)],
        "author_association": login == "owner" ? "OWNER" : "NONE",
      ],
    ]
    _ = try await bench.run(event: ("issue_comment", event))
    #expect(bench.comments.count == comments)
  }

  @Test func `an event about something else is nothing`() async throws {
    let bench = Bench(scene)
    let outcome = try await bench.run(event: ("schedule", [:]))
    #expect(outcome.report == nil)
    #expect(bench.github.exchanges.isEmpty)
  }
}
