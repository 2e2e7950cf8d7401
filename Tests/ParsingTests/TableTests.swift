import ListModel
import Markdown
import Parsing
import Testing

/// Which rows of a table are entries, and in which section.
struct TableTests {
  private static let head = "| Title | Paper |\n| --- | --- |\n"
  private static func row(_ number: Int) -> String {
    "| A Way \(number) | [paper](https://a.org/\(number)) |\n"
  }

  private func rows(_ text: String) -> [String] {
    let labels = LinkLabels([(name: "paper", aliases: [])])
    let outline = DocumentOutline(SourceText(text), asides: [], labels: labels)
    return outline.units.map { unit in
      "\(unit.kind) \(unit.lines.lowerBound) \(outline.sections[unit.section].name)"
    }
  }

  @Test(arguments: [
    ("a table", "# A\n\n\(head)\(row(1))", ["row 5 "]),
    (
      "inside an item", "## A\n\n- Group\n\n  \(head.replacing("\n|", with: "\n  |"))  \(row(1))",
      ["row 7 A"]
    ),
    ("cut by a blank line", "## A\n\n\(head)\(row(1))\n\(row(2))", ["row 5 A", "row 7 A"]),
    ("with a rule right below", "## A\n\n\(head)\(row(1))---\n\n## B\n", ["row 5 A"]),
    (
      "with a cell left out", "## A\n\n\(head)\(row(1))| B | [paper](https://a.org/2)\n",
      ["row 5 A", "row 6 A"]
    ),
    (
      "prose with bars in another section", "## A\n\n\(head)\(row(1))\n## B\n\n\(row(2))",
      ["row 5 A"]
    ),
  ])
  func `rows are those that a reader sees`(_ name: String, _ text: String, _ expected: [String]) {
    #expect(rows(text) == expected, "\(name)")
  }

  @Test(arguments: [
    (Self.head, ["row 5 A", "row 11 News"]), ("| Date | What |\n| --- | --- |\n", ["row 5 A"]),
  ])
  func `a heading of its own kind holds entries where its table is like the others`(
    _ head: String,
    _ expected: [String]
  ) {
    let text = "## A\n\n\(Self.head)\(Self.row(1))\n## News\n\n\(head)\(Self.row(2))"
    let labels = LinkLabels([(name: "paper", aliases: [])])
    let outline = DocumentOutline(SourceText(text), asides: ["news"], labels: labels)
    let rows = outline.units.map { unit in
      "\(unit.kind) \(unit.lines.lowerBound) \(outline.sections[unit.section].name)"
    }
    #expect(rows == expected)
    #expect(outline.sections.contains(where: \.isAside) == (expected.count == 1))
  }

  @Test func `an anchor does not swallow the heading below it`() {
    let text = "## A\n\n- [x](https://a.org/1)\n\n<a name=\"b\"/>\n## B\n\n- [y](https://a.org/2)\n"
    #expect(rows(text) == ["item 3 A", "item 8 B"])
  }

  @Test func `a paragraph of HTML with a link is an entry, and one with a picture is none`() {
    let text =
      "## A\n\n<p>\n<b>A Way</b><br>\n<a href='https://a.org/1'>[paper]</a>\n</p>\n\n<p>\n<a href='https://a.org'><img src='x'></a>\n</p>\n"
    #expect(rows(text) == ["html 3 A"])
  }
}
