import Classifier
import FoundationEssentials
import ListModel
import Markdown
import Review
import Rules
import Testing

/// The report for code scanning.
struct SARIFTests {
  /// `é` takes two bytes, the emoji four, and both are one code point each.
  private let lines = [
    "- \u{E9}\u{1F600} LISA. CVPR'2024 [[paper](https://www.arxiv.org/abs/2308.00692)]", "-",
  ]

  private func run(_ report: Report) throws -> [String: JSONValue] {
    let log = try JSONDecoder().decode(
      JSONValue.self,
      from: Data(report.sarif(version: "1.2.3").utf8)
    )
    #expect(log["version"] == "2.1.0")
    return try #require(log["runs"]?.items?.first?.object)
  }

  private func results(_ report: Report) throws -> [JSONValue] {
    try #require(try run(report)["results"]?.items)
  }

  @Test func `a result says what is wrong where, in code points`() throws {
    let results = try results(report(adding: lines[0], lines[1]))
    #expect(
      results.map { $0["ruleId"] } == [
        "missing-full-stop", "non-canonical-arxiv-url", "empty-bullet",
      ]
    )
    #expect(try run(report(adding: lines[0]))["columnKind"] == "unicodeCodePoints")
    let location = results[1]["locations"]?.items?.first?["physicalLocation"]
    #expect(location?["artifactLocation"] == ["uri": "README.md", "uriBaseId": "%SRCROOT%"])
    let column = try #require(
      lines[0].unicodeScalars.firstIndex(of: "(").map {
        lines[0].unicodeScalars.distance(from: lines[0].startIndex, to: $0)
      }
    )
    #expect(
      location?["region"] == [
        "startLine": 1, "endLine": 1, "startColumn": .number(column + 2),
        "endColumn": .number(lines[0].unicodeScalars.count - 1),
      ]
    )
    #expect(results[1]["level"] == "error")
    #expect(results[1]["baselineState"] == "new")
    #expect(results[1]["suppressions"] == [])
  }

  @Test func `a fix replaces the whole lines`() throws {
    let results = try results(report(adding: lines[0], lines[1], "x"))
    let replacement = results[0]["fixes"]?.items?.first?["artifactChanges"]?.items?.first?[
      "replacements"
    ]?
    .items?.first
    #expect(
      replacement?["deletedRegion"] == [
        "startLine": 1, "startColumn": 1, "endLine": 1,
        "endColumn": .number(lines[0].unicodeScalars.count + 1),
      ]
    )
    #expect(
      replacement?["insertedContent"] == [
        "text": "- \u{E9}\u{1F600} LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ]
    )
    #expect(
      results[0]["fixes"]?.items?.first?["description"] == [
        "text": "Add the full stop; Use the canonical arXiv URL (safe)"
      ]
    )
    let deletion = results[2]["fixes"]?.items?.first?["artifactChanges"]?.items?.first?[
      "replacements"
    ]?
    .items?.first
    #expect(
      deletion?["deletedRegion"] == [
        "startLine": 2, "startColumn": 1, "endLine": 3, "endColumn": 1,
      ]
    )
  }

  @Test func `each result's rule is explained`() throws {
    let run = try run(report(adding: lines[0], lines[1]))
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.items)
    #expect(
      rules.map { $0["id"] } == ["empty-bullet", "missing-full-stop", "non-canonical-arxiv-url"]
    )
    for result in try #require(run["results"]?.items) {
      guard case .number(let index) = try #require(result["ruleIndex"]) else {
        Issue.record("an index is a number")
        return
      }
      #expect(rules[index]["id"] == result["ruleId"])
    }
    for rule in rules {
      #expect(rule["help"]?["text"]?.string?.isEmpty == false)
      #expect(rule["helpUri"]?.string?.hasSuffix("#\(rule["id"]?.string ?? "?")") == true)
    }
  }

  @Test func `a fingerprint knows the entry and the rule, not the line`() throws {
    func fingerprints(_ lines: String...) throws -> [JSONValue?] {
      let base = lines.dropLast().map { $0 + "\n" }.joined()
      return try results(report(adding: lines.last ?? "", to: base))
        .map { $0["partialFingerprints"]?["rubricEntryAndRule/v1"] }
    }
    let first = try fingerprints(lines[0])
    #expect(try first == fingerprints("## A", "", lines[0]))
    #expect(Set(first.map { $0?.string }).count == 2)
    let other = lines[0].replacing("00692", with: "00693")
    #expect(try first != fingerprints(other))
    #expect(
      Set(
        try results(report(adding: "-", "-")).map {
          $0["partialFingerprints"]?["rubricEntryAndRule/v1"]?.string
        }
      ).count == 2
    )
  }

  @Test func `what is let be is there and suppressed`() throws {
    let text = "<!-- rubric: allow missing-full-stop it has none -->\n\(lines[0])\n"
    let results = try results(reportOnAll(text))
    #expect(results.map { $0["ruleId"] } == ["missing-full-stop", "non-canonical-arxiv-url"])
    #expect(results[0]["suppressions"] == [["kind": "inSource", "justification": "it has none"]])
    #expect(results[0]["fixes"] == nil)
    #expect(results[1]["suppressions"] == [])
  }

  @Test func `what was there before is unchanged`() throws {
    let changed = lines[0].replacing("LISA", with: "LISA 2")
    let results = try results(report(changing: lines[0], to: changed + "  x"))
    let states = Set(results.map { $0["baselineState"]?.string })
    #expect(states == ["new", "unchanged"])
  }

  @Test func `what a contributor wrote is not a link`() throws {
    let results = try results(
      report(
        adding:
          "- **`[[x](javascript:a)]`** LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      )
    )
    for result in results {
      let text = try #require(result["message"]?["text"]?.string)
      let unescaped = text.replacing("\\]", with: "")
      #expect(!unescaped.contains("]("))
    }
  }

  @Test func `a path is a URI`() throws {
    let results = try results(report(adding: "-", path: "a b/\u{E9}%.md"))
    let location = results[0]["locations"]?.items?.first?["physicalLocation"]
    #expect(location?["artifactLocation"]?["uri"] == "a%20b/%C3%A9%25.md")
  }

  @Test func `the same report is the same bytes`() throws {
    let first = try report(adding: lines[0], lines[1]).sarif(version: "1.2.3")
    #expect(try first == report(adding: lines[0], lines[1]).sarif(version: "1.2.3"))
  }
}
