import Foundation
import GitHubServer
import ListModel
import Rules
import Sweep
import Testing

/// What `sweep --pull-request` leaves alone, and what GitHub does not let it do.
struct OthersWorkTests {
  @Test func `nothing is pushed to a branch that somebody else committed to`() async throws {
    let bench = Bench()
    try await bench.run(knowing: Sample.facts(2))
    bench.github.edit { $0.commit(["notes.md": "theirs\n"], to: Bench.branch) }
    let start = bench.github.exchanges.count
    let error = await #expect(throws: SweepError.self) { try await bench.run() }
    #expect(error?.description.contains("is not rubric's; nothing was pushed") == true)
    #expect(bench.counts(since: start).writes == 0)
  }

  @Test func `a branch of that name that is somebody else's is left alone`() async throws {
    let bench = Bench()
    bench.github.edit { scene in
      scene.branches[Bench.branch] = scene.branches["main"]
      scene.commit(["notes.md": "theirs\n"], to: Bench.branch)
    }
    await #expect(throws: SweepError.self) { try await bench.run() }
    #expect(bench.counts().writes == 0)
  }

  @Test func `a commit of ours that somebody rebased or added to is not ours`() async throws {
    let bench = Bench()
    try await bench.run(knowing: Sample.facts(2))
    bench.github.edit { scene in
      let old = scene.commits[scene.branches[Bench.branch] ?? ""]
      var files = old?.files ?? [:]
      files["notes.md"] = "theirs\n"
      let sha = scene.addCommit(parents: old?.parents ?? [], files: files)
      scene.commits[sha]?.message = old?.message ?? ""
      scene.moveBranch(Bench.branch, to: sha)
    }
    await #expect(throws: SweepError.self) { try await bench.run() }
  }

  @Test func `a pull request of somebody else's from the branch is left alone`() async throws {
    let bench = Bench()
    try await bench.run(knowing: Sample.facts(2))
    bench.github.edit { $0.pulls[1]?.author = Scene.Account(id: 7, login: "somebody") }
    let start = bench.github.exchanges.count
    let error = await #expect(throws: SweepError.self) { try await bench.run() }
    #expect(error?.description.contains("pull request 1 from it is not rubric's") == true)
    #expect(bench.counts(since: start).writes == 0)
  }

  @Test func `a closed pull request with a copied marker counts for nothing`() async throws {
    let bench = Bench()
    try await bench.run()
    bench.github.edit { scene in
      scene.pulls[1]?.state = "closed"
      scene.pulls[1]?.author = Scene.Account(id: 7, login: "somebody")
    }
    try await bench.run()
    #expect(bench.pulls.map(\.state) == ["closed", "open"])
  }

  @Test func `a branch of that name in a fork counts for nothing`() async throws {
    let bench = Bench()
    bench.github.edit { scene in
      var pull = Scene.Pull(
        number: 9,
        author: Scene.Account(id: 7, login: "octo"),
        headRepository: "octo/other",
        heads: [scene.branches["main"] ?? ""]
      )
      pull.headRef = Bench.branch
      scene.pulls[9] = pull
    }
    let outcome = try await bench.run()
    #expect(outcome.number == 10)
  }

  @Test func `a branch that is protected is an error that says so`() async throws {
    let bench = Bench()
    bench.github.edit { $0.protectedBranches = [Bench.branch] }
    let error = await #expect(throws: (any Error).self) { try await bench.run() }
    #expect("\(try #require(error))".contains("protected"))
    #expect(bench.pulls.isEmpty)
  }

  @Test func `a token that may not write says what it takes`() async throws {
    let bench = Bench()
    let error = await #expect(throws: (any Error).self) {
      try await bench.run(token: "ghs_writer")
    }
    #expect("\(try #require(error))".contains("contents: write, pull-requests: write"))
  }

  @Test func `settings that keep Actions from making pull requests are named`() async throws {
    let bench = Bench()
    bench.github.edit { $0.tokens["ghs_sweeper"]?.canOpenPulls = false }
    let error = await #expect(throws: (any Error).self) { try await bench.run() }
    #expect("\(try #require(error))".contains("allow it there"))
    bench.github.edit { $0.tokens["ghs_sweeper"]?.canOpenPulls = true }
    let start = bench.github.exchanges.count
    try await bench.run()
    #expect(bench.pulls.count == 1)
    // The commit that was made is used.
    #expect(bench.counts(since: start).writes == 3)
  }
}
