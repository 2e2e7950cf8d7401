import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// What is said as a note, which no comment is made of, and what no habit excuses.
struct HintTests {
  private static func tools(_ range: Range<Int> = 10..<40) -> String {
    Contribution.list(
      range.map { "- [Tool\($0)](https://example.org/\($0)) - Does a useful thing \($0)." }
    )
  }

  @Test(arguments: [
    (
      "- [New](https://example.org/new) - Does another thing. ",
      "- [New](https://example.org/new) - Does another thing."
    ),
    (
      "- [New](https://example.org/new) - Does another  thing.",
      "- [New](https://example.org/new) - Does another thing."
    ),
  ])
  func `what a list is free of is a note with its correction`(line: String, wanted: String) throws {
    let contribution = try Contribution(line, to: Self.tools())
    #expect(contribution.severities == [.note])
    #expect(contribution.replacement == wanted)
  }

  @Test(arguments: [(1, ["insecure-url"]), (10, [])])
  func `http is a matter of the list where many of its hosts have it`(
    count: Int,
    rules: [String]
  ) throws {
    let base = Contribution.list(
      (10..<40).map { number in
        let scheme = number < 10 + count ? "http" : "https"
        return "- [Tool\(number)](\(scheme)://site\(number).org/) - Does a useful thing \(number)."
      }
    )
    let line = "- [New](http://new.org/) - Does another thing."
    #expect(try Contribution(line, to: base).rules == rules)
  }

  @Test func `a word for something else than the host's usual label is let be`() throws {
    let tools = (10..<40).map {
      "- Tool \($0): A Way to Cut [[Code]](https://github.com/o/\($0))"
    }
    let posts = (10..<14).map {
      "- Post \($0): What It Is About [[Blog]](https://site.org/\($0))"
    }
    let base =
      "# List\n\n## Tools\n\n" + tools.joined(separator: "\n") + "\n\n## Posts\n\n"
      + posts.joined(separator: "\n") + "\n"
    let line = "- New: What It Is About [[Blog]](https://github.com/o/new)"
    #expect(try Contribution(line, to: base).rules.isEmpty)
  }

  @Test func `a section of one paper without a name asks for none`() throws {
    let named = (10..<40).map {
      "- **Net\($0)** [A Way to Cut \($0)](https://arxiv.org/abs/2401.000\($0)) (CVPR 2024)"
    }
    let survey = "- [A Survey of Cutting](https://arxiv.org/abs/2402.00001) (CVPR 2024)"
    let base =
      "# List\n\n## Papers\n\n" + named.joined(separator: "\n") + "\n\n## Surveys\n\n" + survey
      + "\n"
    let line = "- [Another Survey of Cutting](https://arxiv.org/abs/2402.00002) (CVPR 2024)"
    #expect(try Contribution(line, to: base).rules.isEmpty)
    #expect(try Contribution(line, to: Contribution.list(named)).rules == ["missing-field"])
  }

  @Test func `what some of a list have and nobody sees is not told by itself`() throws {
    let base = Contribution.list(
      (10..<40).map { number in
        "- [Tool\(number)](https://example.org/\(number)) - Does a  thing \(number)."
          .replacing("  ", with: number % 8 == 0 ? "  " : " ")
      }
    )
    let line = "- [New](https://example.org/new) - Does another  thing."
    #expect(try Contribution(line, to: base).rules.isEmpty)
  }

  @Test func `two bold marks with nothing but a space between them are one finding`() throws {
    let line = "- [New](https://example.org/new) - Does ** **another thing."
    let contribution = try Contribution(line, to: Self.tools())
    #expect(contribution.rules == ["unclosed-emphasis"])
  }

  @Test func `what is broken is told though all that is new is broken alike`() throws {
    let lines = (1...9).map {
      "- [New\($0)](https://example.org/n\($0)) - Does it, with a (demo)[https://example.org/d\($0)]."
    }
    let contribution = try Contribution(lines.joined(separator: "\n"), to: Self.tools())
    #expect(contribution.rules == Array(repeating: "unmarked-link", count: 9))
    #expect(contribution.severities.allSatisfy { $0 == .warning })
  }

  @Test func `a title whose brackets are changed round is told once`() throws {
    let line = "- (New)[https://example.org/new] - Does more."
    #expect(try Contribution(line, to: Self.tools()).rules.contains("unmarked-link"))
  }

  @Test func `one's own way throughout is a note where hardly any other entry has it`() throws {
    let lines = (1...9).map { "- [New\($0)](https://example.org/n\($0)) - does thing \($0)." }
    let contribution = try Contribution(lines.joined(separator: "\n"), to: Self.tools())
    #expect(contribution.rules == Array(repeating: "small-initial", count: 9))
    #expect(contribution.severities.allSatisfy { $0 == .note })
  }

  @Test(arguments: [
    ("a ** quick** test.", "a **quick** test."), ("a **quick ** test.", "a **quick** test."),
  ])
  func `stars with a space inside lose it`(text: String, wanted: String) throws {
    let start = "- [New](https://example.org/new) - Does "
    let contribution = try Contribution(start + text, to: Self.tools())
    #expect(contribution.rules == ["unclosed-emphasis"])
    #expect(contribution.replacement == start + wanted)
  }

  @Test(arguments: [
    "Does a `quick` test.", "Does 2 ** 3 and 3 ** 2.", "Does `a ** b`.", "Does a **quick** one.",
    "Does a \\*\\*quick one.",
  ])
  func `stars that mark something or are meant are let be`(text: String) throws {
    let line = "- [New](https://example.org/new) - \(text)"
    #expect(try !Contribution(line, to: Self.tools()).rules.contains("unclosed-emphasis"))
  }

  @Test func `a brace that BibTeX left is told`() throws {
    let base = Contribution.list(
      (10..<40).map { "- Learning Shapes of Kind \($0) [[pdf]](https://example.org/\($0).pdf)" }
    )
    let line = "- Learning Other Shapes}, [[pdf]](https://example.org/99.pdf)"
    #expect(try Contribution(line, to: base).rules.contains("unbalanced-bracket"))
  }

  @Test func `an entry inside another is a note where the section has no levels`() throws {
    let line = "  - [New](https://example.org/new) - Does another thing."
    let contribution = try Contribution(line, to: Self.tools())
    #expect(contribution.rules == ["indented-entry"])
    #expect(contribution.replacement == "- [New](https://example.org/new) - Does another thing.")
  }

  @Test func `an entry that is in another section too is a note where few are`() throws {
    let base = Self.tools() + "\n## More\n\n- [Other](https://example.org/o) - Does it as well.\n"
    let line = "- [Tool12](https://example.org/12) - Does a useful thing, too."
    let repeated =
      base + "- [Tool13](https://example.org/13) - Does a useful thing 13.\n"
      + "- [Tool14](https://example.org/14) - Does a useful thing 14.\n"
    let contribution = try Contribution(line, to: repeated)
    #expect(contribution.rules == ["duplicate-entry"])
    #expect(contribution.severities == [.note])
  }

  @Test func `links in parentheses get the one that closes them`() throws {
    let base = Contribution.list(
      (10..<40).map {
        "- [Tool\($0)](https://example.org/\($0)) - Does a useful thing \($0). ([Demo](https://example.org/d\($0)), [Source Code](https://example.org/s\($0))) `MIT`"
      }
    )
    let line =
      "- [New](https://example.org/new) - Does another thing. ([Demo](https://example.org/d), [Source Code](https://example.org/s) `MIT`"
    #expect(
      try Contribution(line, to: base).replacement
        == "- [New](https://example.org/new) - Does another thing. ([Demo](https://example.org/d), [Source Code](https://example.org/s)) `MIT`"
    )
  }

  @Test func `who writes a list anew is held against what they make of it`() throws {
    let old = (10..<40).map {
      "\($0 - 9). [Learning Shapes of Kind \($0)](https://example.org/\($0)), June 2022</br>"
    }
    let new = (10..<40).map {
      "**Learning Shapes of Kind \($0)** \\\n*Ann Writer, Bob Reader* \\\n[[Paper](https://example.org/\($0))] [[Code](https://example.org/c\($0))]\n"
    }
    let base = SourceText(Contribution.list(old))
    let head = SourceText(Contribution.list(new))
    let rulebook = try #require(try Rulebook.builtIn()).learned(from: base, or: head).rulebook
    #expect(rulebook.document(head).entries.count == 30)
  }
}
