import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// Safe corrections of whole lists take nothing from a page.
struct HarmTests {
  private static let contents = """
    ## Contents

    - [Tools](#tools)
      - [Small](#small)
        - [Tiny](#tiny)
      - [Large](#large)

    ## Tools


    """

  static let lists: [(name: String, text: String)] = [
    ("nested contents", contents + JudgedCase.habits[1].base),
    (
      "a table with cells over two rows",
      "## Tools\n\n<table>\n"
        + (10..<30).map {
          "<tr><td rowspan=\"1\"><a href=\"https://example.org/\($0)\">Tool \($0)</a></td> <td> Does  it\n</td></tr>\n"
        }
        .joined() + "</table>\n"
    ),
    (
      "links with no-break spaces between them",
      "## Tools\n\n"
        + (10..<30).map {
          "- [Tool\($0)](https://example.org/\($0)) - Does it\u{A0}well.\u{A0}[a](https://example.org/a\($0))\u{A0}[b](https://example.org/b\($0))\n"
        }
        .joined()
    ),
    (
      "years that touch their venues",
      "## Papers\n\n"
        + (10..<60).map {
          "- Learning the Shapes of Kind \($0) [[ICML\($0 % 5 == 0 ? " " : "")2021]](https://arxiv.org/abs/2101.001\($0))\n"
        }
        .joined()
    ),
    ("a table of Markdown", JudgedCase.invisible[6].base + JudgedCase.invisible[6].added + "\n"),
    (
      "entries with slips",
      JudgedCase.all.filter { $0.restCount < 1_000 }.map { $0.base + $0.added + "\n" }.joined(
        separator: "\n"
      )
    ),
  ]

  private func count(_ part: String, in html: String) -> Int { html.ranges(of: part).count }

  private func html(of bytes: [UInt8]) throws -> String {
    // A list is longer than what is rendered at once.
    try SourceText(String(decoding: bytes, as: UTF8.self)).chunks.map { chunk in
      String(decoding: try #require(Rendering.html(of: chunk)), as: UTF8.self)
    }
    .joined()
  }

  @Test(arguments: lists.indices)
  func `no item, cell, link or attribute is lost`(index: Int) throws {
    let text = SourceText(Self.lists[index].text)
    let rulebook = try #require(try Rulebook.builtIn()).learned(from: text, or: text).rulebook
    let document = rulebook.document(text)
    let report = Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: document,
      head: document,
      touched: [],
      lookingAtAll: true
    )
    let old = try html(of: text.bytes)
    let new = try html(of: report.correctedText(applying: .safe))
    for part in ["<li>", "<tr>", "<td", "<h2>", "<img", " href=", "rowspan="] {
      #expect(count(part, in: new) >= count(part, in: old), "\(part) in \(Self.lists[index].name)")
    }
    for part in ["<tr>", "<td", "<table>", "<pre>"] {
      #expect(count(part, in: new) <= count(part, in: old), "\(part) in \(Self.lists[index].name)")
    }
    func words(_ html: String) -> Int { html.split { !$0.isLetter && !$0.isNumber }.count }
    #expect(words(new) + 2 * report.suggestions.count >= words(old))
  }
}

extension SourceText {
  /// The text in parts that begin with headings.
  fileprivate var chunks: [[UInt8]] {
    var chunks: [[UInt8]] = [[]]
    for number in lineNumbers {
      let line = Array(bytes[line(number)])
      if line.starts(with: "## ".utf8) { chunks.append([]) }
      chunks[chunks.count - 1] += line + [0x0A]
    }
    return chunks
  }
}
