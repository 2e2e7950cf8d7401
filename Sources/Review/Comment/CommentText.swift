internal import Classifier
internal import Rules

/// Where the rules are explained to those who meet them in a comment.
package let ruleCatalogueURL =
  "https://github.com/\(Distribution.repository)/blob/main/rules/README.md"

/// What a comment is made of: a line for each finding with its rule linked, one correction that
/// mends all that can be mended, and the reasons, folded away.
struct CommentText {
  /// How the corrected lines are shown.
  enum Form {
    /// As a block that GitHub offers to accept.
    case suggestion
    /// As a block to copy, where GitHub could not put it in the place of the right lines.
    case copy
  }

  private let findings: [String]
  private let correction: String?
  /// Nil where nobody says why.
  private let reasons: String?

  init(_ findings: [LocatedFinding], _ suggestion: Suggestion?, as form: Form, links: PathLinks?) {
    self.findings = findings.map { $0.line(links) }
    let isLeftInPart = findings.isLeftInPart
    correction = suggestion.map { suggestion in
      let part =
        isLeftInPart && !suggestion.replacement.isEmpty
        ? "This corrects what is certain; the rest is for you to decide.\n\n" : ""
      return switch form {
      case .suggestion: part + MarkdownText.suggestion(suggestion.replacement)
      case .copy where suggestion.replacement.isEmpty: "Delete this line."
      case .copy where isLeftInPart: part + MarkdownText.copied(suggestion.replacement)
      case .copy: "It should read:\n\n\(MarkdownText.copied(suggestion.replacement))"
      }
    }
    var seen: Set<String> = []
    let reasons = findings.map(\.finding).filter { seen.insert($0.rule).inserted }
      .compactMap { finding in
        (finding.reason ?? RuleCatalogue.rule(finding.rule)?.description.rationale)
          .map { "- **\(finding.rule)**: \($0)" }
      }
    self.reasons =
      reasons.isEmpty
      ? nil
      : "<details><summary>Why</summary>\n\n\(reasons.joined(separator: "\n"))\n\n</details>"
  }

  /// Returns the text of whole blocks, at most so many bytes: what does not fit is left out, and
  /// named where it is missed.
  func text(limit: Int = .max) -> String {
    var lines: [String] = []
    var size = 0
    // Room for what says that something was left out.
    let limit = limit - 200
    for line in findings where size + line.utf8.count < limit {
      lines.append(line)
      size += line.utf8.count + 1
    }
    if lines.count < findings.count {
      lines.append("- and \(findings.count - lines.count) more, too long to show")
    }
    var blocks = [lines.joined(separator: "\n")]
    if let correction {
      let fits = size + correction.utf8.count < limit
      blocks.append(fits ? correction : "The corrected entry is too long to show here.")
      if fits { size += correction.utf8.count + 2 }
    }
    if let reasons, size + reasons.utf8.count < limit { blocks.append(reasons) }
    return blocks.joined(separator: "\n\n")
  }
}

/// The links to the lines of one file.
struct PathLinks {
  let links: LineLinks
  let path: String
}

extension LocatedFinding {
  /// The finding as an item of a list.
  ///
  /// A quotation that is longer than anybody reads gives way to the rule's own words.
  fileprivate func line(_ links: PathLinks?) -> String {
    // A maintainer's own rule is on no page.
    let description = RuleCatalogue.rule(finding.rule)?.description
    let rule =
      description == nil
      ? finding.rule : "[\(finding.rule)](\(ruleCatalogueURL)#\(finding.rule))"
    let related = finding.relatedLine.map { line in
      let place = "line \(line)"
      let address = links.map { $0.links.address(ofLine: line, in: $0.path) }
      return (words: place, link: address.map { "[\(place)](\($0))" } ?? place)
    }
    // What names the line itself needs no second mention of it.
    let linked = related.flatMap {
      MarkdownText.message(finding.message, writing: $0.words, as: $0.link)
    }
    var message = linked ?? MarkdownText.message(finding.message)
    let isLong = message.utf8.count > 4096
    if isLong { message = description?.summary ?? "too long to show" }
    var line = "- \(message) (\(rule))"
    if let related, linked == nil || isLong { line += ": " + related.link }
    if let evidence = finding.evidence { line += ": \(evidence.words)" }
    return isIntroduced ? line : line + " _(it was there before)_"
  }
}
