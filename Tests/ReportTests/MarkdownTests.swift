import Classifier
import Learning
import Markdown
import Review
import Rules
import Testing

/// What a comment says.
struct MarkdownTests {
  @Test(arguments: ["@somebody", "<img src=x>", "[a](b)", "#1", "<!-- x -->", "</details>", "`@x`"])
  func `a contributor's text is nothing but text`(_ words: String) throws {
    let markdown = try report(
      adding: "- LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] \(words) y"
    ).markdown()
    let outside = markdown.withoutCode
    #expect(!outside.contains("somebody") && !outside.contains("<img") && !outside.contains("<!--"))
    #expect(outside.count(of: "</details>") == 1)
    #expect(!outside.contains("#1 "))
  }

  @Test(arguments: ["```", "````", "``` suggestion"])
  func `a fence is longer than any in the text`(_ fence: String) throws {
    let markdown = try report(
      adding: "- LISA \(fence) x CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
    ).markdown()
    let lines = markdown.split(separator: "\n")
    let opening = try #require(lines.first { $0.hasSuffix("`suggestion") })
    let ticks = opening.prefix { $0 == "`" }
    #expect(ticks.count > fence.prefix { $0 == "`" }.count)
    #expect(lines.count { $0 == ticks } == 1)
  }

  @Test func `an empty bullet is suggested to go`() throws {
    #expect(try report(adding: "-").markdown().contains("```suggestion\n```"))
  }

  @Test func `without findings it says so`() throws {
    let line = "- LISA. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
    #expect(try report(adding: line).markdown() == "Nothing to report.")
  }

  @Test func `of a note alone no comment is made`() throws {
    let base = (10..<40).map {
      "- [Tool\($0)](https://example.org/\($0)) - Does something useful number \($0).\n"
    }
    .joined()
    let head = base + "- [Tool50](https://example.org/50) - Does  something  useful.\n"
    let rulebook = try #require(try Rulebook.builtIn()).learned(
      from: SourceText(base),
      or: SourceText(base)
    )
    .rulebook
    let list = Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(SourceText(base)),
      head: rulebook.document(SourceText(head)),
      touched: [31..<32]
    )
    let report = Report(base: "a", head: nil, mergeBase: "a", lists: [list])
    try #require(report.hasFindings(atLeast: .note) && !report.hasFindings(atLeast: .warning))
    #expect(
      report.markdown()
        == "A note on 1 entry is not posted on a pull request; `rubric check` shows it."
    )
  }

  @Test func `a change of the legend is told`() throws {
    let markdown = try report(adding: "**`[@a]`**: One", "", "**`[B]`**: Two").markdown()
    #expect(markdown.contains("the legend declares"))
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }

  /// The text without fenced blocks and code spans, as CommonMark delimits them.
  fileprivate var withoutCode: String {
    var rest = Substring(self)
    var outside = ""
    while let start = rest.firstIndex(of: "`") {
      outside += rest[..<start]
      let ticks = rest[start...].prefix { $0 == "`" }
      rest = rest[ticks.endIndex...]
      var search = rest
      while let next = search.firstIndex(of: "`") {
        let run = search[next...].prefix { $0 == "`" }
        search = search[run.endIndex...]
        if run.count == ticks.count {
          rest = search
          break
        }
      }
    }
    return outside + rest
  }
}
