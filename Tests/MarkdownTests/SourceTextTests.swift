import Markdown
import Testing

/// Bytes, lines and positions.
struct SourceTextTests {
  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]),
    ("\n", [""]), ("\n\n", ["", ""]), ("a\rb", ["a\rb"]), ("a\r\r\n", ["a\r"]), ("\r\n", [""]),
  ])
  func `lines end in LF or CRLF`(_ string: String, _ lines: [String]) {
    let text = SourceText(string)
    #expect(text.lineNumbers.map { text.string(text.line($0)) } == lines)
  }

  @Test(arguments: [("a\nb", 1, "\n"), ("a\r\nb", 1, "\r\n"), ("a\nb", 2, ""), ("a\n", 1, "\n")])
  func `a line knows its end`(_ string: String, _ line: Int, _ end: String) {
    #expect(Array(SourceText(string).lineEnd(line)) == Array(end.utf8))
  }

  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (2, 2, 1), (5, 2, 4), (6, 3, 1), (7, 3, 2),
  ])
  func `a position counts lines and bytes from 1`(_ offset: Int, _ line: Int, _ column: Int) {
    let text = SourceText("a\n\u{7D30}\nb")
    #expect(text.position(at: offset) == SourcePosition(line: line, column: column))
  }

  @Test func `the empty text has the position of its beginning`() {
    #expect(SourceText("").position(at: 0) == SourcePosition(line: 1, column: 1))
  }

  @Test func `a range of lines leaves out the last line end`() {
    let text = SourceText("a\r\nb\r\nc")
    #expect(text.string(text.range(ofLines: 1..<3)) == "a\r\nb")
  }
}
