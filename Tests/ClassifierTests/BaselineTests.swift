import Classifier
import Rules
import Testing

private let bad = "- LISA. CVPR'2024 [[paper](https://www.arxiv.org/abs/2308.00692)]"
private let worse = "- LISA.  CVPR'2024 [[paper](https://www.arxiv.org/abs/2308.00692)]"

/// Findings that are known, and not reported.
struct BaselineTests {
  private func baseline(_ text: String) throws -> Baseline {
    Baseline(of: [try review(text, text, lookingAtAll: true)])
  }

  @Test func `a row says what is wrong with which entry, and not where`() throws {
    #expect(
      try baseline("## A\n\n\(bad)\n").rows.map(\.description) == [
        "README.md\tarxiv:2308.00692\tmissing-full-stop",
        "README.md\tarxiv:2308.00692\tnon-canonical-arxiv-url\thttps://www.arxiv.org/abs/2308.00692",
      ]
    )
    #expect(try baseline("## A\n\n\n\n\(bad)\n") == baseline("\(bad)\n"))
  }

  @Test func `what is in it is not reported, wherever it stands now`() throws {
    let text = "## B\n\n- X. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00693)]\n\(bad)\n"
    let report = try review(text, text, lookingAtAll: true, besides: baseline("\(bad)\n"))
    #expect(report.findings.isEmpty && report.suggestions.isEmpty && report.staleRows.isEmpty)
    #expect(report.suppressed.map(\.suppression) == [.baseline, .baseline])
  }

  @Test func `what is worse is reported`() throws {
    let report = try review(worse, worse, lookingAtAll: true, besides: baseline(bad))
    #expect(report.findings.map(\.finding.rule) == ["doubled-space"])
  }

  @Test func `the same mistake twice takes two rows`() throws {
    let twice = "-\n\(bad)\n-\n"
    let once = Baseline(
      try baseline(twice).rows.filter { $0.rule != "empty-bullet" }
        + baseline(twice).rows.filter { $0.rule == "empty-bullet" }.prefix(1)
    )
    let report = try review(twice, twice, lookingAtAll: true, besides: once)
    #expect(report.findings.map(\.finding.rule) == ["empty-bullet"])
  }

  @Test func `a row that nothing is found for is stale, if everything is looked at`() throws {
    let mended = "- LISA. CVPR'2024. [[paper](https://www.arxiv.org/abs/2308.00692)]\n"
    let baseline = try baseline("\(bad)\n")
    let all = try review(mended, mended, lookingAtAll: true, besides: baseline)
    #expect(all.staleRows.map(\.rule) == ["missing-full-stop"])
    #expect(try review(mended, mended, besides: baseline).staleRows.isEmpty)
  }

  @Test func `a file holds what was written, sorted, a row a line`() throws {
    let rows = try baseline(
      "\(bad)\n- \n- A\u{200B}\u{3000}B. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00694)]"
    )
    let text = rows.text
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == rows.rows.count)
    #expect(
      lines.map { Array($0.utf8) }.elementsEqual(
        lines.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
      )
    )
    #expect(text.contains("<U+200B>"))
    #expect(try Baseline(Array(text.utf8), name: "rows") == rows)
    #expect(try Baseline(Array(text.replacing("\n", with: "\r\n").utf8), name: "rows") == rows)
  }

  @Test(arguments: [
    (
      "# a\na\tb\n",
      "the baseline 'rows':2: a row is a path, an entry, a rule and perhaps words, between tabs"
    ),
    (
      "a\t\tc\td\n",
      "the baseline 'rows':1: a row is a path, an entry, a rule and perhaps words, between tabs"
    ),
    (
      "a\tb\tc\td\te\n",
      "the baseline 'rows':1: a row is a path, an entry, a rule and perhaps words, between tabs"
    ),
    ("a\0", "the baseline 'rows': line 1 holds a NUL byte, so it is not text"),
  ])
  func `a malformed file is an error with its line`(_ text: String, _ message: String) throws {
    let error = try #require(throws: BaselineError.self) {
      try Baseline(Array(text.utf8), name: "rows")
    }
    #expect(error.description == message)
  }

  @Test func `what one has and another has not is counted`() throws {
    let twice = try baseline("-\n\(bad)\n-\n")
    let once = try baseline("-\n\(bad)\n")
    #expect(twice.subtracting(once).map(\.rule) == ["empty-bullet"])
    #expect(once.subtracting(twice).isEmpty)
    #expect(twice.intersection(once) == once)
  }
}
