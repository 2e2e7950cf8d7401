import Classifier
import ListModel
import Markdown
import Review
import Rules
import Testing

/// Reports on a small list in which a contribution adds some lines.
func report(adding lines: String..., to base: String = "") throws -> Report {
  let rulebook = try #require(try Rulebook.builtIn())
  func document(_ text: String) -> ListDocument {
    rulebook.document(SourceText(text))
  }
  let head = document(base + lines.map { $0 + "\n" }.joined())
  let first = document(base).text.lineCount + 1
  let list = Reviewer(rulebook: rulebook, year: 2025).review(
    path: "README.md",
    base: document(base),
    head: head,
    touched: first <= head.text.lineCount ? [first..<head.text.lineCount + 1] : []
  )
  let commit = String(repeating: "a", count: 40)
  return Report(base: commit, head: nil, mergeBase: commit, lists: [list])
}
