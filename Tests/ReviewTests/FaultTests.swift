import GitHubServer
import Review
import Rules
import Testing

/// Whatever goes wrong: after one clean run more, each finding stands there once.
///
/// One after the other: each server blocks threads of its own, and the system has so many.
@Suite(.serialized) struct FaultTests {
  private func expectEachOnce(_ bench: borrowing Bench) {
    let text =
      bench.comments.map(\.body).joined(separator: "\n")
      + bench.reviews.map(\.body).joined(separator: "\n")
    for line in List.sound {
      #expect(text.split(separator: line, omittingEmptySubsequences: false).count == 2, "\(line)")
    }
    #expect(bench.github.violations.isEmpty)
  }

  @Test(arguments: Fault.kinds.indices, 0..<5)
  func `a first review survives`(fault: Int, at request: Int) async throws {
    let (name, answer) = Fault.kinds[fault]
    for takesEffect in [false, true] where request == 4 || !takesEffect {
      let bench = Bench(to: List.text(adding: List.faulty))
      bench.github.fail(Fault(answer, skipping: request, takesEffect: takesEffect))
      await ignoringFailure(name) { _ = try await bench.run() }
      _ = try await bench.run()
      expectEachOnce(bench)
    }
  }

  @Test(arguments: Fault.kinds.indices, 0..<7)
  func `a review of what changed survives`(fault: Int, at request: Int) async throws {
    let (name, answer) = Fault.kinds[fault]
    for takesEffect in [false, true] {
      let bench = Bench(to: List.text(adding: [List.faulty[0], List.faulty[1]]))
      _ = try await bench.run()
      bench.github.edit { scene in
        let sound = [List.sound[0], List.faulty[1], List.faulty[2]]
        scene.push(["README.md": List.text(adding: sound)])
      }
      bench.github.fail(Fault(answer, skipping: request, takesEffect: takesEffect))
      await ignoringFailure(name) { _ = try await bench.run() }
      _ = try await bench.run()
      #expect(bench.comments.count == 2 || bench.reviews.count == 3)
      let text = (bench.comments.map(\.body) + bench.reviews.map(\.body)).joined(separator: "\n")
      #expect(!text.contains(List.sound[0]))
      for line in List.sound[1...] {
        #expect(text.split(separator: line, omittingEmptySubsequences: false).count == 2, "\(line)")
      }
      #expect(bench.github.violations.isEmpty)
    }
  }

  /// A run that meets a fault may fail; what it leaves after is what counts.
  private func ignoringFailure(
    _ name: String,
    _ run: () async throws -> Void
  ) async {
    do { try await run() } catch { #expect("\(error)".isEmpty == false, "\(name)") }
  }

  @Test(arguments: [
    Fault.Answer.dropped, .truncated, .status(502), .html(200), .secondaryLimit(403),
    .secondaryLimit(422),
  ])
  func `a lost answer to the review is looked into, in the same run`(
    answer: Fault.Answer
  ) async throws {
    for takesEffect in [false, true] {
      let bench = Bench(to: List.text(adding: List.faulty))
      bench.github.fail(Fault(answer, method: "POST", takesEffect: takesEffect))
      let outcome = try await bench.run()
      #expect(!outcome.isDegraded)
      expectEachOnce(bench)
    }
  }

  @Test func `a refused review is made comment by comment, the rest in a body`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    bench.github.fail(Fault(.status(422, "Unprocessable Entity"), method: "POST", path: "/reviews"))
    bench.github.fail(
      Fault(.status(422, "Validation Failed"), method: "POST", path: "/comments", skipping: 1)
    )
    let outcome = try await bench.run()
    #expect(!outcome.isDegraded)
    #expect(bench.comments.count == 2)
    #expect(bench.reviews.count == 1)
    #expect(bench.reviews[0].body.contains(List.sound[1]))
    expectEachOnce(bench)
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test func `what was commented on one by one is said to be fixed in the review`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    bench.github.fail(Fault(.status(422, "Unprocessable Entity"), method: "POST", path: "/reviews"))
    _ = try await bench.run()
    #expect(bench.comments.count == 3)
    bench.github.edit { $0.push(["README.md": List.text(adding: List.sound)]) }
    _ = try await bench.run()
    #expect(bench.comments.isEmpty)
    #expect(bench.reviews.count == 1)
    #expect(bench.reviews[0].body.contains("Everything is fixed"))
  }

  @Test func `what is refused altogether is said in a body, once`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    bench.github.fail(Fault(.status(422, "Unprocessable Entity"), method: "POST", path: "/reviews"))
    bench.github.fail(
      Fault(.status(422, "Validation Failed"), method: "POST", path: "/comments", times: 3)
    )
    _ = try await bench.run()
    #expect(bench.comments.isEmpty)
    #expect(bench.reviews.count == 1)
    expectEachOnce(bench)
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test(arguments: 0..<4)
  func `a head that moves meanwhile stops the run`(requests: Int) async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    bench.github.edit(afterRequests: requests) { scene in
      scene.push(["README.md": List.text(adding: List.sound)])
    }
    let outcome = try await bench.run()
    #expect(bench.counts().writes == 0)
    #expect(outcome.logLines.contains { $0.contains("moved") })
    // The status counts what is shown, and nothing is.
    #expect(outcome.report == nil)
  }

  @Test func `a wait beyond all patience degrades`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    bench.github.fail(Fault(.secondaryLimit(429, retryAfter: 4000), method: "POST"))
    let outcome = try await bench.run()
    #expect(outcome.isDegraded)
    #expect(outcome.summary?.annotations.count == 3)
    #expect(outcome.logLines.contains { $0.contains("no time left") })
  }

  @Test func `of each level ten are annotations, the rest is counted and in the summary`()
    async throws
  {
    let entries = (1...13).map { number in
      "- **`[ReferIS]`** Paper \(number) CVPR'2024."
        + " [[paper](https://arxiv.org/abs/2401.\(10_000 + number))]"
    }
    var scene = Scene(base: List.text(), head: List.text(adding: entries))
    scene.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false)
    let bench = Bench(scene)
    let outcome = try await bench.run(token: "ghs_reader")
    #expect(outcome.logLines.count { $0.hasPrefix("::error ") } == 10)
    #expect(outcome.logLines.contains("rubric: 3 more in the job's summary"))
    let markdown = try #require(outcome.summary?.markdown)
    for number in 1...13 { #expect(markdown.contains("Paper \(number). CVPR'2024.")) }
  }

  @Test func `a review that is refused because the head moved is the next run's`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    bench.github.fail(Fault(.status(422, "Unprocessable Entity"), method: "POST"))
    bench.github.edit(afterRequests: 4) { scene in
      scene.push(["README.md": List.text(adding: List.faulty)], rebased: true)
    }
    let outcome = try await bench.run()
    #expect(bench.github.scene.reviews.isEmpty)
    #expect(bench.counts().writes == 1)
    #expect(outcome.logLines.contains { $0.contains("moved") })
    _ = try await bench.run()
    expectEachOnce(bench)
  }

  @Test func `a repository with a new name is written to where GitHub says`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    let path = "/repos/octo/list/pulls/1/reviews"
    bench.github.fail(Fault(.redirect(307, to: bench.github.url + path), method: "POST"))
    let outcome = try await bench.run()
    #expect(!outcome.isDegraded)
    expectEachOnce(bench)
  }

  @Test func `without a token nothing is tried, and everything shown`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    let outcome = try await bench.run(token: nil)
    #expect(outcome.isDegraded)
    #expect(bench.counts().writes == 0)
    #expect(outcome.summary?.annotations.count == 3)
    #expect(outcome.logLines.contains { $0.contains("GITHUB_TOKEN") })
  }

  @Test func `what can be seen nowhere in full is a failure, unless a report has it`() async throws
  {
    let entries = (1...800).map { number in
      "- **`[ReferIS]`** Paper \(number) CVPR'2024."
        + " [[paper](https://arxiv.org/abs/2401.\(10_000 + number))]"
    }
    let folder = String(repeating: "f", count: 250)
    let path = "\(folder)/\(folder)/\(folder).md"
    var scene = Scene(base: List.text(), head: List.text(adding: entries), path: path)
    scene.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false)
    let outcome = try await Bench(scene).run(token: "ghs_reader", lists: [path])
    #expect(outcome.isDegraded)
    #expect(outcome.conclusion(failingOn: nil, hasReport: false) == .failed)
    #expect(outcome.conclusion(failingOn: nil, hasReport: true) == .clean)
    #expect(outcome.conclusion(failingOn: .error, hasReport: true) == .findings)
  }

  @Test func `without degrading a refusal is an error`() async throws {
    var scene = Scene(base: List.text(), head: List.text(adding: List.faulty))
    scene.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false)
    let bench = Bench(scene)
    await #expect(throws: (any Error).self) {
      try await bench.run(token: "ghs_reader", degrades: false)
    }
  }

  @Test func `comments that may not be read degrade too`() async throws {
    var scene = Scene(base: List.text(), head: List.text(adding: List.faulty))
    scene.tokens["ghs_blind"] = Scene.Grant(canReadPulls: false, canWritePulls: false)
    let bench = Bench(scene)
    let outcome = try await bench.run(token: "ghs_blind")
    #expect(outcome.isDegraded)
    #expect(outcome.summary?.annotations.count == 3)
  }

  @Test func `a conversation that is locked degrades`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    bench.github.edit { $0.pulls[1]?.isLocked = true }
    let outcome = try await bench.run()
    #expect(outcome.isDegraded)
    #expect(outcome.summary?.annotations.count == 3)
  }

  @Test func `pages are followed to the last comment`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    bench.github.limitPages(to: 1)
    _ = try await bench.run()
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }
}
