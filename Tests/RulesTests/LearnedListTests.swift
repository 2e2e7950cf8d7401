import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// What is heard, and offered, in lists whose format is learned from them.
struct LearnedListTests {
  /// A contribution to a list: its last line is what was added.
  private func report(_ base: String, adding lines: String) throws -> ListReport {
    let builtIn = try #require(try Rulebook.builtIn())
    let text = SourceText(base)
    var rulebook = builtIn.learned(from: text, or: text).rulebook
    // What stands last here is out of order, which others test.
    rulebook.severities.updateValue(nil, forKey: "misordered-entry")
    let head = rulebook.document(SourceText(base + lines))
    let first = text.lineCount + 1
    return Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(text),
      head: head,
      touched: [first..<head.text.lineCount + 1]
    )
  }

  private func many(_ count: Int = 40, _ entry: (Int) -> String) -> String {
    "## Tools\n\n" + (10..<10 + count).map(entry).joined()
  }

  private func described(_ number: Int) -> String {
    "- [Tool\(number)](https://example.org/\(number)) - Does a useful thing\(number).\n"
  }

  @Test(arguments: [
    (
      "a dash that touches the description",
      "- [New](https://example.org/new) -Does more than that.",
      "- [New](https://example.org/new) - Does more than that."
    ),
    (
      "the wrong brackets around an address",
      "- [New][https://example.org/new] - Does more than that.",
      "- [New](https://example.org/new) - Does more than that."
    ),
    (
      "a bullet without its space",
      "*[New](https://example.org/new) - Does more than that.",
      "- [New](https://example.org/new) - Does more than that."
    ),
    (
      "a small letter",
      "- [New](https://example.org/new) - does more than that.",
      "- [New](https://example.org/new) - Does more than that."
    ),
    (
      "the top of a page",
      "- [New](https://example.org/new#top) - Does more than that.",
      "- [New](https://example.org/new) - Does more than that."
    ),
  ])
  func `a described link is corrected`(_ name: String, bad: String, good: String) throws {
    let report = try report(many { described($0) }, adding: bad + "\n")
    #expect(report.suggestions.map(\.replacement) == [good])
  }

  @Test(arguments: [
    "- [New](https://example.org/new) :zap: - Does more than that.",
    "- [New](https://example.org/new) \u{1F427} - Does more than that.",
    "- [New](https://example.org/new) - New is a name with a small n.",
    "- [new](https://example.org/new) - new is a name with a small n.",
  ])
  func `what is not a mistake stays silent`(_ line: String) throws {
    let report = try report(many { described($0) }, adding: line + "\n")
    #expect(report.findings.map(\.finding.message.plain) == [])
  }

  @Test func `a title of the same page is a duplicate, whatever it is called`() throws {
    let line = "- [Another name](http://www.example.org/12/) - Does a thing.\n"
    let report = try report(many { described($0) }, adding: "\n## More\n\n" + line)
    #expect(
      report.findings.map(\.finding.message.plain).contains(
        "The title links to the same page as the entry on line 5: correct the link, or remove one of the two"
      )
    )
  }

  @Test func `an entry that stands in the list already is offered to be removed`() throws {
    let base = many { described($0) }
    let report = try report(base, adding: described(12))
    #expect(report.suggestions.map(\.replacement) == [""])
    #expect(String(decoding: report.correctedText(applying: .needsReview), as: UTF8.self) == base)
  }

  @Test func `an uncertain hint is offered by itself, and not beside what is certain`() throws {
    let base = many { described($0) }
    let line = "- [New](http://example.com/new) - Does more than that."
    let hint = try report(base, adding: line + "\n")
    #expect(hint.findings.map(\.finding.severity) == [.note])
    #expect(
      hint.suggestions.map(\.replacement) == [
        "- [New](https://example.com/new) - Does more than that."
      ]
    )
    let both = try report(base, adding: line.dropLast() + "\n")
    #expect(both.suggestions.map(\.replacement) == [line])
  }

  @Test func `a space that most have is missed where nothing stands`() throws {
    // Three in ten have a comma more, so that nothing is a norm.
    let base = many { number in
      let gap = number % 10 < 3 ? ", " : " "
      return
        "- Paper \(number) About Things\(gap)[[paper](https://arxiv.org/abs/2211.000\(number))]\n"
    }
    let line = "- Paper 99 About More[[paper](https://arxiv.org/abs/2311.00099)]\n"
    let report = try report(base, adding: line)
    #expect(
      report.suggestions.map(\.replacement) == [
        "- Paper 99 About More [[paper](https://arxiv.org/abs/2311.00099)]"
      ]
    )
  }

  @Test func `a link has the label that others to its host have`() throws {
    let base = many { number in
      "- Paper \(number) About Things. [[PDF](https://arxiv.org/abs/2211.000\(number))]\n"
    }
    let line = "- Paper 99 About More. [[ICCV 2023](https://arxiv.org/abs/2311.00099)]\n"
    let report = try report(base, adding: line)
    #expect(
      report.findings.map(\.finding.message.plain) == [
        "Write the label as 'PDF', not 'ICCV 2023'"
      ]
    )
  }

  @Test func `a name is set apart where the others are`() throws {
    let base = many { number in
      "- **Net\(number):** Paper About Things. [[paper](https://arxiv.org/abs/2211.000\(number))]\n"
    }
    let line = "- GigaNet: Paper About More. [[paper](https://arxiv.org/abs/2311.00099)]"
    let report = try report(base, adding: line + "\n")
    #expect(
      report.suggestions.map(\.replacement) == [
        "- **GigaNet:** Paper About More. [[paper](https://arxiv.org/abs/2311.00099)]"
      ]
    )
  }

  @Test func `a paragraph written as the items beside it lacks its marker`() throws {
    let base = many { number in
      "- [Paper \(number)](https://arxiv.org/abs/2211.000\(number)), Doe et al., CVPR 2023 | [code](https://github.com/a/\(number))\n"
    }
    let line =
      "[Paper 99](https://arxiv.org/abs/2311.00099), Doe et al., CVPR 2023 | [code](https://github.com/a/99)"
    let report = try report(base, adding: "\n" + line + "\n")
    #expect(report.suggestions.map(\.replacement) == ["- " + line])
  }

  @Test func `a heading with labelled links below is an entry`() throws {
    let base =
      "## Avatars\n\n"
      + (10..<30).map { number in
        """
        ### \(number). Paper \(number): About Things
        **Authors**: Ada Adams, Bo Brown
        <details><summary>Abstract</summary>Long [text](https://example.org). And more.</details>

        [Paper](https://arxiv.org/abs/2211.000\(number)) | [Code](https://github.com/a/\(number))


        """
      }
      .joined()
    let added = """
      ### 30. Paper 99: About More
      **Authors**: Cy Clark, Di Drew
      [Paper](https://arxiv.org/abs/2311.00099) [Code](https://github.com/a/99)

      """
    let report = try report(base, adding: added)
    let change = try #require(report.changes.first)
    #expect(change.head?.entry.title?.text == "Paper 99: About More")
    #expect(change.head.map { report.document.section(of: $0.place).name } == "Avatars")
    #expect(report.findings.map(\.finding.rule) == ["wrong-link-separator"])
  }

  @Test func `an item of an HTML list is an entry`() throws {
    let base =
      "## Motion\n\n<ul>\n"
      + (10..<40).map { number in
        "<li><b>(CVPR 2024)</b> <a href=\"https://arxiv.org/abs/2211.000\(number)\">Net\(number)</a>: Motion Generation by Things, Doe et al.</li>\n"
      }
      .joined()
    let line =
      "<li><b>(CVPR 2024)</b> <a href=\"https://www.arxiv.org/abs/2311.00099\">New</a>:Motion Generation by More, Doe et al.</li>"
    let report = try report(base, adding: line + "\n")
    #expect(report.changes.first?.head?.entry.title?.text == "New")
    #expect(
      report.suggestions.map(\.replacement) == [
        "<li><b>(CVPR 2024)</b> <a href=\"https://arxiv.org/abs/2311.00099\">New</a>: Motion Generation by More, Doe et al.</li>"
      ]
    )
  }
}
