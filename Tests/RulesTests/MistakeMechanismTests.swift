import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// What is wrong in any list, and what is right although most entries have something else.
struct MistakeMechanismTests {
  @Test func `a year in parentheses that was read as something else is not missing`() throws {
    let base = Contribution.list(
      (10..<24).map { number in
        "- **[\(number)]** Ada Adams, et al. \"**A Study of Thing \(number)**.\" NIPS(20\(number)) [[pdf]](https://example.org/\(number).pdf)"
      }
    )
    let line =
      "- **[24]** Bo Brown, et al. \"**A Study of All**.\" NIPS(2015) arXiv preprint arXiv:1508.06615(2015) [[pdf]](https://example.org/24.pdf)"
    #expect(try !Contribution(line, to: base).rules.contains("missing-field"))
  }

  @Test func `a label that tells two links apart is not a slip`() throws {
    let base = Contribution.list(
      (10..<30).map { number in
        "- Paper \(number). [Paper](https://example.org/\(number)) | [Short Presentation](https://example.com/\(number))"
      }
    )
    let other = "[Short Presentation (Bilibili)](https://bilibili.com/3)"
    let line = "- Paper New. [Paper](https://example.org/new) | "
    #expect(
      try Contribution("\(line)[Short Presentation](https://example.com/n) | \(other)", to: base)
        .rules.isEmpty
    )
  }

  @Test(arguments: [("Datasets", false), ("Surveys", true)])
  func `a data set has another name than the paper about it`(
    _ section: String,
    _ isConflict: Bool
  ) throws {
    let base =
      "## Papers\n"
      + (10..<30).map {
        "\n- A Study of Reading \($0) [[pdf]](https://arxiv.org/abs/2401.000\($0))"
      }
      .joined() + "\n"
    let line = "\n## \(section)\n\n- The Book Test [[pdf]](https://arxiv.org/abs/2401.00010)"
    #expect(try Contribution(line, to: base).rules.contains("conflicting-title") == isConflict)
  }

  @Test func `the address of a linked title is not part of what is told`() throws {
    let line = "- [Tool](https://example.org/tool) -Does another thing."
    #expect(
      try Contribution(line, to: Contribution.tools).messages
        == ["Write ' - ' after the title, not ' -'"]
    )
  }

  @Test func `a repository of its own name is not the paper that it is about`() throws {
    let base =
      "## Papers\n"
      + (10..<30).map { number in
        "\n- A Study of Representation \(number) [[pdf]](https://arxiv.org/abs/2401.000\(number)) [[repo]](https://github.com/a/b\(number))"
      }
      .joined() + "\n"
    func line(_ repository: String) -> String {
      "- The Shared Benchmark [[pdf]](https://arxiv.org/abs/2401.00010) [[repo]](https://github.com/a/\(repository))"
    }
    #expect(try Contribution(line("x"), to: base).rules.contains("conflicting-title"))
    let named = try Contribution(line("the_shared_benchmark"), to: base)
    #expect(!named.rules.contains("conflicting-title"))
  }

  private static func tools(_ range: Range<Int> = 10..<40) -> String {
    Contribution.list(
      range.map { "- [Tool\($0)](https://example.org/\($0)) - Does a useful thing \($0)." }
    )
  }

  private static func papers(_ range: Range<Int> = 10..<40) -> String {
    Contribution.list(
      range.map {
        "- Segmenting Scene \($0): A Study, CVPR 2024. [[paper](https://arxiv.org/abs/2401.012\($0))]"
      }
    )
  }

  @Test(arguments: [
    ("Segmenting All of Them:Things and Stuff in Scenes", "Segmenting All of Them: Things and"),
    ("SAM:Things and Stuff in Scenes", "SAM: Things and"),
  ])
  func `a subtitle stands apart from the colon before it`(_ title: String, _ wanted: String) throws
  {
    let line = "- \(title), CVPR 2024. [[paper](https://arxiv.org/abs/2401.01299)]"
    let contribution = try Contribution(line, to: Self.papers())
    #expect(contribution.rules == ["space-around-comma"])
    #expect(contribution.replacement?.contains(wanted) ?? false)
  }

  @Test(arguments: [":zap:Segmenting All of the Scenes", "Re:Segmenting All of the Scenes"])
  func `a colon of a sign or after a syllable stands as it does`(_ title: String) throws {
    let line = "- \(title), CVPR 2024. [[paper](https://arxiv.org/abs/2401.01299)]"
    let contribution = try Contribution(line, to: Self.papers())
    #expect(!contribution.rules.contains("space-around-comma"))
  }

  @Test(arguments: [
    ("https://github.com/owner/name.", "malformed-url"),
    ("https://example.org/page,", "malformed-url"),
  ])
  func `a sign that ended a sentence is not part of an address`(
    _ url: String,
    _ rule: String
  ) throws {
    let contribution = try Contribution("- [New](\(url)) - Does more.", to: Self.tools())
    #expect(contribution.rules == [rule])
    #expect(contribution.replacement == "- [New](\(url.dropLast())) - Does more.")
  }

  @Test func `an address of a wiki may end in a full stop`() throws {
    let line = "- [New](https://en.wikipedia.org/wiki/Example_Inc.) - Does more."
    #expect(try Contribution(line, to: Self.tools()).rules.isEmpty)
  }

  @Test func `what hangs on a title by a plus is part of it`() throws {
    let line =
      "- [New](https://example.org/new) + [Other](https://example.org/other) - Do more together."
    #expect(try Contribution(line, to: Self.tools()).rules.isEmpty)
  }

  @Test func `an identifier in the text names the paper that is linked`() throws {
    let line =
      "- Segmenting Scene 7: A Study, arXiv:2401.01277. [[paper](https://arxiv.org/abs/2401.01299)]"
    let contribution = try Contribution(line, to: Self.papers())
    #expect(contribution.rules.contains("disagreeing-identifiers"))
  }

  @Test func `a version and its paper are two links with a reason`() throws {
    let line =
      "- Segmenting Scene 7: A Study, CVPR 2024. [[paper](https://arxiv.org/abs/2401.01277)] [[paper v2](https://arxiv.org/abs/2401.01299)]"
    let contribution = try Contribution(line, to: Self.papers())
    #expect(!contribution.rules.contains("disagreeing-identifiers"))
  }

  @Test func `only what was removed from the middle of an address is named`() throws {
    let line =
      "- [New](https://example.org/page?utm_source=x&id=7) - Does more."
    let contribution = try Contribution(line, to: Self.tools())
    let messages = contribution.report.findings.map(\.finding.message.plain)
    #expect(messages == ["Remove 'utm_source=x&' from the address"])
  }

  @Test(arguments: [
    (
      "[paper]([abs](https://arxiv.org/abs/2401.01299))",
      "[paper](https://arxiv.org/abs/2401.01299)"
    )
  ])
  func `an address is not a link`(_ written: String, _ wanted: String) throws {
    let line = "- Segmenting Scene 7: A Study, CVPR 2024. [\(written)]"
    let contribution = try Contribution(line, to: Self.papers())
    #expect(contribution.rules == ["unbalanced-bracket"])
    #expect(contribution.replacement?.contains(wanted) ?? false)
  }

  @Test func `a link that begins an entry is its title, whatever its host's links are called`()
    throws
  {
    let base = Contribution.list(
      (10..<40).map {
        "- Segmenting Scene \($0): A Study, CVPR 2024. [[code](https://github.com/owner/name\($0))]"
      }
    )
    let line = "- [ScenePapers](https://github.com/owner/papers): A list of papers about scenes."
    #expect(!(try Contribution(line, to: base).rules.contains("unknown-link-label")))
  }

  @Test func `a link in a sentence is not moved to the others`() throws {
    let base = Contribution.list(
      (10..<40).map {
        "- Segmenting Scene \($0), CVPR 2024. [[paper](https://arxiv.org/abs/2401.012\($0))] [[code](https://github.com/owner/name\($0))]"
      }
    )
    let line =
      "- Segmenting Scene 7 (see its [code](https://github.com/owner/name)), CVPR 2024. [[paper](https://arxiv.org/abs/2401.01299)]"
    #expect(!(try Contribution(line, to: base).rules.contains("link-order")))
  }

  @Test func `several people named by one of them are authors, with a year before them or without`()
    throws
  {
    let base = Contribution.list(
      (10..<40).map {
        "- Learning from a scene of kind \($0) (2016), A. Adams et al. [[pdf]](https://arxiv.org/pdf/1601.012\($0))"
      }
    )
    let line =
      "- Learning from no scene at all, C. Zhang et al. [[pdf]](https://arxiv.org/pdf/1611.03530)"
    let contribution = try Contribution(line, to: base)
    let messages = contribution.report.findings.map(\.finding.message.plain)
    #expect(!messages.contains { $0.contains("authors") })
  }

  @Test func `a short name is a note where the title has none`() throws {
    let base = Contribution.list(
      (10..<40).map {
        "- **Net\($0)** [Learning from a Scene of Kind \($0)](https://arxiv.org/abs/2401.012\($0)) (May 2024)"
      }
    )
    let line = "- [A Survey of Scenes](https://arxiv.org/abs/2401.01277) (May 2024)"
    let plain = try Contribution(line, to: base)
    #expect(plain.severities.allSatisfy { $0 == .note })
    let named =
      "- [SceneNet: Learning from a Scene](https://arxiv.org/abs/2401.01277) (May 2024)"
    #expect(
      try Contribution(named, to: base).replacement
        == "- **SceneNet** [Learning from a Scene](https://arxiv.org/abs/2401.01277) (May 2024)"
    )
  }

  @Test func `a section keeps the bullet that all of its items have, be they entries or not`()
    throws
  {
    let base =
      "# List\n\n## Catalogue\n\n* Data\n    * [One](./one.md)\n\n## Tools\n\n"
      + (10..<20).map { "- [Tool\($0)](https://example.org/\($0)) - Does a thing.\n" }.joined()
    let text = SourceText(base)
    let rulebook = try #require(try Rulebook.builtIn()).learned(from: text, or: text).rulebook
    let head = SourceText(
      base.replacing("\n\n## Tools", with: "\n\n* [Methods](https://example.org/m)\n\n## Tools")
    )
    let report = Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(text),
      head: rulebook.document(head),
      touched: [8..<9]
    )
    #expect(!report.findings.contains { $0.finding.rule == "malformed-marker" })
  }

  @Test func `words after a quotation begin nothing`() throws {
    let line = "- [New](https://example.org/new) - \"Edge\" of more."
    #expect(!(try Contribution(line, to: Self.tools()).rules.contains("small-initial")))
  }

  @Test(arguments: [("\n    Martial", 0), ("", 1)])
  func `a comma at the end of a line is one too many where nothing goes on`(
    _ rest: String,
    _ count: Int
  ) throws {
    let base = Contribution.list(
      (10..<40).map {
        "- [Learning from Scene \($0)](https://arxiv.org/abs/2401.012\($0))\n  - Ada Adams, Bo Brown\n  - Keyword: Scene"
      }
    )
    let line =
      "- [Learning from Scene 7](https://arxiv.org/abs/2401.01277)\n  - Ada Adams, Abhinav Hebert,\(rest)\n  - Keyword: Scene"
    let commas = try Contribution(line, to: base).report.findings.filter {
      $0.finding.message.plain == "Remove the comma at the end of the line"
    }
    #expect(commas.count == count)
  }
}
