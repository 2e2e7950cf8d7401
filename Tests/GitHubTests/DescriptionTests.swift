import GitHub
import GitHubServer
import HTTP
import Testing

/// Every call against GitHub's own description: what is sent fits it, and its example is understood.
struct DescriptionTests {
  /// Makes the call of an operation.
  private func call(_ id: String, _ bench: borrowing Bench) async throws {
    let client = bench.client
    let head = try bench.head()
    let comment = DraftReviewComment(path: "README.md", lines: 8...10, body: "here")
    switch id {
    case "pulls/get": _ = try await client.pullRequest(1)
    case "pulls/list": _ = try await client.openPullRequests(from: "octo:patch-1")
    case "pulls/list-files": _ = try await client.files(ofPullRequest: 1)
    case "pulls/list-reviews": _ = try await client.reviews(ofPullRequest: 1)
    case "pulls/list-review-comments": _ = try await client.reviewComments(ofPullRequest: 1)
    case "pulls/create-review":
      let draft = DraftReview(commitID: head, body: "b", comments: [comment])
      _ = try await client.createReview(draft, ofPullRequest: 1)
    case "pulls/create-review-comment":
      _ = try await client.createReviewComment(comment, at: head, ofPullRequest: 1)
    case "pulls/update-review":
      try await client.updateReview(80, ofPullRequest: 1, body: "b")
    case "pulls/update-review-comment": try await client.updateReviewComment(80, body: "b")
    case "pulls/delete-review-comment": try await client.deleteReviewComment(80)
    case "repos/compare-commits": _ = try await client.comparison(of: head, with: head)
    case "repos/get-content": _ = try await client.contents(of: "docs/a b.md", at: head)
    case "pulls/create":
      let draft = DraftPullRequest(title: "t", body: "b", head: "rubric/sweep", base: "main")
      _ = try await client.createPullRequest(draft)
    case "pulls/update":
      try await client.updatePullRequest(1, title: "t", body: "b", isClosing: true)
    case "issues/list-comments": _ = try await client.comments(onIssue: 1)
    case "issues/create-comment": _ = try await client.createComment("b", onIssue: 1)
    case "repos/get": _ = try await client.defaultBranch()
    case "repos/get-branch": _ = try await client.branch("release/1")
    case "git/create-blob": _ = try await client.createBlob(Array("text".utf8))
    case "git/create-tree":
      let file = GitTree.File(path: "a.md", mode: "100644", sha: head.text)
      _ = try await client.createTree(of: [file], onto: head.text)
    case "git/create-commit":
      _ = try await client.createCommit("m", tree: head.text, parents: [head])
    case "git/create-ref": try await client.createBranch("rubric/sweep", at: head)
    case "git/get-commit": _ = try await client.commit(head)
    case "git/get-ref": _ = try await client.head(ofBranch: "rubric/sweep")
    case "git/get-tree": _ = try await client.tree(head.text)
    case "git/update-ref": try await client.advanceBranch("rubric/sweep", to: head)
    case "users/get-authenticated": _ = try await client.account()
    default: Issue.record("no call for \(id)")
    }
  }

  @Test func `the description is there`() {
    #expect(Description.github.operations.count == 27)
  }

  @Test(arguments: Description.github.operations.map(\.id))
  func `a call fits its description`(id: String) async throws {
    let bench = try Bench(token: "opaque")
    let operation = try #require(Description.github.operations.first { $0.id == id })
    bench.github.fail(
      Fault(
        .reply(
          operation.example.map { LoopbackServer.Reply(status: operation.status, json: $0) }
            ?? LoopbackServer.Reply(status: operation.status)
        )
      )
    )
    try await call(id, bench)
    let request = try #require(bench.github.exchanges.first?.request)
    #expect(bench.github.exchanges.count == 1)
    #expect(Description.github.operation(request.method, request.segments)?.id == id)
    #expect(Description.github.mismatch(of: request, operation) == nil)
  }

  @Test(arguments: [
    (#"{"event": "COMMENT", "comments": [{"path": "a", "body": "b"}]}"#, nil),
    (#"{"event": "comment"}"#, "body.event is string(\"comment\")"),
    (#"{"comments": [{"path": "a"}]}"#, "body.comments[].body is missing"),
    (#"{"comments": [{"path": "a", "body": "b", "to": 3}]}"#, "body.comments[].to is unknown"),
    (#"{"body": 1}"#, "body.body is not string"), ("{", "a body that is not JSON"),
  ])
  func `what does not fit is told`(body: String, mismatch: String?) async throws {
    let operation = try #require(
      Description.github.operations.first { $0.id == "pulls/create-review" }
    )
    let request = LoopbackServer.Request(
      method: "POST",
      target: "/repos/octo/list/pulls/1/reviews",
      body: Array(body.utf8)
    )
    #expect(Description.github.mismatch(of: request, operation) == mismatch)
  }

  @Test func `the examples are read as what they say`() async throws {
    let bench = try Bench()
    for id in ["pulls/get", "repos/compare-commits"] {
      let operation = try #require(Description.github.operations.first { $0.id == id })
      bench.github.fail(
        Fault(.reply(.init(json: try #require(operation.example))))
      )
    }
    let pull = try await bench.client.pullRequest(1347)
    #expect(pull.number == 1347)
    #expect(pull.head.ref == "new-topic")
    #expect(pull.base.repository?.description == "octocat/Hello-World")
    let comparison = try await bench.client.comparison(of: pull.base.sha, with: pull.head.sha)
    #expect(comparison.mergeBase.text == "6dcb09b5b57875f334f61aebed695e2e4193db5e")
  }
}
