import Facts
import FactsServer
import GitHubServer
import Review
import Rules
import Testing

/// A review that asks registries: what they say stands beside what is wrong with the form, and stays where one does
/// not answer the next time.
@Suite(.serialized) struct OnlineTests {
  /// A preprint that was published, whose repository has another name; a mistake of form; a page behind a wall.
  private static let faulty =
    "- **`[ReferIS][ReferIS]`** A Third Way. arXiv'2023. [[paper](https://arxiv.org/abs/2310.00002)] | [[code](https://github.com/somebody/old)] | [[project](https://wall.example.org/)]"
  private static let mended = faulty.replacing("[ReferIS][ReferIS]", with: "[ReferIS]")
    .replacing("arXiv'2023", with: "CVPR'2024").replacing("somebody/old", with: "somebody/new")
  /// A mistake of form on a paper of which nothing else is to be said.
  private static let plain =
    "- **`[ReferIS][ReferIS]`** Attention Is All You Need. NeurIPS'2017. [[paper](https://arxiv.org/abs/1706.03762)]"
  private static let plainMended = plain.replacing("[ReferIS][ReferIS]", with: "[ReferIS]")
  /// Everything that answers of papers, or of repositories.
  private static let registries = ["/api/query", "/graph/v1", "/works", "/graphql"]

  private func run(
    _ bench: borrowing Bench,
    silentAt silence: String? = nil
  ) async throws -> ReviewOutcome {
    let server = RegistryServer(VirtualTime(), silentAt: silence)
    let registries = server.registries()
    let outcome = try await bench.run { entries, others in
      var facts = FactTable()
      await registries.answer(entries, besides: others, into: &facts)
      return facts
    }
    // The server lives as long as it is asked.
    withExtendedLifetime(server) {}
    return outcome
  }

  private func push(_ entries: [String], to bench: borrowing Bench) {
    bench.github.edit { $0.push(["README.md": List.text(adding: entries)]) }
  }

  @Test func `what registries say stands in the comment on the form, once`() async throws {
    let bench = Bench(to: List.text(adding: [Self.faulty]))
    _ = try await run(bench)
    let body = try #require(bench.comments.first?.body)
    #expect(bench.comments.count == 1)
    for rule in ["repeated-tag", "published-preprint", "moved-repository"] {
      #expect(body.contains(rule), "\(rule)")
    }
    #expect(body.contains("```suggestion\n\(Self.mended)\n```"))
    let before = bench.github.exchanges.count
    _ = try await run(bench)
    #expect(bench.counts(since: before).writes == 0)
    #expect(bench.github.violations.isEmpty)
  }

  @Test(arguments: registries + ["/"])
  func `a registry that is silent the next time takes nothing back and says nothing twice`(
    _ silence: String
  ) async throws {
    let bench = Bench(to: List.text(adding: [Self.faulty]))
    _ = try await run(bench)
    let before = bench.github.exchanges.count
    _ = try await run(bench, silentAt: silence)
    #expect(bench.counts(since: before).writes == 0)
    #expect(bench.comments.count == 1)
    #expect(bench.comments.first?.body.contains("published-preprint") == true)
  }

  @Test(arguments: registries + ["/"])
  func `what was not answered the first time is said later, in one comment`(
    _ silence: String
  ) async throws {
    let bench = Bench(to: List.text(adding: [Self.faulty]))
    _ = try await run(bench, silentAt: silence)
    #expect(bench.comments.count == 1)
    _ = try await run(bench)
    #expect(bench.comments.count == 1)
    #expect(bench.comments.first?.body.contains("published-preprint") == true)
    #expect(bench.comments.first?.body.contains("moved-repository") == true)
    let before = bench.github.exchanges.count
    _ = try await run(bench)
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test(arguments: registries + ["/"])
  func `what was mended is taken back whoever is silent, and so is another entry's`(
    _ silence: String
  ) async throws {
    let bench = Bench(to: List.text(adding: [Self.faulty, Self.plain]))
    _ = try await run(bench)
    #expect(bench.comments.count == 2)
    push([Self.faulty, Self.plainMended], to: bench)
    _ = try await run(bench, silentAt: silence)
    #expect(bench.comments.count == 1)
    #expect(bench.comments.first?.body.contains("published-preprint") == true)
    push([Self.mended, Self.plainMended], to: bench)
    _ = try await run(bench, silentAt: silence)
    #expect(bench.comments.isEmpty)
    #expect(bench.reviews.last?.body.contains("Everything is fixed") == true)
  }

  @Test func `what is answered this time does not keep an older comment`() async throws {
    let unknown =
      "- **`[ReferIS][ReferIS]`** Nobody Knows It. CVPR'2023. [[paper](https://arxiv.org/abs/2310.99999)]"
    // arXiv has to answer with something to be believed that the other is not there.
    let bench = Bench(to: List.text(adding: [unknown, Self.plainMended]))
    _ = try await run(bench)
    #expect(bench.comments.first?.body.contains("unknown-paper") == true)
    push(
      [unknown.replacing("[ReferIS][ReferIS]", with: "[ReferIS]"), Self.plainMended],
      to: bench
    )
    _ = try await run(bench, silentAt: "/graph/v1")
    #expect(bench.comments.count == 1)
    #expect(bench.comments.first?.body.contains("repeated-tag") == false)
    #expect(bench.comments.first?.body.contains("unknown-paper") == true)
  }

  @Test func `nothing is said to be fixed while something may hold of which nobody knows`()
    async throws
  {
    let formed = Self.faulty.replacing("[ReferIS][ReferIS]", with: "[ReferIS]")
    let bench = Bench(to: List.text(adding: [formed]))
    _ = try await run(bench)
    #expect(bench.comments.count == 1)
    let before = bench.github.exchanges.count
    _ = try await run(bench, silentAt: "/")
    #expect(bench.counts(since: before).writes == 0)
    #expect(bench.reviews.last?.body.contains("fixed") == false)
  }

  @Test func `a mark that rests on facts is read as it was written, and nothing else is one`() {
    for body in [
      "<!-- rubric comment 0123456789abcdef -->",
      "<!-- rubric comment 0123456789abcdef+0123456789abcdef+fedcba9876543210 -->",
    ] {
      #expect(Posted.isMarked([body]))
    }
    for body in [
      "<!-- rubric comment 0123456789abcdef+ -->",
      "<!-- rubric comment 0123456789abcdef+0123456789abcdef -->",
      "<!-- rubric comment 0123456789abcdef+0123456789abcdef+x -->",
    ] {
      #expect(!Posted.isMarked([body]))
    }
  }
}
