import Classifier
import Rules
import Testing

/// How awesome lists describe what they list: a dash, a capital, a final full stop.
struct DescriptionTests {
  @Test(arguments: [
    ("- [LISA](https://a.org/x) - Segments by reasoning", "missing-full-stop"),
    ("- [LISA](https://a.org/x) - segments by reasoning.", "small-initial"),
    ("- [LISA](https://a.org/x): Segments by reasoning.", "misplaced-punctuation"),
    ("- [LISA](https://a.org/x) Segments by reasoning.", "misplaced-punctuation"),
    ("- [LISA](https://a.org/x) \u{2013} Segments by reasoning.", "misplaced-punctuation"),
    ("- [LISA](https://a.org/x) -Segments by reasoning.", "misplaced-space"),
    ("- [LISA](https://a.org/x) \u{2013}Segments by reasoning.", "misplaced-punctuation"),
    ("- [LISA](https://a.org/x)- Segments by reasoning.", "misplaced-space"),
  ])
  func `a description in another style is mended where the list has one`(
    _ line: String,
    _ rule: String
  ) throws {
    let list = SampleList(.accepted(line, in: .described))
    let report = try list.report()
    #expect(report.findings.map(\.finding.rule) == [rule])
    let fixed = "- [LISA](https://a.org/x) - Segments by reasoning."
    #expect(try list.corrected(report) == list.text(with: fixed))
    #expect(report.suggestions.map(\.applicability) == [.safe])
  }

  @Test(arguments: [
    "- [LISA](https://a.org/x) - Segments by reasoning, etc.",
    "- [LISA](https://a.org/x) - iOS library for segmentation.",
    "- [LISA](https://a.org/x) - macOS tool.",
    "- [LISA](https://a.org/x) - 3D segmentation - by reasoning.",
  ])
  func `a description in the list's style is left alone`(_ line: String) throws {
    let report = try SampleList(.accepted(line, in: .described)).report()
    #expect(report.findings.map(\.finding.message.plain) == [])
  }
}
