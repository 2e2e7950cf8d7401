internal import Classifier
internal import Rules

extension Report {
  /// The report as GitHub's Markdown: what the comments of a review say, one after the other.
  ///
  /// Of notes alone no comment is made: how many there are stands at the end.
  package func markdown() -> String {
    let lineComments = lineComments
    let commented = lineComments.filter(\.isWorthAComment)
    var blocks = commented.map { lineComment in
      let line = "\(MarkdownText.code(lineComment.path)), line \(lineComment.lines.lowerBound)"
      let form: CommentText.Form = lineComment.isSuggestable ? .suggestion : .copy
      return "### \(line)\n\n\(lineComment.text(as: form, links: nil, limit: ReviewText.limit))"
    }
    blocks += lists.flatMap(\.notices)
    let left = lineComments.count - commented.count
    if left > 0 {
      let (what, they) =
        left == 1 ? ("A note on 1 entry is", "it") : ("Notes on \(left) entries are", "them")
      blocks.append("\(what) not posted on a pull request; `rubric check` shows \(they).")
    }
    if blocks.isEmpty { blocks.append("Nothing to report.") }
    return blocks.joined(separator: "\n\n")
  }
}

extension ListReport {
  /// What to tell beside the findings, as Markdown.
  var notices: [String] {
    [legendNotice, readingNotice?.markdown].compactMap { $0 }
  }

  /// What to tell a contribution that changes the tags it is judged by; nil where it does not.
  var legendNotice: String? {
    legendChange.markdown.map { "\(MarkdownText.code(path)): \($0)." }
  }
}

extension LegendChange {
  /// What to tell a contribution that changes the tags it is judged by; nil where it does not.
  fileprivate var markdown: String? {
    func quoted(_ names: [String]) -> String {
      names.map(MarkdownText.code).joined(separator: ", ")
    }
    let parts = [
      added.isEmpty ? nil : "declares \(quoted(added))",
      removed.isEmpty ? nil : "no longer declares \(quoted(removed))",
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "the legend " + parts.joined(separator: " and ")
  }
}
