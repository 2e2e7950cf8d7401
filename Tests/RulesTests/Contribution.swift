import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// A contribution to a list whose format is learned from it.
struct Contribution {
  let report: ListReport

  /// Adds lines to the end of a list.
  init(_ lines: String, to base: String) throws {
    let text = SourceText(base)
    var rulebook = try #require(try Rulebook.builtIn()).learned(from: text, or: text).rulebook
    // What stands last is out of order, and then nothing else of it is corrected.
    rulebook.severities.updateValue(nil, forKey: "misordered-entry")
    let head = rulebook.document(SourceText(base + lines + "\n"))
    report = Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(text),
      head: head,
      touched: [text.lineCount + 1..<head.text.lineCount + 1]
    )
  }

  /// What it is told, but for its place in an alphabet.
  var rules: [String] { findings.map(\.finding.rule) }

  var severities: [Severity] { findings.map(\.finding.severity) }

  var messages: [String] { findings.map(\.finding.message.plain) }

  var replacement: String? { report.suggestions.first?.replacement }

  private var findings: [LocatedFinding] { report.findings }

  /// A list of one section with some entries.
  static func list(_ entries: [String]) -> String {
    "# List\n\n## Tools\n\n" + entries.joined(separator: "\n") + "\n"
  }

  /// A list of tools with descriptions that end in a full stop.
  static let tools = list(
    (10..<24).map { "- [Tool\($0)](https://example.org/\($0)) - Does a useful thing \($0)." }
  )
}
