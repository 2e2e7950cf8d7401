import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// An entry with a mistake of each of two rules, `missing-full-stop` and `www-in-url`.
private let bad = "- LISA. CVPR'2024 [[paper](https://www.arxiv.org/abs/2308.00692)]"
private let good = "- GSVA. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]"
private let allow = "<!-- rubric: allow missing-full-stop the venue has none -->"

/// What is found and not reported.
struct SuppressionTests {
  @Test func `both mistakes are found where nobody allows them`() throws {
    #expect(
      try review("", "## A\n\(bad)\n").findings.map(\.finding.rule)
        == ["missing-full-stop", "non-canonical-arxiv-url"]
    )
  }

  /// Each base, which the head is, too.
  @Test(arguments: [
    "## A\n\(allow)\n\(bad)\n", "## A\n\(bad) \(allow)\n", "## A\n\(good)\n\(allow)\n\(bad)\n",
    "## A\n\(allow)\n<!-- rubric: allow empty-bullet another -->\n\(bad)\n",
  ])
  func `a comment above or after an entry silences its rule there`(_ text: String) throws {
    let report = try review(text, text, lookingAtAll: true)
    #expect(report.findings.map(\.finding.rule) == ["non-canonical-arxiv-url"])
    #expect(report.suppressed.map(\.located.finding.rule) == ["missing-full-stop"])
    #expect(report.suppressed.map(\.suppression) == [.allowed(reason: "the venue has none")])
  }

  @Test(arguments: [
    "## A\n\(allow)\n\n\(bad)\n", "## A\n\(allow)\n\(good)\n\(bad)\n",
    "```\n\(allow)\n```\n\(bad)\n",
    "## A\n<!-- rubric: allow missing-full-stop -->\n\(bad)\n",
    "## A\n<!-- rubric: alow missing-full-stop why -->\n\(bad)\n",
  ])
  func `a comment elsewhere, or an incomplete one, silences nothing`(_ text: String) throws {
    let rules = try review(text, text, lookingAtAll: true).findings.map(\.finding.rule)
    #expect(rules.contains("missing-full-stop"))
  }

  @Test func `a contribution cannot allow itself anything`() throws {
    let report = try review("## A\n\(good)\n", "## A\n\(good)\n\(bad) \(allow)\n")
    #expect(report.findings.map(\.finding.rule).contains("missing-full-stop"))
    #expect(report.suppressed.isEmpty)
  }

  @Test func `nor can it take one along to another entry`() throws {
    let report = try review(
      "## A\n\(allow)\n\(good)\n",
      "## A\n\(good)\n\(allow)\n\(bad)\n"
    )
    #expect(report.findings.map(\.finding.rule).contains("missing-full-stop"))
  }

  @Test func `what the base allows an entry holds when the entry is changed`() throws {
    let changed = bad.replacing("LISA", with: "LISA: Reasoning")
    for head in ["## A\n\(allow)\n\(changed)\n", "## A\n\(changed)\n"] {
      let report = try review("## A\n\(allow)\n\(bad)\n", head)
      #expect(report.changes.map(\.kind) == [.changed])
      #expect(!report.findings.map(\.finding.rule).contains("missing-full-stop"))
      #expect(report.suppressed.map(\.located.finding.rule) == ["missing-full-stop"])
    }
  }

  @Test func `a correction leaves what is allowed, and the comment where it was`() throws {
    let text = "## A\n\(bad) \(allow)\n"
    let report = try review(text, text, lookingAtAll: true)
    let suggestion = try #require(report.suggestions.first)
    #expect(
      suggestion.replacement
        == "- LISA. CVPR'2024 [[paper](https://arxiv.org/abs/2308.00692)] \(allow)"
    )
    #expect(suggestion.rules == ["non-canonical-arxiv-url"])
  }

  @Test func `an entry that is allowed everything gets no suggestion`() throws {
    let all = "<!-- rubric: allow missing-full-stop, non-canonical-arxiv-url it is meant -->"
    let text = "## A\n\(all)\n\(bad)\n"
    let report = try review(text, text, lookingAtAll: true)
    #expect(report.findings.isEmpty && report.suggestions.isEmpty)
    #expect(report.suppressed.count == 2)
  }

  @Test func `a rule about the list is silenced wherever the comment stands`() throws {
    let comment = "<!-- rubric: allow missing-final-newline the editor takes it away -->"
    let text = "\(comment)\n\n## A\n\(good)"
    #expect(try review(text, text, lookingAtAll: true).findings.isEmpty)
    #expect(!(try review("", text).findings.isEmpty))
  }

  @Test func `a row of a table holds its comment in its last cell`() throws {
    func table(_ comment: String) -> String {
      let rows = (10..<22).map { number in
        "| Paper \(number): What It Is | CVPR 2023 | [Paper](https://arxiv.org/abs/2211.000\(number)) |\n"
      }
      return "| Title | Venue | Links |\n|---|---|---|\n" + rows.joined()
        + "| One Paper: What It Is | CVPR 2023 | [Paper](https://www.arxiv.org/abs/2211.00030)\(comment) |\n"
    }
    let builtIn = try #require(try Rulebook.builtIn())
    let rulebook = builtIn.learned(from: SourceText(table("")), or: SourceText("")).rulebook
    let plain = try review(table(""), table(""), lookingAtAll: true, by: rulebook)
    #expect(plain.findings.map(\.finding.rule) == ["non-canonical-arxiv-url"])
    let allowed = table(" <!-- rubric: allow non-canonical-arxiv-url it is meant -->")
    let report = try review(allowed, allowed, lookingAtAll: true, by: rulebook)
    #expect(report.findings.isEmpty)
    #expect(report.suppressed.count == 1)
  }

  @Test(arguments: ["arxiv:2308.00692", "lisa", "https://arxiv.org/pdf/2308.00692v2"])
  func `a rulebook ignores a finding on an entry`(_ entry: String) throws {
    let rulebook = try rulebook(
      ignoring: "  - { rule: missing-full-stop, entry: \"\(entry)\", reason: so it is }"
    )
    let report = try review("", "## A\n\(bad)\n", by: rulebook)
    #expect(report.findings.map(\.finding.rule) == ["non-canonical-arxiv-url"])
    guard case .ignored(let row) = try #require(report.suppressed.first).suppression else {
      Issue.record("it is not ignored")
      return
    }
    #expect(row.reason == "so it is")
  }

  @Test func `a rulebook ignores nothing on other entries`() throws {
    let rulebook = try rulebook(
      ignoring: "  - { rule: missing-full-stop, entry: GSVA, reason: so it is }"
    )
    #expect(try review("", "## A\n\(bad)\n", by: rulebook).findings.count == 2)
  }

  @Test func `a maintainer's own rule is allowed by its name`() throws {
    let own = try Rulebook(
      Array("\(format)checks:\n  no-gsva: {kind: existence, field: title, words: [GSVA]}\n".utf8),
      name: "rubric.yml"
    )
    let text = "## A\n<!-- rubric: allow no-gsva it is its name -->\n\(good)\n"
    #expect(try review(text, text, lookingAtAll: true, by: own).findings.isEmpty)
    let other = text.replacing("no-gsva it", with: "no-gsvo it")
    #expect(
      try review(other, other, lookingAtAll: true, by: own).findings.map(\.finding.rule)
        == ["unknown-suppression", "no-gsva"]
    )
  }
}

func rulebook(ignoring rows: String) throws -> Rulebook {
  try Rulebook(Array("\(format)ignore:\n\(rows)\n".utf8), name: "rubric.yml")
}

private let format = """
  name: sample
  entry:
    marker: "-"
    template: "{title}. {venue}. {links}"
    venue: { form: "{name}'{year}" }
    links: { item: "[[{label}]({url})]", separator: " | ", labels: { paper: [], code: [] } }
  arxiv: abs

  """

/// Reviews with the touched lines that a difference of whole lines gives.
func review(
  _ base: String,
  _ head: String,
  lookingAtAll: Bool = false,
  by rulebook: Rulebook? = nil,
  besides baseline: Baseline? = nil
) throws -> ListReport {
  let builtIn = try #require(try Rulebook.builtIn())
  let rulebook = rulebook ?? builtIn
  func lines(_ text: String) -> [[UInt8]] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array($0) }
  }
  let difference = lines(head).difference(from: lines(base))
  let touched = difference.insertions.compactMap { change -> Range<Int>? in
    guard case .insert(let offset, _, _) = change else { return nil }
    return offset + 1..<offset + 2
  }
  return Reviewer(rulebook: rulebook, year: 2025).review(
    path: "README.md",
    base: rulebook.document(SourceText(base)),
    head: rulebook.document(SourceText(head)),
    touched: touched,
    lookingAtAll: lookingAtAll,
    besides: baseline
  )
}
