import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// Numbers that lists keep, and numbers that they leave to the page.
struct NumberingTests {
  @Test(arguments: [
    ([1, 2, 3, 4, 5, 6, 7, 8], 7, [String]()),
    ([1, 2, 3, 4, 5, 6, 7, 7], 7, ["Change the number 7 to 8: the entry before it is 7"]),
    ([1, 2, 3, 4, 5, 6, 7, 9], 7, ["Change the number 9 to 8: the entry before it is 7"]),
    ([1, 2, 3, 4, 5, 6, 7, 1], 7, ["Change the number 1 to 8: the entry before it is 7"]),
    ([1, 2, 3, 3, 4, 5, 6, 7], 3, ["Change the number 3 to 4: the entry before it is 3"]),
    (
      [1, 2, 3, 4, 4, 5, 6, 7], 3,
      ["Number the entries from line 7 on again: 4 comes after 4"]
    ),
    (
      [1, 1, 2, 3, 4, 5, 6, 7], 0,
      ["Number the entries from line 4 on again: 1 comes after 1"]
    ),
    ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 9, []),
    ([1, 1, 1, 1, 1, 1, 1, 1, 1, 2], 9, ["Change the number 2 to 1: the entry before it is 1"]),
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

  @Test(arguments: [
    (nil, [1, 2, 2], []),
    ("counted", [1, 2, 2], ["Change the number 2 to 3: the entry before it is 2"]),
    ("counted", [1, 1, 1], ["Change the number 1 to 2: the entry before it is 1"]),
    ("ones", [1, 1, 2], ["Change the number 2 to 1: the entry before it is 1"]),
    ("ones", [1, 2, 3], ["Change the number 3 to 1: the entry before it is 2"]),
    ("any", [1, 2, 3, 4, 5, 6, 7, 7], []),
  ])
  func `a stated numbering holds in a short list`(
    _ numbering: String?,
    _ numbers: [Int],
    _ expected: [String]
  ) throws {
    let key = numbering.map { ", numbering: \($0)" } ?? ""
    let rulebook = try Rulebook(
      Array(
        "formats: [{marker: '1.', template: '[{title}]({url}) - {description}.'\(key)}]".utf8
      ),
      name: "rubric.yml"
    )
    let lines = numbers.enumerated().map { index, number in
      "\(number). [Tool\(index)](https://example.org/\(index)) - Does something.\n"
    }
    let texts = [lines.dropLast(), lines[...]].map { SourceText("## Tools\n\n" + $0.joined()) }
    let report = Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(texts[0]),
      head: rulebook.document(texts[1]),
      touched: [numbers.count + 2..<numbers.count + 3]
    )
    #expect(report.findings.map(\.finding.message.plain) == expected)
  }

  @Test(arguments: [
    (Array(1...12), "# numbering: counted  # 11 of 11 neighbours"),
    (Array(repeating: 1, count: 12), "# numbering: ones  # 11 of 11 neighbours"),
    ([3, 1, 4, 1, 5, 9, 2, 6, 7, 3, 5, 8], "# numbering: counted  # 1 of 11 neighbours"),
  ])
  func `init writes down which numbers there are`(_ numbers: [Int], _ line: String) throws {
    let entries = numbers.enumerated().map { index, number in
      "\(number). [Tool\(index)](https://example.org/\(index)) - Does something.\n"
    }
    let text = SourceText("## Tools\n\n" + entries.joined())
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    let yaml = RulebookText(learned, of: ["README.md"], text).yaml
    #expect(yaml.split(separator: "\n").contains { $0.drop { $0 == " " } == line })
  }
}
