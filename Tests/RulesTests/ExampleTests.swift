import Classifier
import ListModel
import Markdown
import Rules
import Testing

/// Every rule's examples, run as the tests they are.
struct ExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let number: Int
    let example: Example

    var testDescription: String { "\(rule) \(number)" }

    static let all = RuleCatalogue.all.flatMap { rule in
      rule.description.examples.enumerated().map { number, example in
        Case(rule: rule.description.id, number: number + 1, example: example)
      }
    }
  }

  @Test(arguments: Case.all)
  func `an example yields exactly what it says`(_ test: Case) throws {
    try check(test, SampleList(test.example, of: RuleCatalogue.rule(test.rule)))
  }

  @Test(arguments: Case.all.filter { $0.example.setting != .file })
  func `an example yields the same after multibyte text`(_ test: Case) throws {
    let preamble = "\u{7D30}\u{7D30} \u{1F600} \u{E9}\n\n"
    try check(test, SampleList(test.example, preamble: preamble))
  }

  @Test(arguments: Case.all)
  func `an example yields the same with CRLF line ends`(_ test: Case) throws {
    let rule = RuleCatalogue.rule(test.rule)
    try check(test, SampleList(test.example, lineEnd: "\r\n", of: rule))
  }

  @Test(arguments: RuleCatalogue.ids)
  func `a rule shows what it accepts and what it reports`(_ id: String) throws {
    let examples = try #require(RuleCatalogue.rule(id)).description.examples
    #expect(examples.contains { $0.messages.isEmpty })
    let hasReport = examples.contains { !$0.messages.isEmpty }
    // Neither a line end nor half a million bytes can be written in an example.
    #expect(hasReport || ["mixed-line-ends", "oversized-list"].contains(id))
  }

  private func check(_ test: Case, _ list: SampleList) throws {
    let report = try list.report()
    let findings = report.findings
    #expect(findings.map(\.finding.message.plain) == test.example.messages)
    #expect(findings.map { list.offset(of: $0) } == list.marks)
    #expect(Set(findings.map(\.finding.rule)).isSubset(of: [test.rule]))
    guard let fixed = test.example.fixed else { return }
    let corrected = try list.corrected(report)
    #expect(corrected == list.text(with: fixed))
    let again = try SampleList(corrected, of: test.example).report()
    #expect(again.findings.map(\.finding.message.plain) == [])
  }
}
