import Classifier
import Learning
import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// What a list's own rulebook can say.
struct RulebookTests {
  private func rulebook(_ yaml: String) throws -> Rulebook {
    try Rulebook(Array(yaml.utf8), name: "rubric.yml")
  }

  private static let list = """
    # List

    ## Surveys

    ### Old

    - One Paper about Things [[paper](https://arxiv.org/abs/2211.00001)]

    ## Methods

    - Another Paper about Things [[paper](https://arxiv.org/abs/2211.00002)]

    """

  @Test
  func `what a rulebook does not say is as in the one it extends`() throws {
    let papers = try #require(try Rulebook.builtIn())
    let own = try rulebook("extends: papers\narxiv: pdf")
    #expect(own.arXivForm == .pdf)
    #expect(own.requiredLinks == papers.requiredLinks)
    #expect(own.asides == papers.asides)
    #expect(!own.learnsFormats)
  }

  @Test
  func `a rulebook without a format leaves the format to the list`() throws {
    let own = try rulebook("rules:\n  trailing-space: off")
    #expect(own.learnsFormats)
    let entries = (10..<22).map { "* [Tool\($0)](https://example.org/\($0)) - Is useful.  \n" }
    let text = SourceText(
      "# List\n\n" + entries.joined() + "* [Tool](https://example.org) Is useful. \n"
    )
    let learned = own.learned(from: text, or: text).rulebook
    #expect(learned.format.marker == "*")
    #expect(
      try findings(on: String(decoding: text.bytes, as: UTF8.self), by: learned).map {
        $0.split(separator: ":")[0]
      } == ["15 misplaced-punctuation"]
    )
  }

  @Test
  func `a section and those below it have settings of their own`() throws {
    let papers = try rulebook("extends: papers")
    #expect(try findings(on: Self.list, by: papers).count { $0.contains("missing-venue") } == 2)
    let own = try rulebook(
      "extends: papers\nsections:\n  - names: [Surveys]\n    rules: {missing-venue: off}"
    )
    #expect(
      try findings(on: Self.list, by: own).filter { $0.contains("missing-venue") }.map {
        $0.prefix(2)
      }
        == ["11"]
    )
  }

  @Test
  func `a rule that is off can be on in one section`() throws {
    let own = try rulebook(
      "extends: papers\nrules: {missing-venue: off}\nsections:\n  - names: [Methods]\n    rules: {missing-venue: note}"
    )
    let found = report(on: Self.list, by: own).findings.filter {
      $0.finding.rule == "missing-venue"
    }
    #expect(found.map(\.line) == [11])
    #expect(found.map(\.finding.severity) == [.note])
  }

  @Test
  func `sections can have formats of their own`() throws {
    let own = try rulebook(
      """
      extends: papers
      formats:
        - marker: "*"
          template: "[{title}]({url}) - {description}."
        - sections: [Papers]
          marker: "-"
          template: "**{title}**, {venue} {links}"
      """
    )
    let document = own.document(
      SourceText(
        """
        ## Papers

        ### Old

        - **One Paper about Things**, CVPR 2023 [paper](https://arxiv.org/abs/2211.00001)

        ## Tools

        * [Tool](https://example.org) - Is useful.

        """
      )
    )
    #expect(document.entries.map(\.format) == [1, 0])
    #expect(
      document.entries.map { document.entry(at: $0).title?.text } == [
        "One Paper about Things", "Tool",
      ]
    )
  }

  @Test(arguments: [
    ("README.md", "README.md", true),
    ("README.md", "docs/README.md", false),
    ("*.md", "README.md", true),
    ("*.md", "docs/a.md", false),
    ("docs/*.md", "docs/a.md", true),
    ("docs/**/*.md", "docs/a.md", true),
    ("docs/**/*.md", "docs/a/b/c.md", true),
    ("**/list?.md", "a/list1.md", true),
    ("**/list?.md", "a/list.md", false),
    ("**", "a/b", true),
    ("a*b*c", "axxbxxc", true),
    ("a*b*c", "axxbxx", false),
  ])
  func `a pattern of paths matches as in gitignore`(pattern: String, path: String, matches: Bool) {
    #expect(PathPattern(pattern).matches(path) == matches)
  }

  @Test
  func `a repository's lists are those that its rulebook names`() throws {
    let choice = try RulebookChoice(atBase: Array("lists: [A.md, \"docs/*.md\"]".utf8))
    let paths = ["README.md", "docs/one.md", "docs/two.md"]
    #expect(choice.lists(named: [], among: paths) == ["A.md", "docs/one.md", "docs/two.md"])
    #expect(choice.lists(named: ["B.md"], among: paths) == ["B.md"])
    #expect(try RulebookChoice(atBase: nil).lists(named: [], among: paths) == nil)
  }
}
