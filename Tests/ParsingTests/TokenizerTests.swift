import ListModel
import Rules
import Testing
import Text

@testable import Parsing

/// How an entry is cut into tokens, and which field each is by a format.
struct TokenizerTests {
  private let rulebook: Rulebook

  init() throws { rulebook = try papers() }

  private var venues: VenueVocabulary { rulebook.venues }

  /// Cuts an entry, and returns its text, links and tokens.
  private func cut(
    _ line: String,
    isRow: Bool = false
  ) -> (text: [UInt8], links: [Link], tokens: [Token]) {
    let text = Array(line.utf8)
    let links = rulebook.format.readLinks(text, from: 2)
    var tokenizer = Tokenizer(text, links: links, isRow: isRow, vocabulary: venues)
    return (text, links, tokenizer.run(from: isRow ? 0 : 2))
  }

  private func describe(_ token: Token, in text: [UInt8]) -> String {
    let kind =
      switch token.kind {
      case .text: text.string(token.open) + text.string(token.range)
      case .link: "<\(text.string(token.range))>"
      case .detail: "- \(text.string(token.range))"
      case .html: "html"
      }
    return token.cell > 0 ? "\(token.cell) \(kind)" : kind
  }

  @Test(arguments: [
    ("- A Title. CVPR 2024. [p](u)", ["A Title", "CVPR 2024", "<[p](u)>"]),
    ("- **A Title.** *K. He, X. Zhang.* [p](u)", ["**A Title", "*K. He, X. Zhang", "<[p](u)>"]),
    ("- [A Title](u) - What it is.", ["<[A Title](u)>", "What it is"]),
    ("- **Name**: \"A Title\" (CVPR 2024)", ["**Name", "\"A Title", "(CVPR 2024"]),
    ("- A Title<br>[p](u)\n  - Code: [c](v)", ["A Title", "<[p](u)>", "- Code: [c](v)"]),
    ("- A Title <!-- no --> ICCV 2023", ["A Title", "html", "ICCV 2023"]),
    ("- [31:fire:] A Title. [p](u)", ["html", "A Title", "<[p](u)>"]),
    ("- A Title. [p](u) [59⭐]", ["A Title", "<[p](u)>", "html"]),
    ("- ", []),
  ])
  func `an entry is cut at marks, links and signs`(_ line: String, _ wanted: [String]) throws {
    let (text, _, tokens) = cut(line)
    #expect(tokens.map { describe($0, in: text) } == wanted)
  }

  @Test func `a row is cut into cells as well`() {
    let (text, _, tokens) = cut("| A Title | CVPR 2024 | [p](u) |", isRow: true)
    #expect(tokens.map { describe($0, in: text) } == ["1 A Title", "2 CVPR 2024", "3 <[p](u)>"])
  }

  @Test(arguments: [
    ("- A Title. CVPR 2024. [p](u)", "title venue links", "title: 0, venue: 1, links: 2"),
    ("- A Title. [p](u)", "title venue links", "title: 0, links: 1"),
    ("- **Name** A Title of a Paper. [p](u)", "name title links", "name: 0, title: 1, links: 2"),
    ("- A Title. K. He, X. Zhang. [p](u)", "title authors links", "title: 0, authors: 1, links: 2"),
  ])
  func `tokens are laid along the fields of a format`(
    _ line: String,
    _ fields: String,
    _ wanted: String
  ) throws {
    let (text, links, tokens) = cut(line.replacing("[p]", with: "[paper]"))
    let parts = try fields.split(separator: " ").map { name in
      EntryFormat.Part(
        field: try #require(FieldName(rawValue: String(name))),
        open: name == "name" ? "**" : "",
        terminator: ""
      )
    }
    let alignment = Alignment(tokens, links: links, of: text, along: parts)
    let found = alignment.pieces.map { piece in
      let indices = piece.tokens.map(String.init).joined(separator: " ")
      return "\(parts[piece.part].field.rawValue): \(indices)"
    }
    #expect(found.joined(separator: ", ") == wanted)
    // Every token is in one field or left over.
    let owners = alignment.pieces.flatMap { Array($0.tokens) } + alignment.unparsed
    #expect(owners.sorted() == Array(tokens.indices))
  }
}
