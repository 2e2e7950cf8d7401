import Learning
import ListModel
import Markdown
import Rules
import Testing

/// Slips of the pen that are told as what they are, once, and mended as they are told.
struct SlipTests {
  private static func paper(
    _ number: Int,
    marker: String = "- ",
    venue: String = "CVPR2023",
    label: String = "Code",
    space: String = " "
  ) -> String {
    let links =
      "[[Paper](https://arxiv.org/abs/2301.123\(number))] [[\(label)](https://github.com/o/p\(number))]"
    return "\(marker)Learning to See \(number) Things at Once. \(venue).\(space)\(links)"
  }

  private static let papers = Contribution.list((10..<30).map { paper($0) })

  @Test(arguments: ["NeruIPS2022", "NeruIPS 2022"])
  func `a misspelt venue is one finding with its year`(venue: String) throws {
    let contribution = try Contribution(Self.paper(40, venue: venue), to: Self.papers)
    #expect(contribution.rules == ["misspelt-venue"])
    #expect(contribution.replacement == Self.paper(40, venue: "NeurIPS2022"))
  }

  @Test func `a letter too many in a label of the list's is told`() throws {
    let base = Contribution.list((10..<30).map { Self.paper($0, label: "PyTorch") })
    let contribution = try Contribution(Self.paper(40, label: "PyTroch"), to: base)
    #expect(contribution.rules == ["unknown-link-label"])
    #expect(contribution.replacement == Self.paper(40, label: "PyTorch"))
  }

  @Test func `an entry with a linked name that lost its bullet is an entry`() throws {
    let lines = (10..<24).map { "- [Tool\($0)](https://example.org/\($0)) - Does a thing \($0)." }
    let contribution = try Contribution(
      "[New](https://example.org/new) - Does another thing.",
      to: Contribution.list(lines)
    )
    #expect(contribution.rules == ["malformed-marker"])
    #expect(contribution.replacement == "- [New](https://example.org/new) - Does another thing.")
  }

  @Test func `a line below an entry that begins with a label of links is a part of it`() throws {
    let base = Contribution.list((10..<30).map { Self.paper($0) })
    let line = "[Code](https://github.com/o/p) - the code of the above."
    #expect(!(try Contribution(line, to: base).rules.contains("malformed-marker")))
  }

  @Test func `a version in an address is told as one`() throws {
    let line = Self.paper(40).replacing("12340)", with: "12340v2)")
    let contribution = try Contribution(line, to: Self.papers)
    #expect(
      contribution.messages == [
        "Link the paper without a version: 'https://arxiv.org/abs/2301.12340'"
      ]
    )
  }

  @Test func `of two copies the message says which has a link that the other lacks`() throws {
    let less = Self.paper(10).replacing(" [[Code](https://github.com/o/p10)]", with: "")
    #expect(
      try Contribution(less, to: Self.papers).messages == [
        "Remove this paper: it is already on line 5, where it also has the link 'Code'"
      ]
    )
    let base = Self.papers.replacing(Self.paper(10), with: less)
    #expect(
      try Contribution(Self.paper(10), to: base).messages == [
        "This paper is already on line 5, without the link 'Code': add that link there, and remove the paper here"
      ]
    )
  }

  @Test(arguments: [" ", "\u{A0}"])
  func `a date that stands in an entry is not asked for`(_ space: String) throws {
    func entry(_ number: Int, _ venue: String) -> String {
      "- **Net\(number):** Ada Adams, Bob Bell.<br />\n\"Net\(number): Learning to See \(number) Things.\" \(venue)(2026).\n[[paper](https://arxiv.org/abs/2607.000\(number))]\n[2026.07]\n"
    }
    let base = Contribution.list((10..<40).map { entry($0, "ArXiv ") })
    let contribution = try Contribution("\n" + entry(50, "MICCAI\(space)"), to: base)
    #expect(!contribution.rules.contains("missing-field"))
  }

  @Test func `which of two copies should go is said only where that is clear`() throws {
    #expect(
      try Contribution(Self.paper(10).replacing("2023", with: "2024"), to: Self.papers).messages
        .contains("This paper is already on line 5: keep one of the two")
    )
  }

  @Test func `a paper that should go is not polished`() throws {
    let line = Self.paper(10).replacing("(https://arxiv", with: "(http://arxiv")
    let contribution = try Contribution(Self.paper(10) + " ", to: Self.papers)
    #expect(contribution.rules == ["duplicate-entry"])
    #expect(contribution.replacement == "")
    #expect(try Contribution(line, to: Self.papers).rules.contains("duplicate-entry"))
  }

  @Test func `the file that a source note names is not the paper's link`() throws {
    let line = Self.paper(40).replacing("/2301.12340", with: "/2301.12340v2")
    let note = " See [figure 3](https://arxiv.org/pdf/2301.12340)."
    let rules = try Contribution(line + note, to: Self.papers).messages
    #expect(!rules.contains { $0.hasPrefix("Link this paper as") })
  }

  @Test func `a title that touches its link is told, though others do so too`() throws {
    let base = Contribution.list(
      (10..<40).map { Self.paper($0, venue: "", space: "").replacing("Once. .", with: "Once") }
        .enumerated().map {
          $0.offset % 3 == 0 ? $0.element : $0.element.replacing("Once", with: "Once ")
        }
    )
    let line = Self.paper(40, venue: "", space: "").replacing("Once. .", with: "Once")
    let contribution = try Contribution(line, to: base)
    #expect(contribution.rules == ["misplaced-space"])
    #expect(contribution.severities == [.note])
    #expect(contribution.replacement == line.replacing("Once[[", with: "Once [["))
  }

  @Test func `a number with its bracket in a row is not a bracket without its match`() throws {
    func row(_ number: Int, _ sign: String) -> String {
      "| \(number)\(sign) **Model \(number) for Things** - a model that does thing \(number). | [Paper](https://arxiv.org/abs/2301.123\(number)) |"
    }
    let base =
      "# List\n\n## Top\n\n| Paper | Link |\n| --- | --- |\n"
      + (10..<30).map { row($0, ")") + "\n" }.joined()
    let contribution = try Contribution(row(30, "."), to: base)
    #expect(contribution.messages.first == "Write ')' after the number, not '.'")
    #expect(contribution.replacement == row(30, ")"))
  }

  @Test func `a path without its slash is told where others have it`() throws {
    func entry(_ number: Int, _ path: String) -> String {
      "- [Tool\(number)](https://example.org/\(number)) - Does a thing \(number). [notes](\(path)/\(number).txt)"
    }
    let base = Contribution.list((10..<24).map { entry($0, "./notes") })
    let contribution = try Contribution(entry(40, ".notes"), to: base)
    #expect(contribution.rules.contains("malformed-url"))
    #expect(contribution.replacement == entry(40, "./notes"))
  }

  @Test func `what the one other entry of a section does as well is a note`() throws {
    let few = Self.paper(31, venue: "CVPR2023,")
    let base = Self.papers + "\n## Few\n\n" + few + "\n"
    let contribution = try Contribution(Self.paper(40, venue: "CVPR2023,"), to: base)
    #expect(contribution.severities.allSatisfy { $0 == .note })
  }

  @Test func `a single paper below its heading is one where the list has papers so`() throws {
    func paper(_ number: Int) -> String {
      "### Model \(number) of Many Things\n**Authors**: Ada Adams, Bob Bell\n\n[Paper](https://arxiv.org/abs/2301.1230\(number)) | [Code](https://github.com/o/p\(number))\n\n"
    }
    let text = SourceText(
      "# List\n\n## Models\n\n" + (1...6).map(paper).joined() + "## Data\n\n" + paper(7)
    )
    let rulebook = try #require(try Rulebook.builtIn()).learned(from: text, or: text).rulebook
    #expect(rulebook.document(text).entries.count == 7)
  }
}

extension SlipTests {
  @Test func `a link with nothing beside it is not an entry whose title should not be a link`()
    throws
  {
    let base = Self.papers + "\n## Resources\n\n"
    let line = "- [Awesome Things to Look At](https://github.com/o/awesome)"
    #expect(!(try Contribution(line, to: base).rules.contains("linked-title")))
  }

  @Test func `who leaves out what nobody of a long list leaves out is told in a new section`()
    throws
  {
    func entry(_ number: Int, end: String = ".") -> String {
      "- [Tool\(number)](https://example.org/\(number)) - Does a useful thing \(number)\(end)"
    }
    let base = Contribution.list((100..<160).map { entry($0) }) + "\n## More\n\n"
    let lines = (1...4).map { entry($0, end: "") }.joined(separator: "\n")
    let contribution = try Contribution(lines, to: base)
    #expect(contribution.rules == Array(repeating: "missing-full-stop", count: 4))
    #expect(contribution.severities.allSatisfy { $0 == .warning })
  }

  @Test(arguments: ["Café", "Müller", "naïve – not"])
  func `letters that are what they seem are let be`(name: String) throws {
    let line = "- [\(name)](https://example.org/new) - Does another thing."
    #expect(!(try Contribution(line, to: Contribution.tools).rules.contains("garbled-text")))
  }
}

extension SlipTests {
  @Test func `authors that were not read as such are not missed`() throws {
    func entry(_ number: Int, quote: String = "\"") -> String {
      "- Adams, Ada, et al. \(quote)**Model \(number) of Many Things.**\" CVPR, 2023. [[pdf]](https://arxiv.org/abs/2301.123\(number))"
    }
    let base = Contribution.list((10..<40).map { entry($0) })
    let contribution = try Contribution(entry(50, quote: "\u{201C}"), to: base)
    #expect(!contribution.messages.contains { $0.hasPrefix("Add the authors") })
  }

  @Test func `a venue that stands in what follows a title is not missed`() throws {
    func entry(_ number: Int, title: String = "A Model of Many Things") -> String {
      "- **M\(number)**: \"\(title)\", CVPR, 2023 (*Lab*). [[Paper](https://arxiv.org/abs/2301.123\(number))]"
    }
    let base = Contribution.list((10..<40).map { entry($0) })
    let line = entry(50, title: "Advancing the \"Edge\" of Things")
    #expect(!(try Contribution(line, to: base).messages.contains { $0.hasPrefix("Add the venue") }))
  }

  @Test func `the case of a label is a note unless nearly all have another`() throws {
    let base = Contribution.list(
      (10..<30).map { Self.paper($0, label: $0 % 7 == 0 ? "code" : "Code") }
    )
    let contribution = try Contribution(Self.paper(40, label: "code"), to: base)
    #expect(contribution.severities.allSatisfy { $0 == .note })
  }

  @Test func `two cells that are in each other's column are one finding`() throws {
    func row(_ number: Int, _ first: String, _ second: String) -> String {
      "| Learning to See \(number) Things at Once | \(first) | \(second) | [Paper](https://arxiv.org/abs/2301.123\(number)) |"
    }
    let base =
      "# List\n\n## Papers\n\n| Title | Venue | Year | Link |\n| --- | --- | --- | --- |\n"
      + (10..<30).map { row($0, "CVPR", "2023") + "\n" }.joined()
    let contribution = try Contribution(row(40, "2023", "CVPR"), to: base)
    #expect(contribution.rules == ["misplaced-cell"])
    #expect(contribution.replacement == row(40, "CVPR", "2023"))
  }
}
