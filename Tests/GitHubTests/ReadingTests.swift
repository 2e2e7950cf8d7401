import GitHub
import GitHubServer
import HTTP
import Testing

/// The reads of the API, against the simulated GitHub.
struct ReadingTests {
  private let reader = Scene.Account(id: 9, login: "reader")

  @Test func `a pull request is read`() async throws {
    let bench = try Bench()
    let pull = try await bench.client.pullRequest(1)
    #expect(pull.number == 1)
    #expect(pull.head.sha == (try bench.head()))
    #expect(pull.head.ref == "patch-1")
    #expect(pull.base.ref == "main")
    #expect(pull.isOpen)
    #expect(pull.head.repository == pull.base.repository)
    #expect(bench.github.log == ["GET pulls/1"])
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `a pull request whose fork is deleted is read`() async throws {
    var scene = Scene(base: Bench.base, head: Bench.head)
    scene.pulls[1]?.headRepository = nil
    let bench = try Bench(scene)
    let pull = try await bench.client.pullRequest(1)
    #expect(pull.head.repository == nil)
    #expect(pull.head.repository != pull.base.repository)
  }

  @Test func `requests carry what GitHub asks for`() async throws {
    let bench = try Bench()
    _ = try await bench.client.pullRequest(1)
    let headers = try #require(bench.github.exchanges.first?.request.headers)
    #expect(headers["accept"] == "application/vnd.github+json")
    #expect(headers["x-github-api-version"] == "2022-11-28")
    #expect(headers["authorization"] == "Bearer ghs_writer")
    #expect(headers["user-agent"] == "rubric/1.0")
  }

  @Test func `without a token nothing is authorized`() async throws {
    let bench = try Bench(token: nil)
    _ = try await bench.client.pullRequest(1)
    #expect(bench.github.exchanges.first?.request.headers["authorization"] == nil)
  }

  @Test func `files come with their patches`() async throws {
    let bench = try Bench()
    let file = try #require(try await bench.client.files(ofPullRequest: 1).first)
    #expect(file.filename == "README.md")
    #expect(file.status == "modified")
    #expect(
      file.patch == """
        @@ -7,7 +7,7 @@
         line 7
         line 8
         line 9
        -line 10
        +line ten
         line 11
         line 12
         line 13
        @@ -18,3 +18,4 @@
         line 18
         line 19
         line 20
        +line 21
        """
    )
  }

  @Test func `pages are followed as linked, and each element counts once`() async throws {
    let bench = try Bench()
    bench.github.edit { scene in
      for number in 1...7 { scene.comment(by: reader, line: 10, body: "\(number)") }
    }
    bench.github.limitPages(to: 3)
    // While the second page is read, the first comment goes and a new one comes.
    bench.github.edit(afterRequests: 1) { scene in
      scene.comments.insert(scene.comments[2], at: 0)
    }
    let comments = try await bench.client.reviewComments(ofPullRequest: 1)
    #expect(comments.map(\.body).sorted() == ["1", "2", "3", "4", "5", "6", "7"])
    // Several pages are read until they read the same twice.
    let pages = bench.github.exchanges.count / 3
    #expect((2...4).contains(pages))
    #expect(
      bench.github.exchanges.map(\.request.target)
        == [[String]](
          repeating: [
            "/repos/octo/list/pulls/1/comments?per_page=100",
            "/repositories/1/pulls/1/comments?page=2&per_page=100",
            "/repositories/1/pulls/1/comments?page=3&per_page=100",
          ],
          count: pages
        )
        .flatMap(\.self)
    )
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `a next page at another host is not asked for`() async throws {
    let bench = try Bench()
    let other = LoopbackServer { _ in LoopbackServer.Reply(json: []) }
    defer { other.stop() }
    let link = ["Link": "<\(other.url)/page2>; rel=\"next\""]
    bench.github.fail(Fault(.reply(.init(headers: link, json: []))))
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.reviews(ofPullRequest: 1)
    }
    #expect(error.kind == .unexpectedAnswer)
    #expect(other.connections == 0)
  }

  @Test func `an outdated comment has no line`() async throws {
    let bench = try Bench()
    bench.github.edit { scene in
      scene.comment(by: reader, line: 10, body: "here")
      scene.push(["README.md": Bench.base])
    }
    let comment = try #require(try await bench.client.reviewComments(ofPullRequest: 1).first)
    #expect(comment.line == nil)
    #expect(comment.originalLine == 10)
  }

  @Test func `a comment moves along with its line`() async throws {
    let bench = try Bench()
    bench.github.edit { scene in
      scene.comment(by: reader, line: 10, body: "here")
      scene.push(["README.md": "line 0\n" + Bench.head])
    }
    let comment = try #require(try await bench.client.reviewComments(ofPullRequest: 1).first)
    #expect(comment.line == 11)
    #expect(comment.commitID == (try bench.head()))
  }

  @Test func `a comment of a deleted account has no author`() async throws {
    let bench = try Bench()
    let body = """
      [{"id": 4294967297, "path": "a", "body": "b", "user": null, "line": null,
        "commit_id": "\(String(repeating: "a", count: 40))", "new_key": {}}]
      """
    bench.github.fail(Fault(.reply(.init(text: body))))
    let comment = try #require(try await bench.client.reviewComments(ofPullRequest: 1).first)
    #expect(comment.id == 4_294_967_297)
    #expect(comment.user == nil)
    #expect(!Account.githubActions.isAuthor(comment.user))
  }

  @Test func `a review without a text has an empty one`() async throws {
    let bench = try Bench()
    let body = #"[{"id": 1, "body": null, "state": "APPROVED", "user": null, "commit_id": null}]"#
    bench.github.fail(Fault(.reply(.init(text: body))))
    #expect(try await bench.client.reviews(ofPullRequest: 1).map(\.body) == [""])
  }

  @Test(arguments: 1...4)
  func `what goes while one reads pulls nothing past the reader`(requests: Int) async throws {
    let bench = try Bench()
    bench.github.limitPages(to: 2)
    bench.github.edit { scene in
      for line in 8...14 { scene.comment(by: reader, line: line, body: "\(line)") }
    }
    bench.github.edit(afterRequests: requests) { $0.comments.removeFirst() }
    let comments = try await bench.client.reviewComments(ofPullRequest: 1)
    #expect(comments.map(\.body) == (9...14).map { "\($0)" })
  }

  @Test func `an answer that lacks something says what and where`() async throws {
    let bench = try Bench()
    bench.github.fail(Fault(.reply(.init(text: #"[{"id": 1, "body": "a"}]"#))))
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.reviewComments(ofPullRequest: 1)
    }
    #expect(
      error.description == "cannot list the review comments of pull request 1 of octo/list: the"
        + " answer is not as GitHub describes it: '[0].path' is missing"
    )
  }

  @Test func `two commits part at their merge base`() async throws {
    let bench = try Bench()
    var root = ""
    bench.github.edit { scene in
      root = scene.branches["main"] ?? ""
      scene.branches["main"] = scene.addCommit(parents: [root], files: [:])
    }
    let tip = try #require(bench.github.scene.branches["main"].flatMap { CommitSHA($0) })
    let comparison = try await bench.client.comparison(of: tip, with: bench.head())
    #expect(comparison.mergeBase.text == root)
    #expect(comparison.status == "diverged")
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `open pull requests are found by owner and branch`() async throws {
    var scene = Scene(base: Bench.base, head: Bench.head)
    scene.pulls[1]?.headRepository = "contributor/list"
    let bench = try Bench(scene)
    let client = bench.client
    #expect(
      try await client.openPullRequests(from: "contributor:patch-1").map(\.number) == [1]
    )
    #expect(try await client.openPullRequests(from: "octo:patch-1").isEmpty)
    #expect(bench.github.violations.isEmpty)
  }

  // MARK: - Contents

  @Test(arguments: ["", "# Ünï\r\n", String(repeating: "0123456789", count: 200_000)])
  func `a file is read byte for byte`(text: String) async throws {
    let bench = try Bench(Scene(base: Bench.base, head: text, path: "docs/a b#?.md"))
    let contents = try await bench.client.contents(of: "docs/a b#?.md", at: bench.head())
    #expect(contents.bytes == Array(text.utf8))
    #expect(bench.github.exchanges.count == (text.utf8.count > 1 << 20 ? 2 : 1))
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `a folder is not a file`() async throws {
    let bench = try Bench(Scene(base: Bench.base, head: Bench.head, path: "docs/list.md"))
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.contents(of: "docs", at: bench.head())
    }
    #expect(error.kind == .notAFile)
    #expect(error.reason == "it is a folder")
  }

  @Test(arguments: ["../secrets", "a/../b", "", "/etc/passwd", "a//b", "."])
  func `a path that no tree can have is not asked for`(path: String) async throws {
    let bench = try Bench()
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.contents(of: path, at: bench.head())
    }
    #expect(error.kind == .notFound)
    #expect(bench.github.exchanges.isEmpty)
  }

  @Test func `a large file that comes short is an error`() async throws {
    let text = String(repeating: "x", count: 2 << 20)
    let bench = try Bench(Scene(base: Bench.base, head: text))
    bench.github.fail(Fault(.reply(.init(text: "xxx")), skipping: 1))
    let error = try await #require(throws: GitHubError.self) {
      try await bench.client.contents(of: "README.md", at: bench.head())
    }
    #expect(error.reason == "3 bytes of 2097152")
  }

  // MARK: - Accounts

  @Test func `the token of an installation is that of Actions, without asking`() async throws {
    let bench = try Bench()
    #expect(try await bench.client.account() == .githubActions)
    #expect(bench.github.exchanges.isEmpty)
  }

  @Test func `a token that may not ask is that of Actions`() async throws {
    var scene = Scene(base: Bench.base, head: Bench.head)
    scene.tokens["opaque"] = Scene.Grant()
    let bench = try Bench(scene, token: "opaque")
    #expect(try await bench.client.account() == .githubActions)
  }

  @Test func `a person's token says whose it is`() async throws {
    var scene = Scene(base: Bench.base, head: Bench.head)
    scene.tokens["ghp_x"] = Scene.Grant(account: reader, isInstallation: false)
    let bench = try Bench(scene, token: "ghp_x")
    let account = try await bench.client.account()
    #expect(account == Account(login: "reader", isBot: false))
    #expect(account.isAuthor(User(id: 9, login: "Reader", type: "User")))
  }

  @Test func `only a bot of that login is the bot`() {
    let account = Account.githubActions
    #expect(account.isAuthor(User(id: 1, login: "github-actions[bot]", type: "Bot")))
    #expect(!account.isAuthor(User(id: 1, login: "github-actions[bot]", type: "User")))
    #expect(!account.isAuthor(User(id: 1, login: "github-actions", type: "Bot")))
  }

  @Test(arguments: [("admin", true), ("write", true), ("read", false), ("none", false)])
  func `a permission says who may write`(permission: String, canWrite: Bool) async throws {
    var scene = Scene(base: Bench.base, head: Bench.head)
    scene.permissions["reader"] = permission
    let bench = try Bench(scene)
    #expect(try await bench.client.permission(of: "reader").canWrite == canWrite)
  }
}
