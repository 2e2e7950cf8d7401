import Foundation
import GitHubServer
import Testing

/// The comment `/rubric add`, from the workflow that it starts to what is written.
extension RehearsalTests {
  /// A registry that knows one paper, and a runner on which a maintainer asks for it.
  private func addingRunner(below issue: Int?) throws -> Runner {
    let registries = LoopbackServer { request in
      guard request.path == "/api/query", request.query["id_list"]?.contains("2402.02207") == true
      else { return .init(status: 404) }
      return .init(
        text:
          "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><id>http://arxiv.org/abs/2402.02207v1</id><title>A New Way of Doing It</title><author><name>Ada Adams</name></author><published>2024-02-03T00:00:00Z</published></entry></feed>"
      )
    }
    servers.append(registries)
    let runner = try runner()
    runner.github.edit { $0.permissions["maintainer"] = "write" }
    runner.issueComment.body = "/rubric add 2402.02207 in General"
    runner.issueComment.login = "maintainer"
    runner.issueComment.issue = issue
    for name in ["ARXIV", "SEMANTIC_SCHOLAR", "CROSSREF", "GITHUB_API"] {
      runner.variables["RUBRIC_\(name)_URL"] = registries.url
    }
    return runner
  }

  private static let added =
    "A New Way of Doing It. arXiv'2024. [[paper](https://arxiv.org/abs/2402.02207)]"

  @Test func `a comment on an issue becomes a pull request with the entry, once`() throws {
    let runner = try addingRunner(below: 5)
    for _ in 1...2 {
      let outcome = try runner.run(Workflow("recipes/add.yml"), on: "issue_comment")
      #expect(outcome.succeeded, "\(outcome.log)")
    }
    #expect(
      writes(runner.github) == [
        "POST git/blobs", "POST git/trees", "POST git/commits", "POST git/refs", "POST pulls",
      ]
    )
    let pull = try #require(runner.github.scene.pulls[2])
    #expect(pull.body?.contains("Asked for by `maintainer` in #5.") == true)
    #expect(pull.body?.contains(Self.added) == true)
    let commit = try #require(runner.github.scene.commits[pull.heads[0]])
    #expect(commit.files["README.md"]?.contains(Self.added) == true)
    #expect(runner.github.violations == [])
  }

  @Test func `a comment on a pull request is answered with the entry to copy`() throws {
    let runner = try addingRunner(below: nil)
    let outcome = try runner.run(Workflow("recipes/add.yml"), on: "issue_comment")
    #expect(outcome.succeeded, "\(outcome.log)")
    #expect(writes(runner.github) == ["POST issues/1/comments"])
    #expect(runner.github.scene.issueComments.first?.body.contains(Self.added) == true)
    #expect(runner.github.violations == [])
  }

  @Test func `a comment of another kind starts no job that adds`() throws {
    let runner = try addingRunner(below: 5)
    runner.issueComment.body = "/rubric"
    _ = try runner.run(Workflow("recipes/add.yml"), on: "issue_comment")
    #expect(runner.github.log.isEmpty)
  }

  @Test func `a token that may not write is told what the job needs`() throws {
    let runner = try addingRunner(below: 5)
    runner.isTokenReadOnly = true
    let outcome = try runner.run(Workflow("recipes/add.yml"), on: "issue_comment")
    #expect(!outcome.succeeded)
    #expect(outcome.log.contains("contents: write, issues: write, pull-requests: write"))
  }

  @Test(arguments: ["list", "rulebook", "account", "ca-file"])
  func `no input of an answer is read by a shell`(_ name: String) throws {
    let runner = try addingRunner(below: 5)
    let pwned = runner.program.folder.appending(path: "pwned").path
    runner.inputs[name] = "$(touch '\(pwned)')`touch '\(pwned)'`\"; touch '\(pwned)'; '"
    _ = try runner.run(Workflow("recipes/add.yml"), on: "issue_comment")
    #expect(!FileManager.default.fileExists(atPath: pwned))
  }
}
