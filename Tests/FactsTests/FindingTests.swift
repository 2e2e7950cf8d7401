import Classifier
import FactsServer
import ListModel
import Markdown
import Rules
import Testing

@testable import Facts

/// What is said of entries by what registries know.
struct FindingTests {
  private func findings(_ facts: FactTable) -> [String] {
    let document = Rulebook.standard.document(SourceText(Bench.list))
    return Reviewer(rulebook: .standard, year: 2026, knowing: facts).review(
      path: "README.md",
      base: Rulebook.standard.document(SourceText("")),
      head: document,
      touched: [],
      lookingAtAll: true
    )
    .findings.map { "\($0.line) \($0.finding.rule)" }
  }

  private static let factRules = Set(RuleCatalogue.factRules.map { $0.description.id })

  private func factFindings(_ facts: FactTable) -> [String] {
    findings(facts).filter { line in Self.factRules.contains { line.hasSuffix(" " + $0) } }
  }

  @Test func `each fact is told beside what is wrong with the form`() async throws {
    let facts = try await Bench().facts()
    #expect(
      factFindings(facts) == [
        "5 published-preprint", "6 withdrawn-paper", "6 gone-repository", "7 published-preprint",
        "7 moved-repository", "8 unknown-paper", "9 dead-link", "11 moved-link", "14 dead-link",
      ]
    )
    #expect(findings(facts).count > factFindings(facts).count)
  }

  @Test func `without facts nothing is told of them`() {
    #expect(factFindings(.none) == [])
  }

  @Test(arguments: RegistryServer.Fault.allCases)
  func `a failure takes findings away and brings none`(_ fault: RegistryServer.Fault) async throws {
    let sound = Set(factFindings(try await Bench().facts()))
    let form = Set(findings(.none))
    for start in [0, 1, 3, 6] {
      let facts = try await Bench(failing: fault, at: start..<Int.max).facts()
      #expect(Set(factFindings(facts)).isSubset(of: sound))
      #expect(form.isSubset(of: Set(findings(facts))))
    }
  }

  @Test(arguments: [
    RegistryServer.Fault.limitWithTime, .limitWithoutTime, .unavailable, .dropped, .truncated,
  ])
  func `a failure that passes changes nothing`(_ fault: RegistryServer.Fault) async throws {
    let sound = try await Bench().facts()
    let facts = try await Bench(failing: fault, at: 0..<1).facts()
    #expect(facts.preprints == sound.preprints)
    #expect(facts.records == sound.records)
    #expect(facts.repositories == sound.repositories)
    #expect(facts.works == sound.works)
  }
}
