import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// Bounds on what is said of a hostile entry.
struct BoundTests {
  private func context() throws -> (judge: Judge, context: EntryContext) {
    let rulebook = try #require(try Rulebook.builtIn())
    let text = "## A\n\n- LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n"
    let document = rulebook.document(SourceText(text))
    let list = ListContext(judging: nil, of: document, by: rulebook, year: 2025, contributed: [])
    let place = try #require(document.entries.first)
    return (Judge(rulebook), EntryContexts(list, of: document)[place])
  }

  @Test(arguments: ["\t", " \u{A0}", "，", "\u{200B}", "\u{2019} "])
  func `of one rule a number of findings is told, and nothing is offered`(_ sign: String) throws {
    let (judge, context) = try context()
    let title = String(repeating: "a" + sign, count: 400)
    let text = "- \(title) b. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
    let entry = context.format.read(Array(text.utf8))
    let findings = judge.findings(on: entry, in: context)
    let counts = Dictionary(grouping: findings, by: \.rule).mapValues(\.count)
    #expect(counts.values.max() == Judge.mostOfOneRule)
    #expect(judge.correct(entry, in: context, applying: .needsReview, knowing: findings) == nil)
  }

  @Test func `of fewer findings all are told`() throws {
    let (judge, context) = try context()
    let title = String(repeating: "a\t", count: 100)
    let text = "- \(title)b. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
    let entry = context.format.read(Array(text.utf8))
    let findings = judge.findings(on: entry, in: context)
    #expect(findings.count { $0.rule == "tab-character" } == 100)
  }
}
