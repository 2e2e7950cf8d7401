import Learning
import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// Which field is what, in lists that put them elsewhere than most.
struct UnlikeFieldTests {
  private func document(_ entries: [String], header: [String] = []) throws -> ListDocument {
    let text = SourceText(
      "# List\n\n## Papers\n\n" + (header + entries).joined(separator: "\n") + "\n"
    )
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    let document = learned.document(text)
    try #require(document.entries.count == entries.count)
    return document
  }

  private func firstEntry(_ line: (Int) -> String) throws -> Entry {
    let document = try document((10..<22).map(line))
    return document.entry(at: document.entries[0])
  }

  @Test(arguments: ["📄", "🔥 ⭐", ":star:", "**[7]**", "[7]"])
  func `a sign before the title is not part of it`(_ sign: String) throws {
    let entry = try firstEntry { number in
      "* \(sign) **Segment Anything in Part \(number)**. Ada Adams, Bo Brown. [[paper](https://arxiv.org/abs/2304.026\(number))]"
    }
    #expect(entry.title?.text == "Segment Anything in Part 10")
    #expect(entry.text(of: .name) == nil)
    #expect(entry.text(of: .authors) == "Ada Adams, Bo Brown")
  }

  @Test(arguments: [
    ("*arXiv, Jan 2024*", "arXiv", 2024), ("(*arXiv 2023.05*)", "arXiv", 2023),
    ("*Nov 2023, CoRL*", "CoRL", 2023), ("(CVPR, 2024)", "CVPR", 2024),
    ("CVPR, Dec 2015", "CVPR", 2015), ("*NeurIPS 11/2022*", "NeurIPS", 2022),
  ])
  func `a venue may have a date for its year`(_ written: String, _ name: String, _ year: Int) throws
  {
    let entry = try firstEntry { number in
      "* **LEO \(number)**: \"An Embodied Agent in World \(number)\", \(written). [[Paper](https://arxiv.org/abs/2311.128\(number))]"
    }
    #expect(entry.title?.text == "An Embodied Agent in World 10")
    #expect(entry.venue?.name == name)
    #expect(entry.year == year)
    #expect(entry.text(of: .authors) == nil)
  }

  @Test(arguments: [
    "**Neural Type Hints of Kind @**, PLDI 2020, Ada Adams, Bo Brown. [[pdf]](https://arxiv.org/pdf/2004.106@)",
    "**Neural Type Hints of Kind @** PLDI 2020, Ada Adams, Bo Brown. [[pdf]](https://arxiv.org/pdf/2004.106@)",
    "[Neural Type Hints of Kind @](https://arxiv.org/pdf/2004.106@), PLDI 2020, Ada Adams, Bo Brown",
    "Neural Type Hints of Kind @, Ada Adams, Bo Brown, PLDI 2020. [[pdf]](https://arxiv.org/pdf/2004.106@)",
    "Ada Adams, Bo Brown, \"Neural Type Hints of Kind @\", PLDI 2020. [[pdf]](https://arxiv.org/pdf/2004.106@)",
    "Ada Adams, Bo Brown. \u{201C}Neural Type Hints of Kind @\u{201D}. PLDI 2020. [[pdf]](https://arxiv.org/pdf/2004.106@)",
  ])
  func `authors stand where they like`(_ form: String) throws {
    let entry = try firstEntry { "- " + form.replacing("@", with: "\($0)") }
    #expect(entry.title?.text == "Neural Type Hints of Kind 10")
    #expect(entry.text(of: .authors) == "Ada Adams, Bo Brown")
    #expect(entry.venue?.name == "PLDI")
    #expect(entry.year == 2020)
  }

  @Test func `a citation has its title in quotation marks`() throws {
    let document = try document(
      (10..<20).map { number in
        "**[\(number)]** Adams, Ada, Bo Brown, and Cy Clark. \"**Learning Part \(number)**.\" Neural computation 18.7 (2006): 1527-1554. [[pdf]](http://a.org/\(number).pdf) **(Milestone)** :star:\n"
      }
    )
    let entry = document.entry(at: document.entries[0])
    #expect(entry.title?.text == "Learning Part 10")
    #expect(entry.text(of: .authors) == "Adams, Ada, Bo Brown, and Cy Clark")
    #expect(entry.year == 2006)
  }

  @Test func `names with commas alone stay in the title of lists without authors`() throws {
    let entry = try firstEntry { number in
      number == 10
        ? "- A Survey of Images, Visual Questions, Robot Control, CVPR 2020. [[pdf]](https://arxiv.org/pdf/2004.10610)"
        : "- A Survey of Images \(number). CVPR 2020. [[pdf]](https://arxiv.org/pdf/2004.106\(number))"
    }
    #expect(entry.title?.text == "A Survey of Images, Visual Questions, Robot Control")
  }

  @Test func `pictures between title and authors are not links`() throws {
    let entry = try firstEntry { number in
      """
      - **Prompt Tuning of Kind \(number)** ![](https://img.shields.io/badge/Kind-blue)

        *Ada Adams, Bo Brown.* [[Paper](https://arxiv.org/abs/2109.011\(number))][[Code](https://github.com/a/b\(number))]
      """
    }
    #expect(entry.text(of: .authors) == "Ada Adams, Bo Brown")
  }

  @Test func `a table's header says what its columns are`() throws {
    let header = ["| Year | Pub | Task | Institute | Paper | Repo |", "|---|---|---|---|---|---|"]
    let document = try document(
      (10..<22).map { number in
        "| 2006 | TOG | Detection, Tracking | ETH, MIT | [Removing Shake from Photograph \(number)](https://a.org/p\(number).pdf) | [Code](https://github.com/a/b\(number)) |"
      },
      header: header
    )
    let entry = document.entry(at: document.entries[0])
    #expect(entry.title?.text == "Removing Shake from Photograph 10")
    #expect(entry.venue?.name == "TOG")
    #expect(entry.year == 2006)
    #expect(entry.text(of: .authors) == nil)
    #expect(entry.text(of: .name) == nil)
  }

  @Test func `a name before the title stands in the column of titles`() throws {
    let document = try document(
      (10..<22).map { number in
        "| **[ORES\(number)]**[Refer to Any Mask \(number)](https://arxiv.org/abs/2506.053\(number)) | [Homepage](https://a.org/\(number)) |"
      },
      header: ["| Title | Code |", "|---|---|"]
    )
    let entry = document.entry(at: document.entries[0])
    #expect(entry.title?.text == "Refer to Any Mask 10")
    #expect(entry.text(of: .name) == "ORES10")
  }

  @Test func `a row may do without its first bar`() throws {
    let header = ["| Title | Venue | Date | Code |", "|---|---|---|---|"]
    let rows = (10..<22).map { number in
      "| [**Deep Part \(number): A Study**](https://a.org/\(number)) | CVPR | 2024-01-06 | [Github](https://github.com/a/b\(number)) |"
    }
    let bare = String(rows[0].dropFirst(2)).replacing("10", with: "99")
    let document = try document(rows + [bare], header: header)
    let entry = document.entry(at: try #require(document.entries.last))
    #expect(entry.title?.text == "Deep Part 99: A Study")
    #expect(entry.venue?.name == "CVPR")
  }

  @Test func `spaces that fill a cell are none too many where rows have no outer bars`() throws {
    let header = ["Name | Description", "---|---"]
    let document = try document(
      (10..<22).map { number in
        "[tool\(number)](https://github.com/a/b\(number))           | Some tool of kind \(number)"
      },
      header: header
    )
    #expect(document.entries.allSatisfy { document.entry(at: $0).doubledSpaces.isEmpty })
  }
}
