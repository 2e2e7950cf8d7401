import Classifier
import ListModel
import Markdown
import Rules

/// What is wrong in a list by a rulebook, as `line rule: message`.
func findings(on text: String, by rulebook: Rulebook) throws -> [String] {
  report(on: text, by: rulebook).findings.map { finding in
    "\(finding.line) \(finding.finding.rule): \(finding.finding.message.plain)"
  }
}

/// Reviews all of a list by a rulebook.
func report(on text: String, by rulebook: Rulebook) -> ListReport {
  let document = rulebook.document(SourceText(text))
  return Reviewer(rulebook: rulebook, year: 2025).review(
    path: "README.md",
    base: rulebook.document(SourceText("")),
    head: document,
    touched: [document.text.lineNumbers],
    lookingAtAll: true
  )
}
