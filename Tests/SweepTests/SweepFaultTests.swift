import GitHubServer
import Testing

/// Whatever goes wrong: after one clean run more, there is one pull request with exactly the changes.
///
/// One after the other: each server blocks threads of its own, and the system has so many.
@Suite(.serialized) struct SweepFaultTests {
  /// Expects one open pull request that makes of the base's list what is wanted, and a further run to write nothing.
  private func expectOne(_ bench: borrowing Bench, _ text: String, knowing count: Int) async throws
  {
    let base = bench.text("main")
    _ = try await bench.run(knowing: Sample.facts(count))
    #expect(bench.pulls.count { $0.state == "open" } == 1)
    #expect(bench.pulls.count == 1)
    let pull = try #require(bench.pulls.first)
    #expect(pull.heads.last == bench.github.scene.branches[Bench.branch])
    #expect(bench.text() == text)
    #expect(bench.text("main") == base)
    #expect(bench.changedFiles(of: pull) == ["README.md"])
    #expect(bench.github.scene.branches.keys.sorted() == ["main", Bench.branch])
    let start = bench.github.exchanges.count
    _ = try await bench.run(knowing: Sample.facts(count))
    #expect(bench.counts(since: start).writes == 0)
    #expect(bench.github.violations == [])
  }

  @Test(arguments: Fault.kinds.indices, 0..<11)
  func `a first run survives`(fault: Int, at request: Int) async throws {
    for takesEffect in [false, true] where request > 5 || !takesEffect {
      let bench = Bench()
      bench.github.fail(
        Fault(Fault.kinds[fault].answer, skipping: request, takesEffect: takesEffect)
      )
      await bench.runRegardless()
      try await expectOne(bench, Sample.changed(), knowing: 4)
    }
  }

  @Test(arguments: Fault.kinds.indices, 0..<11)
  func `a run with more to say survives`(fault: Int, at request: Int) async throws {
    let entry =
      "- **`[GRES]`** One More Paper of Somebody. CVPR'2024. [[paper](https://arxiv.org/abs/2401.00009)]"
    for takesEffect in [false, true] where request > 5 || !takesEffect {
      let bench = Bench()
      try await bench.run(knowing: Sample.facts(2))
      let text = Sample.text(Sample.old + [entry])
      bench.github.edit { $0.commit(["README.md": text, "other.md": "theirs\n"], to: "main") }
      bench.github.fail(
        Fault(Fault.kinds[fault].answer, skipping: request, takesEffect: takesEffect)
      )
      await bench.runRegardless()
      try await expectOne(bench, Sample.changed(text), knowing: 4)
    }
  }

  @Test(arguments: Fault.kinds.indices, 0..<6)
  func `a run with nothing left survives`(fault: Int, at request: Int) async throws {
    for takesEffect in [false, true] where request == 5 || !takesEffect {
      let bench = Bench()
      try await bench.run()
      bench.github.edit { $0.commit(["README.md": Sample.changed()], to: "main") }
      bench.github.fail(
        Fault(Fault.kinds[fault].answer, skipping: request, takesEffect: takesEffect)
      )
      await bench.runRegardless()
      try await bench.run()
      #expect(bench.pulls.map(\.state) == ["closed"])
      let start = bench.github.exchanges.count
      try await bench.run()
      #expect(bench.counts(since: start).writes == 0)
      #expect(bench.github.violations == [])
    }
  }

  @Test(arguments: [Fault.Answer.dropped, .html(502)].indices, 0..<11)
  func `an outage that lasts is survived`(fault: Int, at request: Int) async throws {
    for takesEffect in [false, true] {
      let bench = Bench()
      let answer = [Fault.Answer.dropped, .html(502)][fault]
      let outage = Fault(answer, skipping: request, times: 60, takesEffect: takesEffect)
      bench.github.fail(outage)
      await bench.runRegardless()
      // The rest of the outage.
      for _ in 0..<60 where bench.github.exchanges.count < request + 60 {
        await bench.runRegardless()
      }
      try await expectOne(bench, Sample.changed(), knowing: 4)
    }
  }

  @Test(arguments: 0..<11)
  func `two runs at one time make one pull request`(at request: Int) async throws {
    let bench = Bench()
    let github = bench.github
    // What the other run has done by then is there all at once.
    let other = Bench()
    try await other.run()
    let scene = other.github.scene
    github.edit(afterRequests: request) { $0 = scene }
    await bench.runRegardless()
    try await expectOne(bench, Sample.changed(), knowing: 4)
  }

  @Test(arguments: 0..<11)
  func `what somebody pushes meanwhile is never lost`(at request: Int) async throws {
    let bench = Bench()
    try await bench.run(knowing: Sample.facts(2))
    bench.github.edit(afterRequests: request) { scene in
      scene.commit(["notes.md": "theirs\n"], to: Bench.branch)
    }
    await bench.runRegardless()
    // What was pushed after the run was done is pushed on top.
    #expect(bench.text(Bench.branch, "notes.md") == "theirs\n")
    let start = bench.github.exchanges.count
    await #expect(throws: (any Error).self) { try await bench.run() }
    #expect(bench.counts(since: start).writes == 0)
    #expect(bench.pulls.map(\.state) == ["open"])
    #expect(bench.github.violations == [])
  }

  @Test(arguments: 0..<11)
  func `what goes to the base meanwhile stays`(at request: Int) async throws {
    let bench = Bench()
    bench.github.edit(afterRequests: request) { scene in
      scene.commit(["other.md": "theirs\n"], to: "main")
    }
    await bench.runRegardless()
    try await expectOne(bench, Sample.changed(), knowing: 4)
    #expect(bench.text("main", "other.md") == "theirs\n")
  }

  @Test(arguments: 0..<11)
  func `a pull request that is closed meanwhile is not made again`(at request: Int) async throws {
    let bench = Bench()
    try await bench.run(knowing: Sample.facts(2))
    bench.github.edit(afterRequests: request) { scene in
      for number in scene.pulls.keys { scene.pulls[number]?.state = "closed" }
    }
    await bench.runRegardless()
    try await bench.run()
    for pull in bench.pulls where pull.state == "open" {
      #expect(pull.body?.contains("Its Fate") == true)
      #expect(pull.body?.contains("Published Since") == false)
    }
    #expect(bench.pulls.count <= 2)
    #expect(bench.github.violations == [])
  }
}
