import Classifier
import Learning
import Markdown
import Mutation
import Rules
import Testing

/// A list with lines made of scraps of entries is reviewed like any other: whatever stands there, the
/// program does not end.
struct ScrapTests {
  /// How lists of several shapes write a paper: its number stands for `#`.
  private static let shapes = [
    "- **`[Tag]`** N#: A Title of It. CVPR'2024. [[paper](https://arxiv.org/abs/2401.0000#)]",
    "- [A Title of It #](https://arxiv.org/abs/2401.0000#), Adam Smith, Bo Li, CVPR 2024",
    "* A Title of It #. *Adam Smith, Bo Li.* ICLR 2023. [Paper](https://arxiv.org/abs/2401.0000#)",
    "- [Name#](https://example.org/name#) - Does a thing.",
    "- [A Title of It #](https://arxiv.org/abs/2401.0000#)\n  - Adam Smith, Bo Li\n  - Keyword: words",
    "| A Title of It # | CVPR 2024 | [Link](https://arxiv.org/abs/2401.0000#) |",
    "1. **A Title of It #** (2024) <br> Adam Smith [pdf](https://arxiv.org/abs/2401.0000#)",
    "(*CVPR 2024*) A Title of It # [[Paper](https://arxiv.org/abs/2401.0000#)]\\",
  ]

  private static let scraps = [
    "CVPR", "NeurIPS", "2024", "2023.05", "Nov", "'24", "(", ")", "[", "]", "](", "](http://a.b/c)",
    "[paper](https://arxiv.org/abs/2301.00001)", "**", "*", "_", "`", "\"", "\u{201C}", ",", ", ",
    ";",
    ":", "!", "?", ".", "\u{2026}", " ", "  ", "\t", "\n  ", "\n  - ", "\n\n    ", "et al",
    "et al.",
    "by", "In", "and", ", and ", "Adam Smith", "K. He", "Title", "of", "|", "| ", "||", " - ",
    "\u{2014}",
    ":zap:", "\u{1F525}", "<br>", "<a href=\"http://x.y/z\">", "</a>", "&nbsp;",
    "[![a](http://i/p)](http://u/v)", "[1]", "[x][1]", "[x][]", "<http://q.w/e>",
    "http://arxiv.org/abs/2401.00001v2", "https://doi.org/10.48550/arxiv.2301.00001", "www.x.y",
    "#", "-",
    "+", "1.", "Keyword:", "Code:", "\u{A0}", "\u{200B}", "\u{FF0C}", "\u{3002}", "\u{FF08}",
    "\u{FF09}",
    "\u{FF1A}", "\\", "\\*", "é", "\u{4E2D}", "/", "://", "h", "<!--", "-->", "{", "}", "<", ">",
    "~",
    "99", "2015 ICCV", "(Oral)", "arXiv",
  ]

  @Test(arguments: shapes)
  func `a list of scraps is reviewed`(shape: String) throws {
    var generator = SeededGenerator(seed: 1)
    let entries = (0..<8).map { shape.replacing("#", with: String($0)) }
    let base = SourceText("## Papers\n\n" + entries.joined(separator: "\n") + "\n")
    for _ in 0..<20 {
      var lines = entries
      for _ in 0..<12 {
        let line = generator.coin() ? damaged(shape, &generator) : scrap(3..<24, &generator)
        lines.insert(line, at: Int.random(in: 0...lines.count, using: &generator))
      }
      let head = SourceText("## Papers\n\n" + lines.joined(separator: "\n") + "\n")
      // Both as a contribution, and as what a list has had for long.
      for base in [base, head] {
        let report = try ListReport(
          path: "README.md",
          base: base,
          head: head,
          touched: [1..<head.lineCount + 1],
          by: RulebookChoice(atBase: nil),
          year: 2026,
          lookingAtAll: true,
          whereChanged: { _ in false }
        )
        #expect(report.path == "README.md")
      }
    }
  }

  private func scrap(_ count: Range<Int>, _ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: count, using: &generator)).map { _ in
      Self.scraps.randomElement(using: &generator) ?? ""
    }
    .joined(separator: generator.coin() ? " " : "")
  }

  /// Puts scraps into an entry, and now and then cuts off what follows.
  private func damaged(_ shape: String, _ generator: inout SeededGenerator) -> String {
    var text = shape
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      let offset = Int.random(in: 0...text.count, using: &generator)
      let place = text.index(text.startIndex, offsetBy: offset)
      text.insert(contentsOf: scrap(1..<3, &generator), at: place)
      if Int.random(in: 0..<6, using: &generator) == 0 { text = String(text.prefix(offset + 6)) }
    }
    return text
  }
}
