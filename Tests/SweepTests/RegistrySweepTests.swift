import Facts
import FactsServer
import GitHubServer
import Review
import Rules
import Sweep
import Testing

/// `sweep` from end to end: registries that are asked on one side, and a GitHub that is written to on the other.
struct RegistrySweepTests {
  private static let entries = [
    "- **`[GRES]`** A Third Way. arXiv'2023. [[paper](https://arxiv.org/abs/2310.00002)] | [[code](https://github.com/somebody/old)]",
    "- **`[GRES]`** Attention Is All You Need. NeurIPS'2017. [[paper](https://arxiv.org/abs/1706.03762)]",
    "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]",
  ]

  private static let text = Sample.text(entries)

  /// Returns what asks the registries of a server.
  private func asking(_ server: RegistryServer) -> ActionsJob.Asking {
    let registries = server.registries()
    return { entries, others in
      var facts = FactTable()
      await registries.answer(entries, besides: others, into: &facts)
      // The server lives as long as it is asked.
      withExtendedLifetime(server) {}
      return facts
    }
  }

  @Test func `a published preprint and a moved repository make one pull request, once`()
    async throws
  {
    let bench = Bench(["README.md": Self.text])
    let server = RegistryServer(VirtualTime())
    let outcome = try await bench.run(asking: asking(server))
    #expect(outcome.sentence == "made pull request 1: 1 entry")
    // The paper's DOI is on arXiv and confirmed by Crossref; what one source alone says is for a person.
    let changed = Self.text.replacing("A Third Way. arXiv'2023", with: "A Third Way. CVPR'2024")
      .replacing("somebody/old", with: "somebody/new")
    #expect(bench.text() == changed)
    let body = try #require(bench.pulls.first?.body)
    #expect(body.contains("| `arXiv'2023` | `CVPR'2024` |"))
    #expect(body.contains("| `somebody/old` | `somebody/new` |"))
    #expect(body.contains("so far only `Semantic Scholar` says so"))
    #expect(server.count("/api/query") == 1)

    let start = bench.github.exchanges.count
    let again = try await bench.run(asking: asking(server))
    #expect(again.sentence == "pull request 1 says it all already: 1 entry")
    #expect(bench.counts(since: start).writes == 0)
    #expect(bench.github.violations == [])
  }

  @Test(arguments: RegistryServer.Fault.allCases)
  func `registries that fail change nothing of what was proposed`(
    fault: RegistryServer.Fault
  ) async throws {
    let bench = Bench(["README.md": Self.text])
    try await bench.run(asking: asking(RegistryServer(VirtualTime())))
    let (text, body) = (bench.text(), bench.pulls.first?.body)
    let start = bench.github.exchanges.count
    let outcome = try await bench.run(asking: asking(RegistryServer(VirtualTime(), failing: fault)))
    #expect(
      outcome.sentence
        == "pull request 1 stays as it is: a registry did not answer about part of it"
    )
    #expect(bench.counts(since: start).writes == 0)
    #expect(bench.text() == text && bench.pulls.first?.body == body)
  }
}
