import ListModel
import Markdown
import Rules
import Testing

@testable import Parsing

/// What in a document has the place of an entry.
struct UnitFinderTests {
  private func units(_ text: String) throws -> [String] {
    let outline = DocumentOutline(
      SourceText(text),
      asides: ["news"],
      labels: try papers().format.links.labels
    )
    return outline.units.map { "\($0.kind) \($0.lines.lowerBound)-\($0.lines.upperBound - 1)" }
  }

  @Test(arguments: [
    (
      "items", "## A\n\n- T one [p](https://a.b)\n- T two [p](https://a.c)\n",
      ["item 3-3", "item 4-4"]
    ),
    (
      "an item with what is inside it",
      "## A\n\n- [T one](https://a.b)\n  - Code: [c](https://a.c)\n", ["item 3-4"]
    ),
    (
      "items below a topic",
      "## A\n\n- Topic\n  - [T one](https://a.b)\n  - [T two](https://a.c)\n",
      ["item 4-4", "item 5-5"]
    ),
    (
      "a line that lost the space after its bullet",
      "## A\n\n- [T one](https://a.b)\n-[T two](https://a.c)\n", ["item 3-3", "item 4-4"]
    ),
    (
      "a line with another sign for its bullet",
      "## A\n\n- [T one](https://a.b)\n\u{2022} [T two](https://a.c)\n", ["item 3-3", "item 4-4"]
    ),
    (
      "rows of a table",
      "## A\n\n| T | P |\n| - | - |\n| One | [p](https://a.b) |\n| Two | [p](https://a.c) |\n",
      ["row 5-5", "row 6-6"]
    ),
    (
      "paragraphs that begin with a mark",
      "## A\n\n**T one** [p](https://a.b)\n\n**T two** [p](https://a.c)\n",
      ["paragraph 3-3", "paragraph 5-5"]
    ),
    ("nothing below the heading of an aside", "## News\n\n- [T](https://a.b)\n", []),
    ("nothing in code", "## A\n\n```\n- [T](https://a.b)\n```\n", []),
  ])
  func `what has the place of an entry is found`(
    _ what: String,
    _ text: String,
    _ wanted: [String]
  ) throws {
    #expect(try units(text) == wanted, "\(what)")
  }
}
