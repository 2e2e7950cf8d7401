import Classifier
import ListModel
import Markdown
import Rules
import Testing

/// Numbers that lists keep, and numbers that they leave to the page.
struct NumberingTests {
  @Test(arguments: [
    ([1, 2, 3, 4, 5, 6, 7, 8], 7, [String]()),
    ([1, 2, 3, 4, 5, 6, 7, 7], 7, ["7 stands behind 7: the number should be 8"]),
    ([1, 2, 3, 4, 5, 6, 7, 9], 7, ["9 stands behind 7: the number should be 8"]),
    ([1, 2, 3, 4, 5, 6, 7, 1], 7, ["1 stands behind 7: the number should be 8"]),
    ([1, 2, 3, 3, 4, 5, 6, 7], 3, ["3 stands behind 3: the number should be 4"]),
    (
      [1, 2, 3, 4, 4, 5, 6, 7], 3,
      ["4 stands behind 4: the numbers from line 7 on should be counted on"]
    ),
    (
      [1, 1, 2, 3, 4, 5, 6, 7], 0,
      ["1 stands behind 1: the numbers from line 4 on should be counted on"]
    ),
    ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 9, []),
    ([1, 1, 1, 1, 1, 1, 1, 1, 1, 2], 9, ["2 stands behind 1: the number should be 1"]),
    ([3, 1, 4, 1, 5, 9, 2, 6], 7, []),
  ])
  func `a new number is held against its neighbours`(
    _ numbers: [Int],
    _ new: Int,
    _ expected: [String]
  ) throws {
    let lines = numbers.enumerated().map { index, number in
      "\(number). [Tool\(index * 3 % 11)](https://example.org/\(index)) - Does something.\n"
    }
    var old = lines
    old.remove(at: new)
    let texts = [old, lines].map { SourceText("## Tools\n\n" + $0.joined()) }
    let builtIn = try #require(try Rulebook.builtIn())
    let rulebook = builtIn.learned(from: texts[0], or: texts[0]).rulebook
    let report = Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(texts[0]),
      head: rulebook.document(texts[1]),
      touched: [new + 3..<new + 4]
    )
    #expect(report.findings.map(\.finding.message.plain) == expected)
  }
}
