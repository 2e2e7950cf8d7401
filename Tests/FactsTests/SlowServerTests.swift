import FactsServer
import Rules
import Synchronization
import Testing

@testable import Facts

/// Registries whose answers take longer than there is time.
@Suite(.serialized) struct SlowServerTests {
  /// Asks a server that fails in one way about the list; returns what was told for good.
  private func ask(
    _ fault: RegistryServer.Fault,
    from request: Int = 0,
    within limit: Duration = .seconds(1)
  ) async throws -> (facts: FactTable, lines: [String]) {
    let lines = Mutex<[String]>([])
    let server = RegistryServer(VirtualTime(), failing: fault, at: request..<Int.max)
    let registries = server.registries(
      within: limit,
      telling: Progress { line, isLasting in
        if isLasting { lines.withLock { $0.append(line) } }
      }
    )
    var facts = FactTable()
    await registries.answer(try Bench.entries(), into: &facts)
    withExtendedLifetime(server) {}
    return (facts, lines.withLock { $0 })
  }

  /// Without the limit it would wait for two minutes, and longer.
  @Test(.timeLimit(.minutes(2)), arguments: [RegistryServer.Fault.withheld, .dripped])
  func `the run ends within its time and says so once for each`(
    _ fault: RegistryServer.Fault
  ) async throws {
    let (facts, lines) = try await ask(fault)
    #expect(facts.preprints.values.allSatisfy { $0 == .notKnown })
    #expect(facts.records.values.allSatisfy { $0 == .notKnown })
    #expect(facts.repositories.values.allSatisfy { $0 == .notKnown })
    #expect(facts.addresses.values.allSatisfy { $0 == .notKnown })
    for name in ["arXiv", "Semantic Scholar", "GitHub", "addresses"] {
      let told = lines.filter { $0.hasPrefix(name + ": ") }
      #expect(told.count == 1, "\(name)")
      #expect(told.first?.contains("no time is left") == true, "\(told)")
    }
  }

  @Test(.timeLimit(.minutes(2))) func `what was answered in time is known`() async throws {
    // The first answers are there at once, but for a machine that does much else.
    let (facts, _) = try await ask(.withheld, from: 3, within: .seconds(5))
    let known =
      facts.preprints.values.count { $0 != .notKnown }
      + facts.records.values.count { $0 != .notKnown }
      + facts.repositories.values.count { $0 != .notKnown }
      + facts.addresses.values.count { $0 != .notKnown }
    #expect(known > 0)
  }
}
