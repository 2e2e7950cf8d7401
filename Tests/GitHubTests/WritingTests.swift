import GitHub
import GitHubServer
import HTTP
import Testing

/// The writes of the API, against the simulated GitHub and its rules.
struct WritingTests {
  private func comment(
    _ lines: ClosedRange<Int>,
    path: String = "README.md",
    side: DiffSide = .right,
    body: String = "here"
  ) -> DraftReviewComment {
    DraftReviewComment(path: path, lines: lines, side: side, body: body)
  }

  @Test func `a review is made with its comments`() async throws {
    let bench = try Bench()
    let draft = DraftReview(
      commitID: try bench.head(),
      body: "",
      comments: [comment(10...10), comment(8...11), comment(10...10, side: .left)]
    )
    let review = try await bench.client.createReview(draft, ofPullRequest: 1)
    let comments = try await bench.client.reviewComments(ofPullRequest: 1)
    #expect(review.state == "COMMENTED")
    #expect(review.user?.login == "github-actions[bot]")
    #expect(comments.map(\.reviewID) == Array(repeating: review.id, count: 3))
    #expect(comments.map(\.line) == [10, 11, 10])
    #expect(comments.map(\.startLine) == [nil, 8, nil])
    #expect(comments.map(\.side) == [.right, .right, .left])
    #expect(try await bench.client.reviews(ofPullRequest: 1) == [review])
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `a review is sent as one body`() async throws {
    let bench = try Bench()
    let head = try bench.head()
    let draft = DraftReview(commitID: head, body: "b", comments: [comment(8...11)])
    _ = try await bench.client.createReview(draft, ofPullRequest: 1)
    let body = try #require(bench.github.exchanges.first?.request.body)
    #expect(
      String(decoding: body, as: UTF8.self)
        == #"{"body":"b","comments":[{"body":"here","line":11,"path":"README.md","side":"RIGHT","#
        + #""start_line":8,"start_side":"RIGHT"}],"commit_id":"\#(head)","event":"COMMENT"}"#
    )
  }

  @Test(arguments: [
    (1...1, "README.md"), (5...8, "README.md"), (10...19, "README.md"), (22...22, "README.md"),
    (10...10, "other.md"),
  ])
  func `one comment outside of the hunks refuses the whole review`(
    lines: ClosedRange<Int>,
    path: String
  ) async throws {
    let bench = try Bench()
    let draft = DraftReview(
      commitID: try bench.head(),
      body: "b",
      comments: [comment(10...10), comment(lines, path: path)]
    )
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.createReview(draft, ofPullRequest: 1)
    }
    guard case .validationFailed = error.kind else {
      Issue.record("\(error)")
      return
    }
    #expect(!error.mayHaveTakenEffect)
    #expect(bench.github.scene.comments.isEmpty)
    #expect(bench.github.scene.reviews.isEmpty)
  }

  @Test func `a commit of another pull request is refused`() async throws {
    let bench = try Bench()
    let main = try #require(bench.github.scene.branches["main"].flatMap { CommitSHA($0) })
    let draft = DraftReview(commitID: main, body: "b", comments: [])
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.createReview(draft, ofPullRequest: 1)
    }
    #expect(
      error.kind
        == .validationFailed([
          "Unprocessable Entity", "The commitOID is not part of the pull request",
        ])
    )
  }

  @Test func `a body over the limit is refused, at the limit it is taken`() async throws {
    let bench = try Bench()
    let head = try bench.head()
    let longest = String(repeating: "x", count: DraftReview.longestBody)
    let client = bench.client
    _ = try await client.createReview(
      DraftReview(commitID: head, body: longest, comments: []),
      ofPullRequest: 1
    )
    let error = try await #require(throws: GitHubError.self) {
      try await client.createReview(
        DraftReview(commitID: head, body: longest + "x", comments: []),
        ofPullRequest: 1
      )
    }
    #expect(error.description.contains("Body is too long (maximum is 65536 characters)"))
  }

  @Test func `a single comment is made`() async throws {
    let bench = try Bench()
    let made = try await bench.client.createReviewComment(
      comment(9...10),
      at: bench.head(),
      ofPullRequest: 1
    )
    #expect(made.startLine == 9)
    #expect(bench.github.scene.comments.map(\.id) == [made.id])
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `a single comment outside of the hunks is refused with its place`() async throws {
    let bench = try Bench()
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.createReviewComment(
        comment(1...1),
        at: bench.head(),
        ofPullRequest: 1
      )
    }
    #expect(
      error.kind
        == .validationFailed([
          "Validation Failed",
          "PullRequestReviewComment.pull_request_review_thread.line: Line could not be resolved",
        ])
    )
  }

  @Test func `a review and a comment are edited`() async throws {
    let bench = try Bench()
    let draft = DraftReview(commitID: try bench.head(), body: "b", comments: [comment(10...10)])
    let review = try await bench.client.createReview(draft, ofPullRequest: 1)
    let id = try #require(bench.github.scene.comments.first?.id)
    let edited = try await bench.client.updateReview(review.id, ofPullRequest: 1, body: "new")
    let fixed = try await bench.client.updateReviewComment(id, body: "fixed")
    #expect(edited.body == "new")
    #expect(fixed.body == "fixed")
    #expect(
      bench.github.log == [
        "POST pulls/1/reviews", "PUT pulls/1/reviews/\(review.id)", "PATCH pulls/comments/\(id)",
      ]
    )
    // Two pauses of a second between three writes, less the time on the wire, which is not counted.
    #expect(bench.waited == .seconds(2))
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `a comment is deleted, and once more is not an error`() async throws {
    let bench = try Bench()
    bench.github.edit { $0.comment(by: .githubActions, line: 10, body: "x") }
    let id = try #require(bench.github.scene.comments.first?.id)
    try await bench.client.deleteReviewComment(id)
    try await bench.client.deleteReviewComment(id)
    #expect(bench.github.scene.comments.isEmpty)
    #expect(bench.github.exchanges.map(\.status) == [204, 404])
  }

  @Test func `a delete whose answer was lost is repeated and succeeds`() async throws {
    let bench = try Bench()
    bench.github.edit { $0.comment(by: .githubActions, line: 10, body: "x") }
    bench.github.fail(Fault(.dropped, method: "DELETE", takesEffect: true))
    let id = try #require(bench.github.scene.comments.first?.id)
    try await bench.client.deleteReviewComment(id)
    #expect(bench.github.exchanges.map(\.status) == [204, 404])
  }

  @Test func `a head that moved is said with both commits`() throws {
    let bench = try Bench()
    let head = try bench.head()
    bench.github.edit { _ = $0.push(["README.md": Bench.base]) }
    let error = GitHubError(
      .headMoved(expected: head, actual: try bench.head()),
      "review pull request 1 of octo/list"
    )
    #expect(
      error.description == "cannot review pull request 1 of octo/list: its head moved from c200000"
        + " to c300000; the run for the new head does it"
    )
  }

  // MARK: - Lost answers

  @Test(arguments: [true, false])
  func `a POST whose answer was lost is sent once and says so`(takesEffect: Bool) async throws {
    let bench = try Bench()
    bench.github.fail(Fault(.dropped, method: "POST", takesEffect: takesEffect))
    let draft = DraftReview(commitID: try bench.head(), body: "b", comments: [])
    _ = try await bench.client.pullRequest(1)
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.createReview(draft, ofPullRequest: 1)
    }
    #expect(error.kind == .unavailable)
    #expect(error.mayHaveTakenEffect)
    #expect(bench.github.log == ["GET pulls/1", "POST pulls/1/reviews"])
    #expect(bench.github.scene.reviews.count == (takesEffect ? 1 : 0))
  }

  @Test(arguments: [
    Fault.Answer.html(200), .html(502), .empty, .truncated, .status(500), .oversized(33 << 20),
    .reply(.init(json: ["id": "x"])),
  ])
  func `a POST with a broken answer may have taken effect`(answer: Fault.Answer) async throws {
    let bench = try Bench()
    bench.github.fail(Fault(answer, method: "POST", takesEffect: true))
    let draft = DraftReview(commitID: try bench.head(), body: "b", comments: [])
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.createReview(draft, ofPullRequest: 1)
    }
    #expect(error.mayHaveTakenEffect)
    #expect(bench.github.scene.reviews.count == 1)
    #expect(bench.github.exchanges.count == 1)
  }

  @Test(arguments: [403, 429, 422])
  func `a POST that a limit refused took no effect`(status: Int) async throws {
    let bench = try Bench()
    bench.github.fail(Fault(.secondaryLimit(status, retryAfter: 5), method: "POST"))
    let draft = DraftReview(commitID: try bench.head(), body: "b", comments: [])
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.createReview(draft, ofPullRequest: 1)
    }
    #expect(error.kind == .rateLimited)
    #expect(!error.mayHaveTakenEffect)
    _ = try await bench.client.createReview(draft, ofPullRequest: 1)
    #expect(bench.waited == .seconds(5))
  }
}
