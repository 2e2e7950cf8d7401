import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// A rulebook that says all of a format is held to in any form: what is only done for lists whose ways are
/// learned is not done there.
struct ExactFormatTests {
  private static let links = """
        links:
          item: "[[{label}]({url})]"
          separator: " | "
          ordered: true
          labels: {paper: [arxiv], code: []}
    """

  /// How entries are written, and one of them: `%` stands for its number.
  private static let forms: [(name: String, format: String, entry: String)] = [
    (
      "numbers", "marker: \"1.\"\n    template: \"{title}. {venue}. {links}\"",
      "1. Paper % of Many. CVPR'2024. [[paper](https://arxiv.org/abs/2401.000%)]"
    ),
    (
      "bold titles", "marker: \"*\"\n    template: \"**{title}.** {venue}. {links}\"",
      "* **Paper % of Many.** CVPR'2024. [[paper](https://arxiv.org/abs/2401.000%)]"
    ),
    (
      "paragraphs", "unit: paragraph\n    template: \"**{title}.** {venue}. {links}\"",
      "**Paper % of Many.** CVPR'2024. [[paper](https://arxiv.org/abs/2401.000%)]\n"
    ),
  ]

  private func findings(_ index: Int, _ change: (String) -> String) throws -> [String] {
    let (_, format, form) = Self.forms[index]
    let yaml =
      "extends: papers\nformats:\n  - \(format)\n    venue: {form: \"{name}'{year}\"}\n\(Self.links)\n"
    let rulebook = try Rulebook(Array(yaml.utf8), name: "rubric.yml")
    let entries = (10..<20).map { form.replacing("%", with: "\($0)") }.joined(separator: "\n")
    let base = SourceText("## Papers\n\n\(entries)\n")
    let new = change(form.replacing("%", with: "40"))
    let report = ListReport(
      path: "README.md",
      base: base,
      head: SourceText(base.bytes + Array((new + "\n").utf8)),
      touched: [base.lineCount + 1..<base.lineCount + 6],
      by: RulebookChoice(rulebook),
      year: 2025,
      whereChanged: { _ in false }
    )
    return report.findings.map(\.finding.rule)
  }

  @Test func `a description that begins after the links is read`() throws {
    let line =
      "- **(AIST 2017)** [Name](https://example.org/a). Name: A Database for Recognition, Somebody et al.\n"
    let report = ListReport(
      path: "README.md",
      base: SourceText(""),
      head: SourceText(line),
      touched: [1..<2],
      by: RulebookChoice(try #require(try Rulebook.builtIn())),
      year: 2025,
      whereChanged: { _ in false }
    )
    #expect(report.document.entries.count == 1)
  }

  @Test(arguments: forms.indices)
  func `an entry of the format is left alone`(index: Int) throws {
    #expect(try findings(index) { $0 } == [], "\(Self.forms[index].name)")
  }

  @Test(arguments: forms.indices)
  func `a former name of a venue is reported`(index: Int) throws {
    let found = try findings(index) { $0.replacing("CVPR'2024", with: "NIPS'2023") }
    #expect(found == ["misspelt-venue"], "\(Self.forms[index].name)")
  }

  @Test(arguments: forms.indices)
  func `a label that is none of the format's is reported`(index: Int) throws {
    let found = try findings(index) { entry in
      entry.replacing(")]", with: ")] | [[slides](https://example.org/slides)]")
    }
    #expect(found == ["unknown-link-label"], "\(Self.forms[index].name)")
  }

  @Test(arguments: forms.indices)
  func `a missing venue is told once`(index: Int) throws {
    let found = try findings(index) { $0.replacing(" CVPR'2024.", with: "") }
    #expect(found == ["missing-venue"], "\(Self.forms[index].name)")
  }
}
