import ListModel
import Rules
import Testing

@testable import Learning
@testable import Parsing

/// Which field each token of an entry seems to be, where no format is known.
struct RoleGuessTests {
  @Test(arguments: [
    ("- A Title of a Paper. CVPR 2024. [paper](u)", "title venue links"),
    ("- [A Title of a Paper](u) - What it is and does.", "title description"),
    ("- **Name** A Title of a Paper. [paper](u)", "name title links"),
    ("- K. He, X. Zhang, and J. Sun. \"A Title of a Paper\". ICCV 2023.", "authors title venue"),
    ("- [A Title of a Paper](u)\n  - Code: [c](v)", "title details"),
  ])
  func `without a format, the role of a token is guessed`(_ line: String, _ roles: String) throws {
    let venues = try #require(try Rulebook.builtIn()).venues
    let text = Array(line.utf8)
    let links = EntryFormat(of: [], links: .unknown(LinkLabels([]))).readLinks(text, from: 2)
    var tokenizer = Tokenizer(text, links: links, isRow: false, vocabulary: venues)
    let tokens = tokenizer.run(from: 2)
    let guess = RoleGuess(
      tokens,
      links: links,
      of: text,
      isRow: false,
      columns: .unknown,
      knowing: venues
    )
    #expect(guess.roles.map { $0?.rawValue ?? "-" }.joined(separator: " ") == roles)
  }
}
