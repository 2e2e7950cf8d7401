import Classifier
import Learning
import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// How entries are read, and what is not said of them, by formats that were learned from lists of
/// shapes that nobody named.
struct LearnedReadingTests {
  private func learned(_ list: String) throws -> LearnedRulebook {
    let builtIn = try #require(try Rulebook.builtIn())
    let text = SourceText(list)
    return builtIn.learned(from: text, or: text)
  }

  /// The entries of a list as its own format reads them, each in a line.
  private func entries(_ list: String) throws -> [String] {
    let document = try learned(list).document(SourceText(list))
    return document.entries.map { place in
      let entry = document.entry(at: place)
      let fields: [String?] = [
        entry.title?.text, entry.venue?.name, entry.venue?.year.map(String.init),
        entry.texts.first { $0.field == .description }.map { entry.string($0.range) },
      ]
      return fields.map { $0 ?? "-" }.joined(separator: " | ")
    }
  }

  /// What is said of a list, or of what was added to it, by the rules that its own format comes with.
  private func report(_ list: String, adding lines: String = "") throws -> ListReport {
    let rulebook = try learned(list).rulebook
    let head = rulebook.document(SourceText(list + lines))
    return Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(SourceText(lines.isEmpty ? "" : list)),
      head: head,
      touched: [1..<head.text.lineCount + 1]
    )
  }

  private func messages(_ list: String) throws -> [String] {
    try report(list).findings.map { "\($0.finding.rule): \($0.finding.message.plain)" }
  }

  private static let words = [
    "Attention", "Borders", "Clouds", "Depth", "Edges", "Faces", "Grids", "Hands", "Images",
    "Joints",
    "Kernels", "Lines", "Masks", "Models",
  ]

  private func list(_ entry: (Int, String) -> String) -> String {
    "## Papers\n\n" + Self.words.enumerated().map { entry($0.offset + 10, $0.element) }.joined()
  }

  @Test func `a row without a title goes by its name`() throws {
    let rows = Self.words.enumerated().map { number, word in
      let title = number % 4 == 0 ? "-" : "Learning \(word) from a Million Videos"
      return "| \(word)Net | \(title) | [Code](https://github.com/o/r\(number)) |\n"
    }
    let text = "## Papers\n\n| Project | Title | Code base |\n| --- | --- | --- |\n" + rows.joined()
    let read = try entries(text)
    #expect(read.first == "AttentionNet | - | - | -")
    #expect(read.dropFirst().first == "Learning Borders from a Million Videos | - | - | -")
    #expect(try messages(text) == [])
  }

  @Test func `a venue that is the label of the first link is not a title`() throws {
    let venues = ["CVPR2021", "arXiv", "ICCV 2021", "NeurIPS2021", "TPAMI"]
    let text = list { number, word in
      let code = number % 3 == 0 ? " [[github](https://github.com/o/r\(number))]" : ""
      return "- [[\(venues[number % 5])](https://arxiv.org/abs/2101.000\(number))] "
        + "Learning \(word) from Video\(code)\n"
    }
    #expect(
      try entries(text).map { String($0.prefix { $0 != "|" }) }
        == Self.words.map {
          "Learning \($0) from Video "
        }
    )
    #expect(try messages(text) == [])
  }

  @Test func `a date in parentheses belongs to the title`() throws {
    let text = list { number, word in
      let issue = number == 12 ? " (Volume 6, February 2022)" : ""
      return "- A Report on \(word)\(issue). [[paper]](https://arxiv.org/abs/2101.000\(number))\n"
    }
    #expect(try entries(text)[2] == "A Report on Clouds (Volume 6, February 2022) | - | - | -")
  }

  @Test func `words after venue and year are read apart from them`() throws {
    let notes = [10: " (Survey Track)", 11: " Findings", 12: " Workshop ES-FoMO"]
    let text = list { number, word in
      "- Learning \(word) from Video <br> ICML 2023\(notes[number] ?? "") "
        + "[[Paper]](https://arxiv.org/abs/2301.000\(number))\n"
    }
    let venues = try entries(text).map { $0.split(separator: " | ").dropFirst().prefix(2) }
    #expect(venues.allSatisfy { $0.elementsEqual(["ICML", "2023"]) })
    #expect(try messages(text) == [])
  }

  @Test func `who wrote a paper may stand in parentheses after the venue`() throws {
    let text = list { number, word in
      "* **\(word)Net**: \"Learning \(word) from Video\", CVPR, 2021 (*Lab of \(word)*). "
        + "[[Paper](https://arxiv.org/abs/2101.000\(number))]\n"
    }
    #expect(
      try entries(text)[0] == "Learning Attention from Video | CVPR | 2021 | Lab of Attention"
    )
    #expect(try messages(text) == [])
  }

  @Test func `a title in quotes after a name is the title`() throws {
    let text = list { number, word in
      "* \(word)Net: \"Learning \(word) from Video\" CVPR. "
        + "[[Paper]](https://arxiv.org/abs/2101.000\(number))\n"
    }
    #expect(try entries(text)[0] == "Learning Attention from Video | CVPR | - | -")
  }

  @Test func `the title of a row is the link, not the short words in other cells`() throws {
    let text =
      "| Date | Keywords | Institute | Paper |\n|:-:|:-:|:-:|:-:|\n"
      + Self.words.enumerated().map { index, word in
        "| 2021-\(index % 9 + 1) | \(word) | Google | "
          + "[Learning \(word) from Video](https://arxiv.org/abs/2101.000\(index + 10)) |\n"
      }.joined()
    #expect(try entries(text)[0].hasPrefix("Learning Attention from Video |"))
  }

  @Test func `the initials of a name end no sentence`() throws {
    let text = list { number, word in
      "* [\(word) Explained](https://example.org/\(number)) - Simon J. D. Prince 20\(number)\n"
    }
    #expect(try entries(text).allSatisfy { !$0.contains("| Prince |") })
  }

  @Test func `badges at the head of a page are not an entry`() throws {
    let badges =
      "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re) \n"
      + "![](https://img.shields.io/badge/License-MIT-green.svg)\n\n"
    let text =
      badges
      + list { number, word in
        "**Learning \(word) from Video** \\\n*Ada Lovelace, Alan Turing* \\\n"
          + "CVPR 2021. [[Paper](https://arxiv.org/abs/2101.000\(number))]\n\n"
      }
    #expect(try entries(text).count == Self.words.count)
  }

  @Test func `a heading that is a link is an entry`() throws {
    let text =
      "# List\n\n## Updates of the Day\n\n"
      + Self.words.enumerated().map { index, word in
        "### \(index + 1). [Learning \(word) from Video](https://arxiv.org/pdf/2101.000\(index + 10))\n"
          + "**Summary**: It learns what it sees.\n\n"
      }.joined()
    #expect(try entries(text).count == Self.words.count)
    #expect(try entries(text)[0].hasPrefix("Learning Attention from Video |"))
  }

  @Test func `a sign before a heading hides nothing of what it says`() throws {
    let news =
      "## \u{1F514} News\n\n- **[2024-03]** See [our paper](https://example.org/paper).\n\n"
    let text =
      news
      + list { number, word in
        "- Learning \(word) from Video. [[paper](https://arxiv.org/abs/2101.000\(number))]\n"
      }
    #expect(try entries(text).count == Self.words.count)
  }

  @Test func `a last cell that all rows have and the header has not is meant`() throws {
    let text =
      "| Title & Authors | Introduction | Links |\n|:-|:-:|:-:|\n"
      + Self.words.enumerated().map { index, word in
        "|[Learning \(word) from Video](https://arxiv.org/abs/2401.000\(index + 10)) <br> Ada Lovelace, Alan Turing "
          + "|<img src=\"https://arxiv.org/html/2401.000\(index + 10)v1/x1.png\"> "
          + "|[Paper](https://arxiv.org/abs/2401.000\(index + 10))|[//]: #0\(index % 9 + 1)/11\n"
      }.joined()
    #expect(try messages(text) == [])
  }

  @Test func `two courses of one name are not an error`() throws {
    let text =
      list { number, word in
        "- [\(word) Explained](https://example.org/\(number)) - Teaches more of it.\n"
      }
      + "- [Computer Vision](https://example.org/a) - Teaches how to see.\n"
      + "- [Computer Vision](https://example.com/b) - Teaches what to see.\n"
    let found = try report(text).findings.map(\.finding).filter { $0.rule == "duplicate-entry" }
    #expect(found.map(\.severity) == [.note])
  }

  @Test(arguments: ["CVPR2021", "CVPR 2021", "CVPR'2021"])
  func `a year stands after its venue as in the other entries`(_ venue: String) throws {
    let base = list { number, word in
      "- Learning \(word) from Video. ICCV, 2021. [[paper](https://arxiv.org/abs/2101.000\(number))]\n"
    }
    func line(_ venue: String) -> String {
      "- Learning Normals from Video. \(venue). [[paper](https://arxiv.org/abs/2101.00099)]"
    }
    let report = try report(base, adding: line(venue) + "\n")
    #expect(report.suggestions.map(\.replacement) == [line("CVPR, 2021")])
  }

  @Test func `a sign in the place of a name leaves the rest of the entry alone`() throws {
    let base = list { number, word in
      "* **\(word)Net**: \"Learning \(word) from Video\", CVPR, 2021 (*Lab of \(word)*). "
        + "[[Paper](https://arxiv.org/abs/2101.000\(number))]\n"
    }
    let line =
      "* **?**: \"Learning Normals from Video\", CVPR, 2021 (*Lab of Normals*). "
      + "[[Paper](https://arxiv.org/abs/2101.00099)]\n"
    let report = try report(base, adding: line)
    #expect(
      report.findings.map(\.finding.message.plain) == ["Add the name, as the other entries do"]
    )
    #expect(report.suggestions.isEmpty)
  }

  @Test func `what few entries follow makes no errors of what they lack`() throws {
    let text =
      "# Code\n\n"
      + Self.words.map { word in
        "**Learning \(word) from Video**\n\n- Code of \(word): CVPR 2021, [code] to come\n\n"
      }.joined()
    let learned = try learned(text)
    let written = RulebookText(learned, of: ["README.md"], SourceText(text)).yaml
    #expect(written.contains("errors: certain"))
    #expect(try report(text).findings.allSatisfy { $0.finding.severity != .error })
  }
}
