import ListModel
import Parsing
import Testing

private let entry = "T One. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
private let other = "U Two. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00693)]"

/// Which lines of a list are entries, and where they stand.
struct DocumentTests {
  @Test(arguments: [
    ("a list", "- \(entry)\n- \(other)\n", [1, 2]),
    ("another bullet", "* \(entry)\n+ \(other)\n", [1, 2]),
    ("numbers", "1. \(entry)\n2. \(other)\n", [1, 2]),
    ("a loose list", "- \(entry)\n\n- \(other)\n", [1, 3]),
    ("a forgotten bullet below an entry", "- \(entry)\n\(other)\n", [1, 2]),
    ("a forgotten bullet above an entry", "\(entry)\n- \(other)\n", [1, 2]),
    ("a bullet without its space below an entry", "- \(entry)\n-\(other)\n", [1, 2]),
    ("a bullet without its space", "-\(entry)\n", [1]),
    ("a doubled bullet", "- - \(entry)\n", [1]),
    ("an indented entry", "- \(entry)\n  - \(other)\n", [1, 2]),
    ("a note below an entry", "- \(entry)\n  - a note\n- \(other)\n", [1, 3]),
    ("an empty bullet", "- \(entry)\n-\n- \(other)\n", [1, 2, 3]),
    ("no links but venue and year", "- T One. CVPR'2024.\n", [1]),
    ("an entry without fields among others", "- \(entry)\n- T Two\n", [1, 2]),
    ("code", "```\n- \(entry)\n```\n", []),
    ("indented code", "text\n\n    - \(entry)\n", []),
    ("a comment", "<!--\n- \(entry)\n-->\n", []),
    ("a comment on one line", "<!-- - \(entry) -->\n", []),
    ("HTML", "<div>\n- \(entry)\n</div>\n", []),
    ("HTML and a blank line", "<div>\n\n- \(entry)\n\n</div>\n", [3]),
    ("a quote", "> - \(entry)\n", []),
    ("a definition", "[name]: https://arxiv.org/abs/2308.00692\n", []),
    ("an item of a definition", "- \(entry)\n- [name]: https://a.org\n", [1]),
    ("a table of contents", "- [Survey](#survey)\n- [General](#general)\n", []),
    ("a table of contents above entries", "- [S](#s)\n\ntext\n\n- \(entry)\n", [5]),
    ("words", "Some words about CVPR'2024.\n", []),
    ("items without fields", "- one\n- two\n", []),
    ("an aside", "## Contributing\n\n- \(entry)\n", []),
    ("below an aside", "## Contributing\n\n### How\n\n- \(entry)\n", []),
    ("after an aside", "## Contributing\n\n## General\n\n- \(entry)\n", [5]),
    ("CRLF", "- \(entry)\r\n- \(other)\r\n", [1, 2]),
    ("nothing", "", []),
  ])
  func `entries are told from what is none`(_ name: String, _ text: String, _ lines: [Int]) throws {
    #expect(try document(text).entries.map(\.lines.lowerBound) == lines)
  }

  @Test func `a note below an entry is not part of it`() throws {
    let list = try document("- \(entry)\n  - a note\n    of two lines\n- \(other)\n")
    #expect(list.entries.map(\.lines) == [1..<2, 4..<5])
  }

  @Test(arguments: [
    ("a line that is indented", "- T One.\n  CVPR'2024. [[paper](https://a.org)]\n- \(other)\n"),
    ("a line that is not", "- T One. CVPR'2024.\n[[paper](https://a.org)]\n- \(other)\n"),
    ("a title", "- **`[A]`** T\nOne. CVPR'2024. [[paper](https://a.org)]\n- \(other)\n"),
  ])
  func `an entry goes on in the next line`(_ name: String, _ text: String) throws {
    #expect(try document(text).entries.map(\.lines) == [1..<3, 3..<4])
  }

  @Test(arguments: [
    ("# List\n\n## General\n\n### Sub\n\n- \(entry)\n", ["General", "Sub"]),
    ("# <p align=center>`Awesome`</p>\n\n## A `B` *C* [D](u) <br/>\n- \(entry)\n", ["A B C D"]),
    ("# One\n\n- \(entry)\n\n# Two\n", ["One"]),
    ("## A\n# B\n- \(entry)\n", ["B"]),
    ("### A\n## B\n- \(entry)\n", ["B"]),
    ("## A ##\n- \(entry)\n", ["A"]),
    ("A\n---\n\n- \(entry)\n", ["A"]),
    ("## ![x](y) A\n- \(entry)\n", ["x A"]),
    ("## C# and C++\n- \(entry)\n", ["C# and C++"]),
    ("- \(entry)\n\n## A\n", []),
    ("# Only\n- \(entry)\n", []),
  ])
  func `an entry's section is the path of its headings`(
    _ text: String,
    _ path: [String]
  ) throws {
    let document = try document(text)
    let place = try #require(document.entries.first)
    #expect(document.section(of: place).path == path)
  }

  @Test(
    arguments: [
      ("```markdown\n- Name. Venue'Year. [[paper](link)] | [[code](link)] | ...\n```\n", 2),
      ("text\n\n```\nsome code\n- Name. [[paper](link)]\n```\n", 5),
      ("```\nsome code\n```\n\n- \(entry)\n", nil),
      ("- \(entry)\n", nil),
    ] as [(String, Int?)]
  )
  func `the template is the first entry in code`(_ text: String, _ line: Int?) throws {
    #expect(try document(text).template?.line == line)
  }

  @Test func `the legend holds tags in their order`() throws {
    let legend = try document(
      "**`[A]`**: One  \n**`[B]`**: Two\\\n**`[C]`**: Three<br>\n**`[D]`**: Four\n**`[E]`**: Five\n"
    ).legend
    #expect(legend.items.map(\.name) == ["A", "B", "C", "D", "E"])
    #expect(legend.items.map(\.hasHardBreak) == [true, true, true, false, false])
    #expect(legend.items.map(\.isFollowed) == [true, true, true, true, false])
  }

  @Test(arguments: [
    "```\n**`[A]`**: One\n```\n", "**`[A]`** One\n", "**`[A][B]`**: One\n", "**`[A]`**:\n",
    "- **`[A]`**: \(entry)\n", "[a]: https://a.org\n", "<!--\n**`[A]`**: One\n-->\n",
  ])
  func `what declares no tag is not a legend`(_ text: String) throws {
    #expect(try document(text).legend.items.map(\.name) == [])
  }

  @Test(arguments: [
    ("<<<<<<< HEAD", true), ("=======", true), (">>>>>>> main", true), ("||||||| base", true),
    ("<<<<<<<HEAD", false), ("========", false), ("<<<<<<", false), ("words", false), ("", false),
  ])
  func `a conflict marker has seven signs`(_ line: String, _ isMarker: Bool) throws {
    #expect((try document(line + "\n").text.conflictMark(on: 1) != nil) == isMarker)
  }
}
