import ListModel
import Parsing
import Rules
import Testing

private let line = "- LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"

/// Comments by which a maintainer lets findings be, and entries that hold them.
struct CommentTests {
  /// Each comment, and what it is: its rules, its reason.
  @Test(arguments: [
    ("<!-- rubric: allow insecure-url no certificate -->", ["insecure-url"], "no certificate"),
    ("<!--rubric:allow a-b,c-d: both are right-->", ["a-b", "c-d"], "both are right"),
    ("<!-- rubric: allow a , b - it is so -->", ["a", "b"], "it is so"),
    ("<!-- rubric: allow insecure-url -->", ["insecure-url"], ""),
    ("<!-- rubric: allow insecure-url-->", ["insecure-url"], ""),
    ("<!-- rubric: allow -->", [], ""),
    ("<!-- rubric:", [], ""),
  ])
  func `a comment says which rules and why`(
    _ text: String,
    _ rules: [String],
    _ reason: String
  ) throws {
    let bytes = Array("\u{E9} \(text)".utf8)
    let comment = try #require(AllowComment.comments(in: bytes, 0..<bytes.count).first)
    #expect(comment.rules.map(\.text) == rules)
    #expect(comment.reason == reason)
    #expect(comment.isClosed == text.hasSuffix("-->"))
    #expect(comment.range == 3..<bytes.count)
    #expect(comment.isComplete == (!rules.isEmpty && !reason.isEmpty))
    for word in comment.rules {
      #expect(String(decoding: bytes[word.range], as: UTF8.self) == word.text)
    }
  }

  @Test(arguments: [
    "<!-- other: allow a b -->", "<- rubric: allow a b", "<!- rubric: allow a b -->",
  ])
  func `what is not a comment to rubric is left alone`(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(AllowComment.comments(in: bytes, 0..<bytes.count) == [])
  }

  @Test func `a comment to nobody's allow is not complete`() throws {
    let bytes = Array("<!-- rubric: alow a-b it is so -->".utf8)
    let comment = try #require(AllowComment.comments(in: bytes, 0..<bytes.count).first)
    #expect(comment.verb.text == "alow")
    #expect(!comment.isComplete)
  }

  /// Each source, the text that is read, a corrected text, and that with the comment back in it.
  @Test(arguments: [
    ("\(line) <!-- rubric: allow a b -->", line, "- X.", "- X. <!-- rubric: allow a b -->"),
    (
      "- A <!-- rubric: allow a b -->\r\n  c", "- A\r\n  c", "- A.\r\n  c",
      "- A. <!-- rubric: allow a b -->\r\n  c"
    ),
    (
      "- A\n  <!-- rubric: allow a b -->\n  c", "- A\n  c", "- B\n  c",
      "- B\n  <!-- rubric: allow a b -->\n  c"
    ),
    ("- A\n  <!-- rubric: allow a b -->", "- A", "- B", "- B\n  <!-- rubric: allow a b -->"),
    (
      "| A | [p](u) <!-- rubric: allow a b --> |", "| A | [p](u) |", "| B | [p](u) |",
      "| B | [p](u) <!-- rubric: allow a b --> |"
    ),
    (
      "| A <!-- rubric: allow a b --> | b |", "| A | b |", "| A | c |",
      "| A | c <!-- rubric: allow a b --> |"
    ),
    (
      "A <!-- rubric: allow a b --> \\\nb", "A \\\nb", "B \\\nb",
      "B <!-- rubric: allow a b --> \\\nb"
    ),
    ("- A <!-- rubric: allow a b -->", "- A", "", ""),
  ])
  func `a comment is not part of an entry and survives its correction`(
    _ source: String,
    _ text: String,
    _ corrected: String,
    _ expected: String
  ) throws {
    let entry = try papers().format.read(Array(source.utf8))
    #expect(String(decoding: entry.text, as: UTF8.self) == text)
    #expect(entry.source == Array(source.utf8))
    #expect(String(decoding: entry.withComments(Array(corrected.utf8)), as: UTF8.self) == expected)
  }

  @Test func `an entry reads as without its comment`() throws {
    let format = try papers().format
    let plain = format.read(Array(line.utf8))
    let commented = format.read(Array("\(line) <!-- rubric: allow a b -->".utf8))
    #expect(commented.separators == plain.separators)
    #expect(commented.identity == plain.identity)
    #expect(commented.unparsed == plain.unparsed)
  }

  @Test func `a place after a comment is told where it is in the source`() throws {
    let source = "- A <!-- rubric: allow a b --> Bcd. CVPR'2024."
    let entry = try papers().format.read(Array(source.utf8))
    let venue = try #require(entry.venue)
    let range = entry.sourceRange(venue.range)
    #expect(String(decoding: Array(source.utf8)[range], as: UTF8.self) == "CVPR'2024")
  }
}
