import Learning
import ListModel
import Markdown
import Rules
import Testing
import Text

@testable import Parsing

/// Where the texts of a citation begin and end.
struct CitationEndsTests {
  private func range(of part: String, in text: String) throws -> (bytes: [UInt8], range: Range<Int>)
  {
    let bytes = Array(text.utf8)
    return (bytes, try #require(bytes.firstRange(of: part, in: 0..<bytes.count)))
  }

  @Test(arguments: [
    (":star::star", ":star::star:", ":star::star:"),
    ("pill: Plan", "x :pill: Plan", ":pill: Plan"),
    ("as in [RFC](a#1", "as in [RFC](a#1).", "as in [RFC](a#1)"),
    ("Note", "Note: more", "Note"), ("at 10", "at 10: more", "at 10"),
    ("(a) b", "(a) b)", "(a) b"),
  ])
  func `a text keeps the colons of its emoji and the parenthesis that it opened`(
    _ part: String,
    _ text: String,
    _ whole: String
  ) throws {
    let (bytes, range) = try range(of: part, in: text)
    #expect(bytes.string(bytes.whole(range)) == whole)
  }

  @Test(arguments: [
    ("*A Title", "Ann, *A Title*, x", "A Title"), ("*A Title", "*A Title, x", "*A Title"),
  ])
  func `a mark that is closed after a title is not its first letter`(
    _ part: String,
    _ text: String,
    _ title: String
  ) throws {
    let (bytes, range) = try range(of: part, in: text)
    #expect(bytes.string(bytes.withoutOpenMark(range)) == title)
  }

  @Test(arguments: [
    ("A Model-Based Approach, Zhang et al.", "Zhang et al."),
    ("Robust and General Motion, Ma et al", "Ma et al"),
    ("Ann Adams, Bo Li, Zhang et al.", nil), ("Ann Adams, Bo Li et al.", nil),
    ("Ann Adams, Zhang et al.", nil), ("A Model-Based Approach, Zhang", nil),
  ])
  func `a family name alone stands after words and not after whole names`(
    _ text: String,
    _ names: String?
  ) {
    let bytes = Array(text.utf8)
    #expect(bytes.familyNameAfterWords(in: 0..<bytes.count).map(bytes.string) == names)
  }

  @Test func `a heading is the title of what stands below it`() throws {
    let blocks = (11..<31).map { number in
      """
      ### **Model\(number): One Way to See**

      Model\(number) sees pictures and says what is in them, one after the other, in many words of its own.

      [![arXiv](https://img.shields.io/badge/arXiv-2401.000\(number)-b31b1b.svg)](https://arxiv.org/abs/2401.000\(number))
      [![GitHub](https://badges.example.org/github.svg)](https://github.com/o/model\(number))<br>
      Ann Adams, Bob Brown
      """
    }
    let text = SourceText("# List\n\n## Models\n\n" + blocks.joined(separator: "\n\n") + "\n")
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    let document = learned.rulebook.document(text)
    let reader = CitationReader(document)
    let titles = document.entries.map {
      reader.citation(of: document.fields(at: $0), format: $0.format).title
    }
    #expect(titles.contains("Model11: One Way to See"))
  }

  @Test func `the words of a template hold the places of fields`() {
    let template = StatedTemplate(
      text: "- [Paper Name](link), Author 1 et al., Conference'Year",
      line: 1
    )
    #expect(template.words[.venue] == "Conference")
    #expect(template.words[.year] == "Year")
    #expect(template.words[.name] == nil)
  }
}
