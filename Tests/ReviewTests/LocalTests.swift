import Foundation
import Git
import GitHub
import GitHubServer
import Review
import Testing

/// Objects from a repository on this machine.
@Suite(.serialized) struct LocalTests {
  @Test func `with the objects at hand a first review takes five requests`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let bench = Bench(clone.scene)
    _ = try await bench.run(folder: clone.folder)
    #expect(bench.comments.count == 3)
    #expect(bench.counts().requests == 5)
    #expect(bench.counts().writes == 1)
    _ = try await bench.run(folder: clone.folder)
    #expect(bench.counts(since: 5) == (3, 0))
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `a dry run with the objects at hand takes two requests`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let bench = Bench(clone.scene)
    let outcome = try await bench.run(isDryRun: true, folder: clone.folder)
    #expect(bench.github.log == ["GET pulls/1/reviews", "GET pulls/1/files"])
    #expect(outcome.plan?.review?.comments.count == 3)
  }

  @Test func `what the repository lacks comes from GitHub`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    try clone.git("checkout", "-q", "--orphan", "other")
    try clone.git("branch", "-qD", "main", "head")
    try clone.git("reflog", "expire", "--expire=now", "--all")
    try clone.git("gc", "-q", "--prune=now")
    let bench = Bench(clone.scene)
    _ = try await bench.run(folder: clone.folder)
    #expect(bench.comments.count == 3)
    #expect(bench.counts().requests == 6)
  }

  @Test func `of a shallow clone what is there is used`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let shallow = clone.folder + "-shallow"
    defer { try? FileManager.default.removeItem(atPath: shallow) }
    try clone.git("clone", "-q", "--depth", "1", "-b", "head", "file://" + clone.folder, shallow)
    let bench = Bench(clone.scene)
    _ = try await bench.run(folder: shallow)
    #expect(bench.comments.map(\.line) == [50, 51, 52])
    // The head's text is there; the base's rulebook is not.
    #expect(bench.github.log.filter { $0.contains("contents") }.count == 1)
    #expect(bench.counts() == (5, 1))
  }

  @Test func `without GitHub's list of files the repository says what differs`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let bench = Bench(clone.scene)
    bench.github.fail(Fault(.status(404, "Not Found"), path: "/files"))
    _ = try await bench.run(folder: clone.folder)
    #expect(bench.comments.map(\.line) == [50, 51, 52])
  }

  @Test func `a pull request that is closed meanwhile gets nothing`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let bench = Bench(clone.scene)
    bench.github.edit(afterRequests: 1) { $0.pulls[1]?.state = "closed" }
    _ = try await bench.run(folder: clone.folder)
    #expect(bench.counts().writes == 0)
  }

  @Test func `a repository that somebody names has to be one`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    await #expect(throws: GitError.self) {
      try await bench.run(folder: "/nowhere", requiresRepository: true)
    }
    #expect(bench.github.exchanges.isEmpty)
  }

  @Test func `nothing is written to the repository or its work tree`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let before = try clone.files()
    let bench = Bench(clone.scene)
    _ = try await bench.run(folder: clone.folder)
    #expect(try clone.files() == before)
  }

  @Test func `a push that is at hand takes no request`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let bench = Bench(clone.scene)
    let event: JSON = [
      "ref": "refs/heads/main", "before": .string(clone.base), "after": .string(clone.head),
      "repository": ["full_name": "octo/list", "default_branch": "main"],
    ]
    let outcome = try await bench.run(event: ("push", event), folder: clone.folder)
    #expect(outcome.summary?.annotations.count == 3)
    #expect(bench.github.exchanges.isEmpty)
  }
}
