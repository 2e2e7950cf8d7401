import Markdown
import Testing
import Text

/// Marks in a row are as few as Unicode's stream-safe text has, so that no comparison takes long.
struct StreamSafeTests {
  private func longestRun(_ text: String) -> Int {
    var (longest, run) = (0, 0)
    for scalar in text.unicodeScalars {
      run = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : run + 1
      longest = max(longest, run)
    }
    return longest
  }

  /// Marks of two, three and four bytes in UTF-8, in an order that is not theirs.
  @Test(arguments: ["\u{301}\u{316}", "\u{1AB0}\u{1AB5}", "\u{1D165}\u{1E8D0}", "\u{5B8}\u{5B0}"])
  func `a text with marks without end has thirty in a row`(_ marks: String) {
    let text = "a" + String(repeating: marks, count: 10_000) + "b"
    let safe = String(streamSafe: Array(text.utf8)[...])
    #expect(longestRun(safe) == String.marksInARow)
    #expect(safe.utf8.count == text.utf8.count)
    #expect(longestRun(text.streamSafe) == String.marksInARow)
  }

  @Test(arguments: [
    "", "plain", "Zürich", "Ma\u{301}\u{316}rk", "論文の一覧がここに長く続く文章であり六十バイトを超えるもの",
    String(repeating: "e\u{301}", count: 100), String(repeating: "\u{301}", count: 30),
  ])
  func `other text stays as it is`(_ text: String) {
    #expect(Array(String(streamSafe: Array(text.utf8)[...]).utf8) == Array(text.utf8))
    #expect(Array(text.streamSafe.utf8) == Array(text.utf8))
  }

  @Test func `a list's text is read so`() {
    let text = SourceText("- a" + String(repeating: "\u{301}\u{316}", count: 1_000))
    #expect(longestRun(text.string(text.line(1))) == String.marksInARow)
  }
}
