import GitHubServer
import Review
import Rules
import Testing

/// A pull request from its first review to its last.
struct MainPathTests {
  @Test func `three faulty entries get one review with three comments`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    let outcome = try await bench.run()
    #expect(bench.reviews.count == 1)
    #expect(bench.comments.map(\.line) == [50, 51, 52])
    for (comment, line) in zip(bench.comments, List.sound) {
      #expect(comment.body.contains("```suggestion\n\(line)\n```"))
    }
    #expect(bench.counts().requests == 6)
    #expect(bench.counts().writes == 1)
    #expect(bench.github.violations.isEmpty)
    #expect(outcome.report?.hasFindings(atLeast: .error) == true)
    #expect(!outcome.isDegraded)
  }

  /// The list of files as GitHub gives it, with less.
  private func files(_ bench: borrowing Bench, without keys: String...) throws -> Fault {
    let head = try #require(bench.github.scene.pulls[1]?.heads.last)
    let diff = UnifiedDiff(from: List.text(), to: List.text(adding: List.faulty))
    let url = "https://api.github.com/repos/octo/list/contents/README.md?ref=\(head)"
    var file: [String: JSON] = [
      "filename": "README.md", "status": "modified", "sha": nil, "changes": 3, "additions": 3,
      "deletions": 0, "patch": .string(diff.patch), "contents_url": .string(url),
    ]
    for key in keys { file[key] = nil }
    return Fault(.reply(.init(json: [.object(file)])), path: "/files")
  }

  @Test func `where the list of files does not tell the head, it is asked for`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    bench.github.fail(try files(bench, without: "contents_url"))
    _ = try await bench.run()
    #expect(bench.comments.map(\.line) == [50, 51, 52])
    #expect(
      bench.github.log.suffix(3) == ["GET pulls/1", "POST pulls/1/reviews", "GET pulls/1/reviews"]
    )
    #expect(bench.counts() == (7, 1))
  }

  @Test func `where GitHub shows no patch, the old text is asked for`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    bench.github.fail(try files(bench, without: "patch"))
    _ = try await bench.run()
    #expect(bench.comments.map(\.line) == [50, 51, 52])
    // Of the objects: the rulebook, both texts, and where they part.
    #expect(bench.github.log.count { $0.hasPrefix("GET co") } == 4)
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `a second run writes nothing`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    _ = try await bench.run()
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
    #expect(bench.comments.count == 3)
  }

  @Test func `a sound contribution is met with silence`() async throws {
    let bench = Bench(to: List.text(adding: List.sound))
    let outcome = try await bench.run()
    #expect(bench.counts().writes == 0)
    #expect(outcome.summary?.markdown == "")
    #expect(outcome.logLines.isEmpty)
  }

  @Test func `a token that may not write turns comments into annotations`() async throws {
    var scene = Scene(base: List.text(), head: List.text(adding: List.faulty))
    scene.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false)
    let bench = Bench(scene)
    let outcome = try await bench.run(token: "ghs_reader")
    #expect(outcome.isDegraded)
    #expect(outcome.logLines.count { $0.hasPrefix("::") } == 3)
    let markdown = try #require(outcome.summary?.markdown)
    for line in List.sound { #expect(markdown.contains("```\n\(line)\n```")) }
    #expect(outcome.logLines.contains { $0.contains("pull_request_target") })
  }
}
