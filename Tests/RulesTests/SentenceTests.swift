import Classifier
import ListModel
import Markdown
import Rules
import Testing

/// Where a description has its dash and its full stop already.
struct SentenceTests {
  @Test(arguments: [
    "Does more...", "Does more…", "Does more?", "Does more (much more.)", "Does \"more.\"",
    "Does more. `MIT`", "Does more. (Windows)", "Does more. **Free**", "Does more. :star:",
    "Does more. ![](https://img.shields.io/x)",
    "Does more. [![stars](https://img.shields.io/x)](https://example.org/new)",
  ])
  func `what has ended is not ended again`(description: String) throws {
    let line = "- [New](https://example.org/new) - \(description)"
    #expect(try Contribution(line, to: Contribution.tools).rules.isEmpty)
  }

  @Test(arguments: [
    ("Does more", "Does more."), ("Does more (on Windows)", "Does more (on Windows)."),
    ("Does more..", "Does more."),
  ])
  func `what has not ended is`(description: String, mended: String) throws {
    let start = "- [New](https://example.org/new) - "
    let contribution = try Contribution(start + description, to: Contribution.tools)
    #expect(contribution.replacement == start + mended)
  }

  @Test(arguments: ["by [Ada](https://ada.org/x)", "for all", "for all ([Docs](https://d.org/x))"])
  func `a full stop is missed whatever field is the last`(end: String) throws {
    let base = Contribution.list(
      (10..<22).map { number in
        let end = [" by [Bo](https://bo.org/\(number))", " ([Docs](https://do.org/\(number)))", ""]
        return "- [Tool\(number)](https://example.org/\(number)) - Does a thing\(end[number % 3])."
      }
    )
    let line = "- [New](https://example.org/new) - Does more \(end)"
    let contribution = try Contribution(line, to: base)
    #expect(contribution.rules == ["missing-full-stop"])
    #expect(contribution.replacement == line + ".")
  }

  @Test(arguments: [
    "Does more. It is new. And fast.", "Made by Acme Inc.", "Has this, that, etc.",
    "Made in the U.S.",
  ])
  func `a full stop that belongs there is not too many`(description: String) throws {
    let base = Contribution.tools.replacing(".\n", with: "\n")
    let line = "- [New](https://example.org/new) - \(description)"
    #expect(try Contribution(line, to: base).rules.isEmpty)
  }

  @Test(arguments: [
    "![](https://img.shields.io/x)", "*(archived)*", "(beta)", "`v2`", "🔥", ":star:",
    "by [Ada](https://ada.org/x)", "[![x](https://img.shields.io/x)](https://ci.org/x)",
  ])
  func `a comment may stand before the dash`(comment: String) throws {
    let line = "- [New](https://example.org/new) \(comment) - Does more."
    #expect(try Contribution(line, to: Contribution.tools).rules.isEmpty)
  }

  @Test func `a dash is missed after pictures and keeps them`() throws {
    let base = Contribution.list(
      (10..<22).map { number in
        let signs = ["🐍 🏠", "📇 ☁️", "🐍"][number % 3]
        return "- [a/tool\(number)](https://example.org/\(number)) \(signs) - Does a thing."
      }
    )
    let contribution = try Contribution("- [a/b](https://example.org/b) 📇 Does more.", to: base)
    #expect(contribution.rules == ["misplaced-punctuation"])
    #expect(contribution.replacement == "- [a/b](https://example.org/b) 📇 - Does more.")
  }

  @Test func `a dash is missed where some lines are wrapped after it`() throws {
    let base = Contribution.list(
      (10..<22).map { number in
        let space = number % 3 == 0 ? "\n  " : " "
        return "* [Tool\(number)](https://example.org/\(number)) -\(space)Does a thing \(number)."
      }
    )
    let whole = "* [New](https://example.org/new) -\n  Does more."
    #expect(try Contribution(whole, to: base).rules.isEmpty)
    let line = "* [New](https://example.org/new) Does more."
    let contribution = try Contribution(line, to: base)
    #expect(contribution.replacement == "* [New](https://example.org/new) - Does more.")
  }

  @Test(arguments: ["is a tool.", "npm, but new.", "by Ada Adams."])
  func `a small letter may go on with the title, or begin a name`(description: String) throws {
    let line = "- [New](https://example.org/new) - \(description)"
    #expect(try Contribution(line, to: Contribution.tools).rules.isEmpty)
  }

  /// Where work grows with the square of a line, a contribution can stop everything.
  @Test(arguments: [
    "*a ", "[a][b]", "[![a]", "[![a](https://a.org", "`", "<a href=\"https://a.org/a\">",
  ])
  func `a line without end hides no mistake after it`(_ piece: String) throws {
    let endless =
      "- [Umbra](https://example.org/umbra) - " + String(repeating: piece, count: 2_000)
    let line = "- [Upper](https://example.org/upper) - Does a useful thing"
    let report = try Contribution(endless + "\n" + line, to: Contribution.tools).report
    let last = report.document.text.lineCount
    #expect(report.findings.filter { $0.line == last }.map(\.finding.rule) == ["missing-full-stop"])
  }
}
