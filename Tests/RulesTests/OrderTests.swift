import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// Orders that a rulebook states, and the order in which `init` found sections.
struct OrderTests {
  private typealias Paper = (title: String, year: Int)

  /// Too few to show an order by themselves.
  private static let ascending: [Paper] = [("Ada", 2021), ("Cod", 2022), ("Eel", 2023)]

  private static func section(_ papers: [Paper], _ name: String = "A") -> String {
    let entries = papers.map { title, year in
      "- \(title). CVPR'\(year). [[paper](https://example.org/\(name)/\(title))]\n"
    }
    return "## \(name)\n\n" + entries.joined() + "\n"
  }

  /// A table whose first column has the year.
  private func years(_ years: [Int]) -> String {
    (["| Year | Paper |", "| --- | --- |"]
      + years.enumerated().map {
        "| \($1) | [Paper Number \($0 * 7 % 24)](https://example.org/\($0)) |"
      })
      .joined(separator: "\n")
  }

  @Test func `a column of years is an order, and none of them is still to come`() throws {
    let base = "# List\n\n## Papers\n\n\(years((0..<24).map { 2001 + $0 / 2 }))\n"
    let text = SourceText(base)
    let rulebook = try #require(try Rulebook.builtIn()).learned(from: text, or: text).rulebook
    func findings(_ row: String) -> [String] {
      let head = SourceText(base + row + "\n")
      return Reviewer(rulebook: rulebook, year: 2025).review(
        path: "README.md",
        base: rulebook.document(text),
        head: rulebook.document(head),
        touched: [text.lineCount + 1..<head.lineCount + 1]
      ).findings.map(\.finding.rule)
    }
    #expect(findings("| 2004 | [Paper New](https://example.org/n) |") == ["misordered-entry"])
    #expect(findings("| 2105 | [Paper New](https://example.org/n) |") == ["future-year"])
    #expect(findings("| 2012 | [Paper New](https://example.org/n) |").isEmpty)
  }

  @Test(arguments: [("2411", false), ("2409", true)])
  func `in a section that is merely found in order, a month does not matter`(
    _ month: String,
    _ isMisplaced: Bool
  ) throws {
    let months = (0..<24).map { (23 + $0 / 12, $0 % 12 + 1) }
    let entries = months.map { year, month in
      let id = "\(year)\(month < 10 ? "0" : "")\(month).00123"
      return "- Paper \(month * 7 % 13) in \(year). [[paper](https://arxiv.org/abs/\(id))]"
    }
    let text = SourceText("# List\n\n## Papers\n\n\(entries.joined(separator: "\n"))\n")
    let rulebook = try #require(try Rulebook.builtIn()).learned(from: text, or: text).rulebook
    // The last entry is of December.
    let line = "- Paper New. [[paper](https://arxiv.org/abs/\(month).00999)]\n"
    let head = SourceText(text.string(0..<text.bytes.count) + line)
    let report = Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(text),
      head: rulebook.document(head),
      touched: [text.lineCount + 1..<head.lineCount + 1]
    )
    #expect(report.findings.contains { $0.finding.rule == "misordered-entry" } == isMisplaced)
  }

  @Test(arguments: [
    (
      "title", ascending,
      ["title"]
    ),
    (
      "oldest-year", ascending,
      ["year, oldest first"]
    ),
    ("newest-year", ascending.reversed(), []),
    ("oldest-date", ascending, []),
    ("none", ascending, []),
    (nil, ascending, []),
  ])
  func `a stated order holds in a small section`(
    _ order: String?,
    _ papers: [(title: String, year: Int)],
    _ expected: [String]
  ) throws {
    let head = Self.section(papers + [("Bee", 2021)])
    let settings = order.map { "order: \($0)" } ?? ""
    let found = try messages(from: Self.section(papers), to: head, settings)
    #expect(
      found
        == expected.map {
          "Move 'Bee' between 'Ada' on line 3 and 'Cod' on line 4: the section is sorted by \($0)"
        }
    )
  }

  @Test func `a stated order holds where few entries obey it`() throws {
    let papers: [Paper] = [
      ("Eel", 2020), ("Ada", 2020), ("Cod", 2020), ("Bat", 2020), ("Doe", 2020), ("Fox", 2020),
      ("Hen", 2020), ("Gnu", 2020), ("Ibis", 2020),
    ]
    let new: [Paper] = papers + [("Bee", 2020)]
    #expect(try messages(from: Self.section(papers), to: Self.section(new), "") == [])
    let found = try messages(from: Self.section(papers), to: Self.section(new), "order: title")
    #expect(found.count == 1)
    #expect(found.first?.contains("Move 'Bee' between") == true)
  }

  @Test(arguments: ["The Bat", "bat", "Bat-Man"])
  func `a title that obeys any usual collation is in the stated order`(_ title: String) throws {
    let papers: [Paper] = [("Ada", 2021), (title, 2021), ("Cod", 2022)]
    let base = Self.section(papers.filter { $0.title != title })
    #expect(try messages(from: base, to: Self.section(papers), "order: title") == [])
  }

  @Test func `an order that a section keeps is let be where the rulebook says none`() throws {
    let papers: [Paper] = (10..<22).map { ("Paper \($0)", 2020) }
    let (base, head) = (Self.section(papers), Self.section(papers + [("Ada", 2020)]))
    #expect(try messages(from: base, to: head, "").count == 1)
    #expect(try messages(from: base, to: head, "order: none") == [])
  }

  @Test func `the nearest section that states an order settles it`() throws {
    let settings = """
      order: title
      sections:
        - {names: [B], rules: {insecure-url: off}}
        - {names: [C], order: none}
        - {names: [D], order: oldest-year}
      """
    let sections = ["A", "B", "C", "D"]
    let base = sections.map { Self.section(Self.ascending, $0) }.joined()
    let head = sections.map { Self.section(Self.ascending + [("Bee", 2022)], $0) }.joined()
    let report = try review(from: base, to: head, settings)
    let found = report.findings.filter { $0.finding.rule == "misordered-entry" }
    #expect(found.map(\.line) == [6, 13, 27])
    #expect(found.last?.finding.message.plain.contains("year, oldest first") == true)
  }

  @Test func `what init finds of orders is written down with its counts`() throws {
    let text = SourceText(
      ["A", "B", "C"].map { name in
        let papers: [Paper] = (10..<22).map { ("Paper \($0)", name == "C" ? 2020 : 2000 + $0) }
        return Self.section(name == "C" ? papers.reversed() : papers, name)
      }
      .joined()
    )
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    let yaml = RulebookText(learned, of: ["README.md"], text).yaml
    #expect(yaml.contains("# order: title  # kept in 2 of 3 sections"))
    #expect(yaml.contains("# order: oldest-year  # kept in 2 of 3 sections"))
    #expect(!yaml.contains("newest"))
  }

  /// Titles in the alphabet.
  private static let words: [Paper] = [
    "ada", "bat", "cod", "doe", "eel", "fox", "gnu", "hen", "ibis", "jay", "kiwi", "lynx", "make",
    "newt", "owl", "pug", "quail", "rat", "seal", "toad",
  ]
  .map { ($0, 2020) }

  @Test func `a title that goes on before one that ends is in order where whole lines are sorted`()
    throws
  {
    func pair(_ word: String, _ isEarlier: Bool) -> [Paper] {
      isEarlier ? [("\(word)-all", 2020), (word, 2020)] : [(word, 2020), ("\(word)-all", 2020)]
    }
    for (isEarlier, count) in [(true, 0), (false, 1)] {
      let base = Self.words.flatMap { $0.title == "fox" ? pair("fox", isEarlier) : [$0] }
        .flatMap { $0.title == "make" ? [("make-all", 2020)] : [$0] }
      let head = base.flatMap { $0.title == "make-all" ? pair("make", true) : [$0] }
      let found = try messages(from: Self.section(base), to: Self.section(head), "")
      #expect(found.count == count, "\(found)")
    }
  }

  @Test func `a new entry is not blamed for the one beside it that is out of order`() throws {
    func changing(_ word: String, to words: [String]) -> String {
      Self.section(
        Self.words.flatMap { $0.title == word ? words.map { ($0, 2020) } : [$0] }
      )
    }
    let base = changing("hen", to: ["hen", "ham"])
    #expect(try messages(from: base, to: changing("hen", to: ["hen", "hex", "ham"]), "") == [])
    let head = changing("hen", to: ["hen", "ant", "ham"])
    #expect(try messages(from: base, to: head, "").count == 1)
  }

  private func messages(
    from base: String,
    to head: String,
    _ settings: String
  ) throws -> [String] {
    try review(from: base, to: head, settings).findings
      .filter { $0.finding.rule == "misordered-entry" }.map(\.finding.message.plain)
  }

  private func review(
    from base: String,
    to head: String,
    _ settings: String
  ) throws -> ListReport {
    let rulebook = try Rulebook(Array("extends: papers\n\(settings)".utf8), name: "rubric.yml")
    let documents = [base, head].map { rulebook.document(SourceText($0)) }
    return Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: documents[0],
      head: documents[1],
      touched: touchedLines(from: documents[0].text, to: documents[1].text)
    )
  }
}
