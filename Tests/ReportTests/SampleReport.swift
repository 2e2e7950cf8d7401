import Classifier
import ListModel
import Markdown
import Review
import Rules
import Testing

/// Reports on a small list in which a contribution adds some lines.
func report(
  adding lines: String...,
  to base: String = "",
  lineEnd: String = "\n",
  path: String = "README.md"
) throws -> Report {
  let head = base + lines.map { $0 + lineEnd }.joined()
  let first = SourceText(base).lineCount + 1
  let last = SourceText(head).lineCount
  return try report(base, head, touched: first <= last ? [first..<last + 1] : [], path: path)
}

/// Reports on a list of one line, which a contribution changes.
func report(changing base: String, to head: String) throws -> Report {
  try report(base + "\n", head + "\n", touched: [1..<2])
}

/// Reports on all that is in a list which nobody changes.
func reportOnAll(_ text: String) throws -> Report {
  try report(text, text, touched: [], lookingAtAll: true)
}

private func report(
  _ base: String,
  _ head: String,
  touched: [Range<Int>],
  lookingAtAll: Bool = false,
  path: String = "README.md"
) throws -> Report {
  let rulebook = try #require(try Rulebook.builtIn())
  let list = Reviewer(rulebook: rulebook, year: 2025).review(
    path: path,
    base: rulebook.document(SourceText(base)),
    head: rulebook.document(SourceText(head)),
    touched: touched,
    lookingAtAll: lookingAtAll
  )
  let commit = String(repeating: "a", count: 40)
  return Report(base: commit, head: nil, mergeBase: commit, lists: [list])
}
