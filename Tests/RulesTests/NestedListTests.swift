import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// What is heard, and offered, of nested items in lists whose format is learned from them.
struct NestedListTests {
  private static let list = "## Papers\n\n" + (10..<40).map { entry($0) }.joined()

  private static func entry(_ number: Int) -> String {
    """
    - [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number))
      - Ada Adams, Bo Brown. *CVPR 2023*
      - Keyword: Segmentation, Masks
      - 📅 Date: November 2022
      - Data: [A\(number)](https://a.org/\(number)), [B\(number)](https://b.org/\(number))

    """
  }

  private func report(_ items: String..., in list: String = list) throws -> ListReport {
    let text = SourceText(list)
    var rulebook = try #require(try Rulebook.builtIn()).learned(from: text, or: text).rulebook
    // What stands last here is out of order, which others test.
    rulebook.severities.updateValue(nil, forKey: "misordered-entry")
    let title = "- [Another Paper: It Is New](https://arxiv.org/abs/2211.09999)\n"
    let lines = title + items.map { "  - \($0)\n" }.joined()
    let head = rulebook.document(SourceText(list + lines))
    return Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(text),
      head: head,
      touched: [text.lineCount + 1..<head.text.lineCount + 1]
    )
  }

  private static let authors = "Cy Cole, Di Dean. *ICCV 2023*"
  private static let keyword = "Keyword: Models"
  private static let date = "📅 Date: November 2022"
  private static let data = "Data: [C](https://c.org/1), [D](https://d.org/1)"

  @Test(arguments: [
    ("keyword: Models", "malformed-key"), ("Keywrod: Models", "malformed-key"),
    ("Keywords: Models", "malformed-key"), ("Key: Models", "malformed-key"),
    ("Keyword; Models", "malformed-key"), ("**Keyword**: Models", "malformed-key"),
    ("Keyword:Models", "space-around-comma"), ("Keyword : Models", "space-around-comma"),
  ])
  func `a key is offered as the list writes it`(_ item: String, rule: String) throws {
    let report = try report(Self.authors, item, Self.date, Self.data)
    #expect(Set(report.findings.map(\.finding.rule)) == [rule])
    let lines = report.suggestions.flatMap { $0.replacement.split(separator: "\n") }
    #expect(lines.contains("  - \(Self.keyword)"))
  }

  @Test func `a full-width colon is mended with the space after it`() throws {
    let report = try report(Self.authors, "Keyword\u{FF1A}Models", Self.date, Self.data)
    #expect(report.findings.map(\.finding.rule).contains("full-width-character"))
    let lines = report.suggestions.flatMap { $0.replacement.split(separator: "\n") }
    #expect(lines.contains("  - \(Self.keyword)"))
  }

  @Test(arguments: [
    ("Cy Cole, Di Dean. ICCV 2023", "wrong-emphasis"),
    ("Cy Cole, Di Dean *ICCV 2023*", "missing-full-stop"),
    ("Cy Cole, Di Dean,*ICCV 2023*", "misplaced-punctuation"),
    ("Cy Cole, Di Dean.*ICCV 2023*", "misplaced-space"),
  ])
  func `what parts the venue from the authors is as in the list`(
    _ item: String,
    rule: String
  ) throws {
    let report = try report(item, Self.keyword, Self.date, Self.data)
    #expect(Set(report.findings.map(\.finding.rule)) == [rule])
    let lines = report.suggestions.flatMap { $0.replacement.split(separator: "\n") }
    #expect(lines.contains("  - \(Self.authors)"))
  }

  @Test(arguments: [
    "Data: [C](https://c.org/1) [D](https://d.org/1)",
    "Data: [C](https://c.org/1); [D](https://d.org/1)",
  ])
  func `links of one item are parted as in the list`(_ item: String) throws {
    let report = try report(Self.authors, Self.keyword, Self.date, item)
    #expect(report.findings.map(\.finding.rule) == ["wrong-link-separator"])
    let lines = report.suggestions.flatMap { $0.replacement.split(separator: "\n") }
    #expect(lines.contains("  - \(Self.data)"))
  }

  @Test func `a keyword begins with a capital where nearly all do`() throws {
    let report = try report(Self.authors, "Keyword: models, pH of soil", Self.date, Self.data)
    #expect(
      report.findings.map(\.finding.message.plain) == ["Begin the keyword with a capital letter"]
    )
    let lines = report.suggestions.flatMap { $0.replacement.split(separator: "\n") }
    #expect(lines.contains("  - Keyword: Models, pH of soil"))
  }

  @Test func `items are put in the list's order`() throws {
    let report = try report(Self.authors, Self.data, Self.keyword, Self.date)
    #expect(report.findings.map(\.finding.rule) == ["field-order"])
    let lines = try #require(report.suggestions.first).replacement.split(separator: "\n")
      .dropFirst()
    #expect(
      lines.map { $0.dropFirst(4) }.map(String.init) == [
        Self.authors, Self.keyword, Self.date, Self.data,
      ]
    )
  }

  @Test func `an item that all have is missed`() throws {
    let report = try report(Self.authors, Self.keyword, Self.data)
    #expect(
      report.findings.map(\.finding.message.plain) == [
        "Add the item '📅 Date:', as the other entries do"
      ]
    )
    #expect(report.suggestions.isEmpty)
  }

  @Test func `a key that stands twice is told once`() throws {
    let report = try report(Self.authors, Self.keyword, "Keyword: More", Self.date, Self.data)
    #expect(report.findings.map(\.finding.message.plain) == ["Remove the second 'Keyword:'"])
  }

  @Test(arguments: ["Note: It is good.", "Project page of the authors", "[E](https://e.org)"])
  func `an item of its own stays silent`(_ item: String) throws {
    let report = try report(Self.authors, Self.keyword, Self.date, Self.data, item)
    #expect(report.findings.map(\.finding.message.plain) == [])
  }

  @Test func `sections whose items share no key have formats of their own`() throws {
    let tools =
      "## Tools\n\n"
      + (10..<30).map { number in
        "- [Tool \(number): It Is of Use](https://t.org/\(number))\n  - Licence: MIT\n  - Language: Swift\n"
      }
      .joined()
    let text = SourceText(Self.list + "\n" + tools)
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    let keys = learned.rulebook.formats.parts.map { $0.format.details?.forms.map(\.name) }
    #expect(
      keys == [["authors", "Keyword:", "📅 Date:", "Data:"], ["Licence:", "Language:"]]
    )
    #expect(
      try report("Licence: MIT", "Language: C", in: Self.list + "\n" + tools).findings.isEmpty
    )
    let bad = try report("License: MIT", "Language: C", in: Self.list + "\n" + tools)
    #expect(bad.findings.map(\.finding.rule) == ["malformed-key"])
  }
}
