internal import Classifier
internal import ListModel
internal import Markdown
internal import Rules

/// A suggestion as a change of a range of the file: from the start of a line to the end of one.
struct SuggestedEdit {
  let start: SourcePosition
  /// The place after the last character that is replaced.
  let end: SourcePosition
  /// With the file's own line ends.
  let text: String

  init(_ suggestion: Suggestion, in text: SourceText) {
    let last = suggestion.lines.upperBound - 1
    start = SourcePosition(line: suggestion.lines.lowerBound, column: 1)
    if suggestion.replacement.isEmpty, last < text.lineCount {
      // The line end goes with the line.
      end = SourcePosition(line: last + 1, column: 1)
    } else {
      end = SourcePosition(line: last, column: text.line(last).count + 1)
    }
    let lineEnd = String(decoding: text.lineEnd(suggestion.lines.lowerBound), as: UTF8.self)
    self.text =
      lineEnd == "\r\n"
      ? suggestion.replacement.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: lineEnd)
      : suggestion.replacement
  }
}

extension ListReport {
  /// Returns the suggestion that removes a finding.
  func suggestion(for located: LocatedFinding) -> Suggestion? {
    guard located.isFixable else { return nil }
    return suggestions.first { suggestion in
      suggestion.lines == located.lines
        && (suggestion.identity == nil) == (located.identity == nil)
        && suggestion.rules.contains(located.finding.rule)
    }
  }
}
