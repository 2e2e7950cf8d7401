import Classifier
import ListModel
import Markdown
import Rules
import Testing

private let lisa =
  "- LISA: Reasoning Segmentation. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
private let gsva =
  "- GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]"
private let pixel =
  "- PixelLM: Pixel Reasoning. CVPR'2024. [[paper](https://arxiv.org/abs/2312.02228)]"

/// What a contribution did to the entries of a list.
struct ReviewerTests {
  /// Each text, and its changes as `kind fields @line`.
  @Test(arguments: [
    ("nothing", "## A\n\(lisa)\n", "## A\n\(lisa)\n", []),
    ("an entry more", "## A\n\(lisa)\n", "## A\n\(lisa)\n\(gsva)\n", ["added @3"]),
    ("an entry less", "## A\n\(lisa)\n\(gsva)\n", "## A\n\(gsva)\n", ["removed @-"]),
    ("no list before", "", "## A\n\(lisa)\n", ["added @2"]),
    ("no list after", "## A\n\(lisa)\n", "", ["removed @-"]),
    ("an entry in a comment", "## A\n\(lisa)\n", "## A\n<!--\n\(lisa)\n-->\n", ["removed @-"]),
    ("an entry out of a comment", "## A\n<!--\n\(lisa)\n-->\n", "## A\n\(lisa)\n", ["added @2"]),
    (
      "the venue", "\(lisa)\n", "\(lisa.replacing("arXiv'", with: "ICLR'"))\n", ["changed venue @1"]
    ),
    (
      "venue and year", "\(lisa)\n", "\(lisa.replacing("arXiv'2023", with: "CVPR'2024"))\n",
      ["changed venue year @1"]
    ),
    (
      "the title", "\(lisa)\n", "\(lisa.replacing("Reasoning", with: "Better Reasoning"))\n",
      ["changed title @1"]
    ),
    (
      "the identifier", "\(lisa)\n\(gsva)\n",
      "\(lisa.replacing("2308.00692", with: "2308.00693"))\n\(gsva)\n", ["changed links @1"]
    ),
    (
      "title and identifier", "\(lisa)\n\(gsva)\n",
      "\(lisa.replacing("00692", with: "00693").replacing("LISA:", with: "LISA++:"))\n\(gsva)\n",
      ["changed title links @1"]
    ),
    (
      "only how it is written", "\(lisa)\n", "\(lisa.replacing("23. ", with: "23 "))\n",
      ["changed text @1"]
    ),
    (
      "another paper in its place", "\(gsva)\n\(lisa)\n", "\(gsva)\n\(pixel)\n",
      ["added @2", "removed @-"]
    ),
    (
      "another section", "## A\n\(lisa)\n\(gsva)\n## B\n\(pixel)\n",
      "## A\n\(lisa)\n## B\n\(gsva)\n\(pixel)\n", ["moved @4"]
    ),
    ("a heading above", "## A\n\(lisa)\n\(gsva)\n", "## A\n\(lisa)\n## B\n\(gsva)\n", ["moved @4"]),
    ("a heading renamed", "## A\n\(lisa)\n", "## B\n\(lisa)\n", ["moved @2"]),
    (
      "two entries swapped", "\(lisa)\n\(gsva)\n\(pixel)\n", "\(gsva)\n\(lisa)\n\(pixel)\n",
      ["moved @2"]
    ),
    ("a line that stands twice", "\(lisa)\n", "\(lisa)\n\(lisa)\n", ["added @2"]),
    ("an empty bullet", "\(lisa)\n", "\(lisa)\n-\n", ["added @2"]),
    (
      "an empty bullet that is filled", "\(lisa)\n-\n", "\(lisa)\n\(gsva)\n",
      ["added @2", "removed @-"]
    ),
    ("an entry into code", "\(lisa)\n", "```\n\(lisa)\n```\n", ["removed @-"]),
    ("an entry out of code", "```\n\(lisa)\n```\n", "\(lisa)\n", ["added @1"]),
  ])
  func `a contribution is told for what it is`(
    _ name: String,
    _ base: String,
    _ head: String,
    _ changes: [String]
  ) throws {
    let report = try review(base, head)
    let found = report.changes.map { change in
      let line = change.head.map { "@\($0.place.lines.lowerBound)" } ?? "@-"
      return ([change.kind.rawValue] + change.fields.map(\.rawValue) + [line]).joined(
        separator: " "
      )
    }
    #expect(found == changes)
  }

  @Test(arguments: [
    ("a preprint that is published", lisa, lisa.replacing("arXiv'2023", with: "CVPR'2024"), []),
    ("a paper in two sections", "## A\n\(lisa)\n## B\n", "## A\n\(lisa)\n## B\n\(lisa)\n", []),
    ("a paper twice in a section", lisa, "\(lisa)\n\(lisa)", ["duplicate-entry @2"]),
    (
      "an old mistake in a line that stays", "\(lisa.replacing("23. ", with: "23 "))\n",
      "\(lisa.replacing("23. ", with: "23 "))\n\(gsva)\n", []
    ),
    (
      "an old mistake in a line that changes", "\(lisa.replacing("23. ", with: "23 "))\n",
      "\(lisa.replacing("arXiv'2023. ", with: "CVPR'2024 "))\n", ["missing-full-stop @1 (old)"]
    ),
    (
      "an old mistake and a new one", "\(lisa.replacing("23. ", with: "23 "))\n",
      "\(lisa.replacing("arXiv'2023. ", with: "CVPR 2024 "))\n",
      ["malformed-venue @1", "missing-full-stop @1 (old)"]
    ),
    (
      "an old mistake under a new heading", "\(lisa.replacing("23. ", with: "23 "))\n",
      "## A\n\(lisa.replacing("23. ", with: "23 "))\n", []
    ),
    (
      "one identifier under two titles", lisa,
      "\(lisa)\n\(gsva.replacing("2312.10103", with: "2308.00692"))", ["conflicting-title @2"]
    ),
    (
      "a legend line that comes to be followed", "**`[A]`**: One\n",
      "**`[A]`**: One\n**`[B]`**: Two\n",
      ["legend-line-without-break @1"]
    ),
    ("line ends", "\(lisa)\n\(gsva)\n", "\(lisa)\r\n\(gsva)\r\n", []),
    ("one line end", "\(lisa)\n\(gsva)\n", "\(lisa)\n\(gsva)\r\n", ["mixed-line-ends @2"]),
  ])
  func `a finding is the contribution's or was there before`(
    _ name: String,
    _ base: String,
    _ head: String,
    _ findings: [String]
  ) throws {
    func ended(_ text: String) -> String { text.utf8.last == 10 ? text : text + "\n" }
    let found = try review(ended(base), ended(head)).findings.map {
      "\($0.finding.rule) @\($0.line)" + ($0.isIntroduced ? "" : " (old)")
    }
    #expect(found == findings)
  }

  @Test func `a change of the legend is told`() throws {
    let change = try review("**`[A]`**: One\n", "**`[B]`**: Two\n").legendChange
    #expect(change.added == ["B"] && change.removed == ["A"])
  }

  @Test func `a heading above touches no entry`() throws {
    let report = try review("\(lisa)\n", "## A\n\(lisa)\n")
    #expect(report.changes.map(\.isTouched) == [false])
  }

  @Test func `with all entries looked at every mistake is new`() throws {
    let text = "\(lisa.replacing("23. ", with: "23 "))\n"
    let report = try review(text, text, lookingAtAll: true)
    #expect(report.findings.map(\.isIntroduced) == [true])
  }

  /// Reviews with the touched lines that a difference of whole lines gives.
  private func review(
    _ base: String,
    _ head: String,
    lookingAtAll: Bool = false
  ) throws -> ListReport {
    let rulebook = try #require(try Rulebook.builtIn())
    func document(_ text: String) -> ListDocument {
      rulebook.document(SourceText(text))
    }
    func lines(_ text: String) -> [[UInt8]] {
      text.utf8.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }
    let difference = lines(head).difference(from: lines(base))
    let touched = difference.insertions.compactMap { change -> Range<Int>? in
      guard case .insert(let offset, _, _) = change else { return nil }
      return offset + 1..<offset + 2
    }
    return Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: document(base),
      head: document(head),
      touched: touched,
      lookingAtAll: lookingAtAll
    )
  }
}
