import Classifier
import ListModel
import Rules
import Testing

/// What a careful maintainer wants said of a contribution is said, and nothing else.
struct JudgedTests {
  private func loud(_ judged: JudgedCase) throws -> [String] {
    let base = judged.base
    return try Contribution(judged.added, to: base).report.findings
      .filter { $0.finding.severity > .note && $0.isIntroduced }.map(\.finding.rule)
  }

  @Test(arguments: JudgedCase.all)
  func `a contribution is told what a maintainer would tell it`(judged: JudgedCase) throws {
    let found = try loud(judged)
    for rule in judged.said { #expect(found.contains(rule), "\(rule) is not in \(found)") }
    for rule in judged.unsaid { #expect(!found.contains(rule), "\(rule) is in \(found)") }
  }

  @Test func `a finding that rests on habit says on how many entries`() throws {
    let judged = try #require(JudgedCase.habits.first { $0.said == ["missing-full-stop"] })
    let report = try Contribution(judged.added, to: judged.base).report
    let finding = try #require(report.findings.first { $0.finding.rule == "missing-full-stop" })
    #expect(finding.finding.evidence == Evidence(agree: 12, of: 12, in: .section))
    #expect(finding.finding.evidence?.words == "all 12 others in this section do")
  }

  @Test func `what nobody sees is mended with the rest`() throws {
    let base = JudgedCase.habits[1].base
    let report = try Contribution(
      "- [Tool300](https://example.org/new) - Does  another thing ",
      to: base
    )
    .report
    #expect(
      report.suggestions.map(\.replacement) == [
        "- [Tool300](https://example.org/new) - Does another thing."
      ]
    )
  }
}
