import GitHub
import GitHubServer
import HTTP
import Testing

/// What comes of refusals and of a network that fails.
struct FailureTests {
  private func failure(of bench: borrowing Bench) async throws -> GitHubError {
    let client = bench.client
    return try await #require(throws: GitHubError.self) { try await client.pullRequest(1) }
  }

  @Test(
    arguments: [
      .status(502), .status(503, headers: ["Retry-After": "2"]), .html(200), .html(500), .empty,
      .truncated, .dropped, .secondaryLimit(403), .secondaryLimit(429, retryAfter: 3),
      .secondaryLimit(422), .primaryLimit(seconds: 20),
    ] as [Fault.Answer]
  )
  func `a read survives what passes`(answer: Fault.Answer) async throws {
    let bench = try Bench()
    bench.github.fail(Fault(answer))
    #expect(try await bench.client.pullRequest(1).number == 1)
    #expect(bench.github.exchanges.count == 2)
  }

  @Test(
    arguments: [
      (.status(401, "Bad credentials"), .unauthorized),
      (.status(403, "Lock prevents review"), .forbidden),
      (.status(404, "Not Found"), .notFound), (.status(410, "Gone"), .notFound),
      (.status(418), .unavailable), (.oversized(33 << 20), .unavailable),
      (.secondaryLimit(429, retryAfter: 301), .budgetExhausted),
      (.redirect(to: "ftp://example.com/"), .unavailable),
      (.status(422, "No"), .validationFailed(["No"])),
    ] as [(Fault.Answer, GitHubError.Kind)]
  )
  func `what does not pass is an error at once`(
    answer: Fault.Answer,
    kind: GitHubError.Kind
  ) async throws {
    let bench = try Bench()
    bench.github.fail(Fault(answer))
    #expect(try await failure(of: bench).kind == kind)
    #expect(bench.github.exchanges.count == 1)
    #expect(bench.waited == .zero)
  }

  @Test func `a token without the permission says what it would take and what to do`() async throws
  {
    var scene = Scene(base: Bench.base, head: Bench.head)
    scene.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false)
    let bench = try Bench(scene, token: "ghs_reader")
    _ = try await bench.client.pullRequest(1)
    let draft = DraftReview(commitID: try bench.head(), body: "b", comments: [])
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.createReview(draft, ofPullRequest: 1)
    }
    #expect(error.kind == .resourceNotAccessible)
    #expect(
      error.description == "cannot review pull request 1 of octo/list: the token lacks the"
        + " permission: it would take 'pull_requests=write'; give the job 'permissions:"
        + " pull-requests: write, contents: read'; for pull requests from forks run it on"
        + " 'pull_request_target' or 'workflow_run' [POST /repos/octo/list/pulls/1/reviews at"
        + " http://127.0.0.1:\(bench.github.port): refused, status 403, request F00D:1:"
        + #" {"documentation_url":"https://docs.github.com/rest","message":"Resource not"#
        + #" accessible by integration","status":"403"}]"#
    )
  }

  @Test func `a token that may not even read is told the same way`() async throws {
    var scene = Scene(base: Bench.base, head: Bench.head)
    scene.tokens["ghs_none"] = Scene.Grant(canReadPulls: false)
    let bench = try Bench(scene, token: "ghs_none")
    #expect(try await failure(of: bench).kind == .resourceNotAccessible)
  }

  @Test func `a wrong token is not accepted and not shown`() async throws {
    let bench = try Bench(token: "ghp_wrongsecret")
    let error = try await failure(of: bench)
    #expect(error.kind == .unauthorized)
    #expect(!error.description.contains("wrongsecret"))
    #expect(error.description.contains("GITHUB_TOKEN"))
  }

  @Test func `a server that echoes the token does not get it into an error`() async throws {
    let bench = try Bench(token: "ghp_wrongsecret")
    bench.github.fail(Fault(.status(400, "you said ghp_wrongsecret")))
    let error = try await failure(of: bench)
    #expect(!error.description.contains("wrongsecret"))
  }

  @Test func `another host gets no token`() async throws {
    let bench = try Bench()
    let other = SimulatedGitHub(Scene(base: Bench.base, head: Bench.head))
    defer { other.stop() }
    bench.github.fail(Fault(.redirect(to: other.url + "/repos/octo/list/pulls/1")))
    _ = try await bench.client.pullRequest(1)
    #expect(other.exchanges.map { $0.request.headers["authorization"] } == [nil])
  }

  @Test func `a server that is gone is unavailable after some attempts`() async throws {
    let bench = try Bench()
    bench.github.stop()
    let error = try await failure(of: bench)
    #expect(error.kind == .unavailable)
    #expect(error.cause?.kind == .unreachable)
    #expect(bench.waited == .seconds(15))
  }

  @Test func `an unchanged answer is not sent twice`() async throws {
    let bench = try Bench()
    let first = try await bench.client.pullRequest(1)
    let second = try await bench.client.pullRequest(1)
    #expect(first == second)
    #expect(bench.github.exchanges.map(\.status) == [200, 304])
  }
}
