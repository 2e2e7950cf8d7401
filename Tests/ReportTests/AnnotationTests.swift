import Review
import Testing

/// The report as workflow commands of GitHub Actions.
struct AnnotationTests {
  @Test func `an entry is one annotation, with what it should read`() throws {
    let commands = try report(
      adding: "- LISA. CVPR'2024 [[paper](https://www.arxiv.org/abs/2308.00692)]"
    ).workflowCommands()
    #expect(
      commands
        == """
        ::error file=README.md,line=1,endLine=1,title=rubric%3A missing-full-stop%2C non-canonical-arxiv-url\
        ::Add a full stop after the venue%0ALink this paper as 'https:/\u{200B}/arxiv.org/abs/2308.00692'\
        %0AIt should read:%0A- LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]
        rubric: 2 errors (entries: 1 added)
        """.replacing("\u{200B}", with: "")
    )
  }

  @Test func `of a level ten are shown and the rest is counted`() throws {
    let lines = (10..<25).map {
      "- LISA \($0). CVPR'2024 [[paper](https://arxiv.org/abs/2308.006\($0))]\n"
    }
    let commands = try report(adding: "-", to: "").workflowCommands()
    #expect(commands.split(separator: "\n").count == 2)
    let many = try reportOnAll(lines.joined()).workflowCommands().split(separator: "\n")
    #expect(many.count == 11)
    #expect(
      many.last
        == "rubric: 15 errors (no entry is touched); 5 not shown, for the runner keeps ten of a level"
    )
  }

  @Test(arguments: [
    "\r::error::x", "##[error]x", "%0A::error::x", "::stop-commands::x", "\u{1B}c",
  ])
  func `hostile text issues no command`(_ text: String) throws {
    let commands = try report(
      adding:
        "- **`[\(text)]`** LISA\(text)  x. CVPR'2024 [[\(text)](https://www.arxiv.org/abs/2308.00692?a=\(text))]",
      path: "a\(text).md"
    ).workflowCommands()
    let lines = commands.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    #expect(lines.count == 2)
    #expect(
      lines.filter {
        $0.starts(with: "::error file=a".utf8) || $0.starts(with: "::warning file=a".utf8)
      }.count == 1
    )
    #expect(!commands.contains("##["))
    #expect(!commands.contains("\u{1B}"))
  }

  @Test func `nothing to report is one line`() throws {
    #expect(
      try reportOnAll("# A\n").workflowCommands()
        == "rubric: nothing to report (no entry is touched)"
    )
  }
}
