import ListModel
import Testing
import Text

@testable import Parsing

/// Bounds on the work that hostile entries make.
struct BoundTests {
  private func tokenizer(_ text: String) -> Tokenizer {
    Tokenizer(Array(text.utf8), links: [], isRow: false, vocabulary: .empty)
  }

  @Test(arguments: ["*a_ ", "_a ", "`a ", "\"a' ", "\u{201C}a "])
  func `marks that do not close are looked after a number of times`(_ mark: String) {
    var short = tokenizer("- Words " + String(repeating: mark, count: 500))
    var long = tokenizer("- Words " + String(repeating: mark, count: 20_000))
    _ = short.run(from: 2)
    _ = long.run(from: 2)
    #expect(short.unclosed <= Tokenizer.mostUnclosed)
    #expect(long.unclosed <= Tokenizer.mostUnclosed)
  }

  @Test(
    arguments: [
      [], [3..<5], [3..<5, 4..<9, 20..<21], [0..<30, 2..<3], [7..<7], [9..<12, 2..<4],
    ] as [[Range<Int>]]
  )
  func `a cover covers what any of its ranges does`(_ ranges: [Range<Int>]) {
    let cover = Cover(ranges)
    for offset in 0..<32 {
      #expect(cover.cover(offset) == ranges.contains { $0.contains(offset) }, "\(offset)")
    }
  }

  @Test func `a link is found by where it begins`() throws {
    let list = try document(
      "## A\n\n- T. [[paper](https://a.b/1)] | [[code](https://a.b/2)] <https://a.b/3>\n"
    )
    let entry = list.entry(at: try #require(list.entries.first))
    #expect(entry.links.count == 3)
    for offset in entry.text.indices {
      let first = entry.links.firstIndex { $0.range.lowerBound == offset }
      #expect(entry.link(at: offset) == first)
    }
  }

  @Test func `a comment ends at its own end`() {
    let comment = "<!-- rubric: allow unknown-tag old -->"
    let text = Array(String(repeating: comment, count: 50).utf8)
    let comments = AllowComment.comments(in: text, 0..<text.count)
    #expect(comments.count == 50)
    #expect(comments.allSatisfy { $0.isComplete && $0.range.count == comment.utf8.count })
  }
}
