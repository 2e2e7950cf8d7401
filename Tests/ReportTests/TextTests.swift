import Review
import Testing

/// What a terminal shows.
struct TextTests {
  /// A title, and the line with its carets: they stand under what is meant.
  @Test(arguments: [
    ("Plain", "|", "^"),
    ("\u{7D30}\u{7D30}", "|", "^"),
    ("\u{1F600} e\u{301}", "|", "^"),
    ("A\u{7}B", "|", "^"),
  ])
  func `carets stand under what is meant`(_ title: String, _ bar: String, _ caret: String) throws {
    let text = try report(
      adding: "- \(title). CVPR 2024. [[paper](https://arxiv.org/abs/2308.00692)]"
    ).text(style: .plain)
    let lines = text.split(separator: "\n")
    let index = try #require(lines.firstIndex { $0.contains("^") })
    let shown = lines[index - 1]
    let start = try #require(shown.firstRange(of: "CVPR 2024")).lowerBound
    let before = shown[..<start].unicodeScalars.reduce(0) { $0 + width($1) }
    let blanks = try #require(lines[index].firstIndex(of: "^"))
    #expect(lines[index].distance(from: lines[index].startIndex, to: blanks) == before)
    #expect(lines[index].count { $0 == "^" } == "CVPR 2024".count)
  }

  @Test(arguments: ["\u{1B}[31m", "\u{9B}31m", "\u{202E}", "\u{7}", "\t", "\u{0}", "\u{2028}"])
  func `nothing in a list acts on the terminal`(_ control: String) throws {
    let text = try report(
      adding: "- A\(control)B CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
    ).text(style: .plain)
    let scalars = text.unicodeScalars.filter { $0 != "\n" }
    #expect(!scalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
    #expect(!scalars.contains { [0x202E, 0x2028].contains($0.value) })
  }

  @Test func `a list that is hardly understood is not passed as clean`() throws {
    let links = (1..<9).map { "<a href=\"https://a.org/\($0)\">A \($0)</a>\n\n" }.joined()
    let report = try reportOnAll("# A list\n\n\(links)")
    let notice =
      "README.md: no entry was understood, so nothing was checked; the first that was not understood is line 3: <a href=\"https://a.org/1\">A 1</a>"
    let text = report.text(style: .plain)
    #expect(text.contains("warning: \(notice)"))
    #expect(!text.contains("nothing to report"))
    #expect(!report.markdown().contains("Nothing to report"))
    #expect(report.markdown().contains("line 3: `<a href=\"https://a.org/1\">A 1</a>`"))
    #expect(report.workflowCommands().hasPrefix("::warning "))
  }

  @Test func `a long line is elided around what is meant`() throws {
    let title = String(repeating: "word ", count: 200) + "end"
    let text = try report(
      adding: "- \(title). CVPR 2024. [[paper](https://arxiv.org/abs/2308.00692)]"
    ).text(style: .plain, width: 80)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("    | ") }
    #expect(lines.allSatisfy { $0.count <= 80 } && lines.contains { $0.contains("\u{2026}") })
    #expect(lines.contains { $0.contains("CVPR 2024") })
  }

  @Test func `a correction that somebody has to agree with says so, and a certain one does not`()
    throws
  {
    let paper = "LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
    let legend = "**`[ReferIS]`**: Referring Segmentation  \n**`[GRES]`**: Generalized  \n"
    let tagged = "- **`[GRES]`** Some \(paper)\n".replacing("00692", with: "00691")
    let list = "## Related Task\n\n\(legend)\n## Papers\n\n\(tagged)"
    let doubtful = try report(adding: "- **`[ReferSI]`** \(paper)", to: list).text(style: .plain)
    #expect(
      doubtful.contains("it should read, if you agree ('rubric fix --unsafe' writes it):"),
      "\(doubtful)"
    )
    let certain = try report(adding: "- **`[GRES]`** LISA \(paper.dropFirst(6))", to: list)
      .text(style: .plain)
    #expect(certain.contains("it should read:"), "\(certain)")
  }

  @Test func `an empty bullet should go`() throws {
    #expect(try report(adding: "-").text(style: .plain).contains("delete this line"))
  }

  @Test func `without findings there is one line`() throws {
    let line = "- LISA. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
    #expect(try report(adding: line).text(style: .plain) == "nothing to report (entries: 1 added)")
  }

  @Test func `without colour there is no escape`() throws {
    let line = "- LISA. arXiv 2023 [[paper](https://arxiv.org/abs/2308.00692)]"
    #expect(!(try report(adding: line).text(style: .plain).contains("\u{1B}")))
    #expect(try report(adding: line).text(style: .coloured).contains("\u{1B}["))
  }

  private func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x301: 0
    case 0x4E00...0x9FFF, 0x1F600: 2
    default: 1
    }
  }
}
