import Classifier
import ListModel
import Markdown
import Rules
import Testing

/// The order of entries that a rulebook states.
struct StatedOrderTests {
  private func entries(_ titles: [String]) -> [String] {
    titles.enumerated().map { number, title in
      "- \(title). CVPR'2024. [[paper](https://arxiv.org/abs/2401.0000\(number))]"
    }
  }

  /// The messages on what was added at the end of a section.
  private func messages(
    adding title: String,
    behind titles: [String],
    by rulebook: String
  ) throws -> [String] {
    let book = try Rulebook(Array("extends: papers\n\(rulebook)".utf8), name: "rubric.yml")
    let lines = entries(titles + [title])
    let base = ["## General", ""] + lines.dropLast()
    let head = base + lines.suffix(1)
    let report = Reviewer(rulebook: book, year: 2025).review(
      path: "README.md",
      base: book.document(SourceText(base.joined(separator: "\n") + "\n")),
      head: book.document(SourceText(head.joined(separator: "\n") + "\n")),
      touched: [head.count..<head.count + 1]
    )
    return report.findings.map(\.finding.message.plain)
  }

  private static let displaced =
    "the section is in order of title: 'Ada' belongs before 'Bert' on line 3"

  @Test func `a stated order holds in a section of few entries`() throws {
    let titles = ["Bert", "Clip", "Dino"]
    #expect(try messages(adding: "Ada", behind: titles, by: "order: title") == [Self.displaced])
    #expect(try messages(adding: "Ada", behind: titles, by: "") == [])
  }

  @Test func `a stated order holds where some entries do not obey it`() throws {
    let titles = ["Bert", "Zoe", "Clip", "Dino"]
    #expect(try messages(adding: "Ada", behind: titles, by: "order: title") == [Self.displaced])
    #expect(try messages(adding: "Mae", behind: titles, by: "order: title") == [])
  }

  @Test func `none lets entries stand where they are`() throws {
    let titles = ["Bert", "Clip", "Dino", "Flamingo", "Glip", "Mae", "Seem", "Vit", "Zoe"]
    #expect(try messages(adding: "Ada", behind: titles, by: "") == [Self.displaced])
    #expect(try messages(adding: "Ada", behind: titles, by: "order: none") == [])
  }

  @Test func `a section can have an order of its own`() throws {
    let titles = ["Bert", "Clip", "Dino"]
    let rulebook = "order: title\nsections: [{names: [General], order: none}]"
    #expect(try messages(adding: "Ada", behind: titles, by: rulebook) == [])
    let other = "order: title\nsections: [{names: [Surveys], order: none}]"
    #expect(try messages(adding: "Ada", behind: titles, by: other) == [Self.displaced])
  }
}
