import Classifier
import FoundationEssentials
import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// The sample list, and what is said when one of its lines comes as a contribution.
struct SeedList: Sendable {
  static let sample = Result { try SeedList() }

  private let lines: [String]
  private let rulebook: Rulebook
  private let document: ListDocument
  /// The entries in which nothing is wrong, by the 1-based numbers of their lines: first some that
  /// differ in what they have, with tags or without, with one link or three, on arXiv or not.
  let cleanEntries: [(line: Int, entry: EntryPieces)]

  private init() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Lists/seed.md")
    let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
    let rulebook = try #require(try Rulebook.builtIn())
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    document = rulebook.document(SourceText(text))
    let report = Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: document,
      head: document,
      touched: [],
      lookingAtAll: true
    )
    let damaged = Set(report.findings.map(\.line))
    let clean = document.entries.map(\.lines.lowerBound).filter { !damaged.contains($0) }
      .compactMap { number in EntryPieces(lines[number - 1]).map { (line: number, entry: $0) } }
    let isFirst = { (number: Int) in number % 4 == 3 }
    cleanEntries = clean.filter { isFirst($0.line) } + clean.filter { !isFirst($0.line) }
    self.lines = lines
    self.rulebook = rulebook
  }

  /// Reviews a contribution that adds some text at a 1-based line of the list, which did not have
  /// that line before.
  func report(adding text: String, at number: Int) -> ListReport {
    var base = lines
    base.remove(at: number - 1)
    return report(from: read(base), replacing: number, with: text)
  }

  /// Reviews a contribution that changes a 1-based line of the list.
  func report(changing number: Int, to text: String) -> ListReport {
    report(from: document, replacing: number, with: text)
  }

  private func report(
    from base: ListDocument,
    replacing number: Int,
    with text: String
  ) -> ListReport {
    let added = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var head = lines
    head.replaceSubrange(number - 1...number - 1, with: added)
    return Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: base,
      head: read(head),
      touched: [number..<number + added.count]
    )
  }

  private func read(_ lines: [String]) -> ListDocument {
    ListDocument(
      SourceText(lines.joined(separator: "\n")),
      formats: rulebook.formats,
      asides: rulebook.asides
    )
  }
}
