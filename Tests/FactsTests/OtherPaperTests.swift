import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// A link to another paper than the entry's, and what says which the right one is.
struct OtherPaperTests {
  private static func block(_ title: String, _ authors: String, _ id: String) -> String {
    "**\(title).**<br>\n*\(authors).*<br>\nCVPR 2024. [[PDF](https://arxiv.org/abs/\(id))]\n\n"
  }

  private static let text =
    "# List\n\n## Papers\n\n"
    + (0..<12).map { block("A Paper of Number \($0)", "Ada Adams, Bo Brown", "2301.100\(10 + $0)") }
    .joined()
    + block(
      "Reasoning Segmentation via Large Language Model",
      "Xin Lai, Zhuotao Tian",
      "2306.03762"
    )

  /// Returns the corrected link that is offered for the last entry, where a bibliography has it with some
  /// identifiers, each by the family name of its first author.
  private func offered(_ listed: [(id: String, author: String)]) throws -> String? {
    var facts = FactTable()
    facts.preprints[try #require(ArXivID("2306.03762"))] = .yes(
      Preprint(title: "Attention Is All You Need", authors: ["Ashish Vaswani"], year: 2023)
    )
    let key = TitleKey.key(of: "Reasoning Segmentation via Large Language Model")
    facts.listedPreprints[key] = try listed.map { paper in
      ListedPreprint(id: try #require(ArXivID(paper.id)), author: paper.author)
    }
    let text = SourceText(Self.text)
    let choice = try RulebookChoice(atBase: nil)
    let report = ListReport(
      path: "README.md",
      base: text,
      head: text,
      touched: [],
      by: choice,
      year: 2026,
      lookingAtAll: true,
      knowing: facts,
      whereChanged: { _ in false }
    )
    #expect(report.findings.contains { $0.finding.rule == "other-paper" })
    let suggestion = report.suggestions.first { $0.rules.contains("other-paper") }
    return suggestion.flatMap { suggestion in
      suggestion.replacement.firstMatch(of: /abs\/([0-9.]+)/).map { String($0.1) }
    }
  }

  @Test func `a bibliography gives it by title and first author`() throws {
    #expect(try offered([("2308.00692", "Lai")]) == "2308.00692")
    #expect(try offered([("2308.00692", "Lai"), ("2308.00692", "Lai")]) == "2308.00692")
  }

  @Test func `nothing is offered where it has another author, or two papers`() throws {
    #expect(try offered([]) == nil)
    #expect(try offered([("2308.00692", "Smith")]) == nil)
    #expect(try offered([("2308.00692", "Lai"), ("2308.00693", "Lai")]) == nil)
  }
}
