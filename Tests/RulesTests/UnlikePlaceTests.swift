import Learning
import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// What is an entry, in lists that keep theirs elsewhere than in items with an address.
struct UnlikePlaceTests {
  private func document(_ text: String) throws -> ListDocument {
    let text = SourceText("# List\n\n" + text)
    return try #require(try Rulebook.builtIn()).learned(from: text, or: text).document(text)
  }

  private func entries(_ text: String) throws -> [Entry] {
    let document = try document(text)
    return document.entries.map { document.entry(at: $0) }
  }

  @Test(arguments: ["[Code][ref-@]", "[[Code]][ref-@]"])
  func `a link by reference has the address that is defined for it`(_ link: String) throws {
    let items = (10..<20).map { number in
      "1. Learning Part \(number). ICCV 2019. " + link.replacing("@", with: "\(number)")
    }
    let definitions = (10..<20).map { "[ref-\($0)]: https://github.com/a/b\($0)" }
    let entries = try entries("## A\n\n" + (items + [""] + definitions).joined(separator: "\n"))
    #expect(entries.count == 10)
    #expect(entries.first?.title?.text == "Learning Part 10")
    #expect(entries.first?.links.map(\.url) == ["https://github.com/a/b10"])
    #expect(entries.first?.links.first?.label == "Code")
  }

  @Test(arguments: ["[Tool 10][tool 10]", "[Tool 10][]", "[Tool 10]"])
  func `a title may be a link by reference`(_ title: String) throws {
    let items = (11..<20).map {
      "- [Tool \($0)](https://github.com/a/b\($0)) - A tool of kind \($0)."
    }
    let document = try document(
      "## A\n\n- \(title) - A tool of kind 10.\n" + items.joined(separator: "\n")
        + "\n\n[tool 10]: https://github.com/a/b10\n"
    )
    let entries = document.entries.map { document.entry(at: $0) }
    #expect(entries.count == 10)
    #expect(entries.first?.title?.text == "Tool 10")
    #expect(entries.first?.links.first?.url == "https://github.com/a/b10")
    let format = document.format(of: try #require(document.entries.first))
    let separators = format.judgedSeparators(of: try #require(entries.first))
    #expect(!separators.isEmpty)
    #expect(separators.allSatisfy { $0.fault == nil })
  }

  @Test func `contents with the list's own address are not entries`() throws {
    let names = ["Tutorials", "Review Papers", "Games", "Theory"]
    let contents = names.map { name in
      "* [\(name)](https://github.com/a/list#\(name.lowercased().replacing(" ", with: "-")))"
    }
    let sections = names.enumerated().map { index, name in
      "## \(name)\n\n"
        + (10..<13).map {
          "* [Learning Part \($0)](https://arxiv.org/abs/140\(index).000\($0)). AAMAS 2014."
        }
        .joined(separator: "\n")
    }
    let entries = try entries(
      "## Overview\n\n" + (contents + [""] + sections).joined(separator: "\n") + "\n"
    )
    #expect(entries.count == 12)
  }

  @Test(arguments: ["Maintainers", "🔥 Update Log", "Update: 2023-06-20", "TODO"])
  func `what is said of the list is not an entry`(_ heading: String) throws {
    let items = (10..<20).map { "- [Part \($0)](https://a.org/\($0)) - A tool of kind \($0)." }
    let entries = try entries(
      "## \(heading)\n\n- We add [Part 10](https://a.org/10) today.\n\n## Tools\n\n"
        + items.joined(separator: "\n") + "\n"
    )
    #expect(entries.count == 10)
  }

  @Test(arguments: [
    "Learning Part @ [[Paper]](https://arxiv.org/abs/1406.266@)",
    ":star: [Learning Part @] [[Paper]](https://arxiv.org/abs/1406.266@)\n[[Code]](https://github.com/a/b@)",
    "<b>Learning Part @ (2015)</b> [[Paper]](https://arxiv.org/abs/1406.266@)",
  ])
  func `plain paragraphs with labelled links are entries`(_ form: String) throws {
    let entries = try entries(
      "## A\n\nSee [my page](https://a.org) first.\n\n"
        + (10..<20).map { form.replacing("@", with: "\($0)") }.joined(separator: "\n\n") + "\n"
    )
    #expect(entries.count == 10)
    #expect(entries.first?.title?.text == "Learning Part 10")
    #expect(entries.first?.links.first?.url == "https://arxiv.org/abs/1406.26610")
  }

  @Test(arguments: [
    "#### Learning Part @ [[Paper]](https://arxiv.org/abs/1406.266@)",
    "##### • [\\[arXiv:1406.266@\\]](https://arxiv.org/abs/1406.266@) Learning Part @. [\\[PDF\\]](https://arxiv.org/pdf/1406.266@)",
  ])
  func `a heading may have the links of its paper`(_ heading: String) throws {
    let entries = try entries(
      "## A\n\n"
        + (10..<20).map { heading.replacing("@", with: "\($0)") + "\n_Ada Adams, Bo Brown_" }
        .joined(separator: "\n\n") + "\n\n[Back to top](#list)\n"
    )
    #expect(entries.count == 10)
    #expect(entries.last?.title?.text == "Learning Part 19")
    #expect(entries.last?.text(of: .authors) == "Ada Adams, Bo Brown")
  }

  @Test func `papers without a link are entries beside others`() throws {
    let items = (10..<20).map { number in
      "1. Learning Part \(number) of Many. ICCV 2019."
        + (number < 16 ? "" : " [[code]](https://github.com/a/b\(number))")
    }
    #expect(try entries("## A\n\n" + items.joined(separator: "\n") + "\n").count == 10)
  }

  @Test func `a label may be the venue`() throws {
    let entries = try entries(
      "## A\n\n"
        + (10..<20).map { "- [[CVPR 2019](https://a.org/\($0).pdf)] Learning Part \($0) of Many." }
        .joined(separator: "\n") + "\n"
    )
    #expect(entries.first?.title?.text == "Learning Part 10 of Many")
    #expect(entries.first?.venue?.name == "CVPR")
    #expect(entries.first?.year == 2019)
  }

  @Test(arguments: [
    "<tr>\n  <td>\n    <a href=\"https://a.org/@\">Part @</a>\n  </td>\n  <td>\n    A tool of kind @.\n  </td>\n</tr>",
    "&nbsp;:small_orange_diamond: <a href=\"https://a.org/@\"><b>Part @</b></a> - is a tool.<br>",
  ])
  func `rows and lines of HTML are entries`(_ form: String) throws {
    let lines = (10..<20).map { form.replacing("@", with: "\($0)") }.joined(separator: "\n")
    let tag = form.hasPrefix("<tr") ? "table" : "p"
    let entries = try entries("## A\n\n<\(tag)>\n\(lines)\n</\(tag)>\n")
    #expect(entries.count == 10)
    #expect(entries.first?.title?.text == "Part 10")
    #expect(entries.first?.links.first?.url == "https://a.org/10")
  }

  @Test func `an anchor in a table is a link`() throws {
    let rows = (10..<20).map {
      "| <a href=\"https://a.org/\($0)\">Learning Part \($0)</a> | CVPR 2019 |"
    }
    let entries = try entries(
      "## A\n\n| Title | Venue |\n|---|---|\n" + rows.joined(separator: "\n") + "\n"
    )
    #expect(entries.first?.title?.text == "Learning Part 10")
    #expect(entries.first?.links.first?.url == "https://a.org/10")
  }
}
