internal import Classifier
internal import Rules

/// Where the rules are explained to those who meet them in a comment.
package let ruleCatalogueURL = "https://github.com/rubric-review/rubric/blob/main/rules/README.md"

extension EntryReport {
  /// What a comment on this entry says: a line for each finding with its rule linked, one suggestion
  /// that mends all that can be mended, and the reasons, folded away.
  package var comment: String {
    var blocks = [findings.map(\.line).joined(separator: "\n")]
    if let suggestion {
      blocks.append(MarkdownText.fenced(suggestion.replacement, info: "suggestion"))
    }
    let reasons = findings.map(\.finding.rule).uniqued().compactMap { id in
      RuleCatalogue.rule(id).map { "- **\(id)**: \($0.description.rationale)" }
    }
    blocks.append(
      "<details><summary>Why</summary>\n\n\(reasons.joined(separator: "\n"))\n\n</details>"
    )
    return blocks.joined(separator: "\n\n")
  }
}

extension LocatedFinding {
  fileprivate var line: String {
    let link = "[\(finding.rule)](\(ruleCatalogueURL)#\(finding.rule))"
    let old = isIntroduced ? "" : " _(it was there before)_"
    return "- \(MarkdownText.message(finding.message)) (\(link))\(old)"
  }
}

extension [String] {
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
