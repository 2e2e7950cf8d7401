internal import ListModel
internal import Markdown
package import Rules

extension ListReport {
  /// The list with its suggestions accepted, as far as they are within the scope, and with
  /// the fixes made that no suggestion can show, such as line ends.
  package func correctedText(applying scope: CorrectionScope) -> [UInt8] {
    let level = scope.level
    var edits: [Fix.Edit] = []
    for suggestion in suggestions(within: scope) {
      edits.append(edit(for: suggestion))
    }
    let isSuggested = Set(suggestions.filter { $0.identity == nil }.map(\.lines.lowerBound))
    for located in findings
    where located.identity == nil && !isSuggested.contains(located.lines.lowerBound) {
      guard let fix = located.finding.fix, fix.applicability >= level,
        !scope.leaves(located.finding)
      else { continue }
      edits += fix.edits
    }
    // A line end within lines that a suggestion replaces is written by the suggestion.
    let replaced = edits.filter { !$0.range.isEmpty }.map(\.range)
    edits = edits.filter { edit in
      !replaced.contains {
        $0 != edit.range && $0.overlaps(edit.range) && $0.count > edit.range.count
      }
    }
    return document.text.bytes.applying(edits)
  }

  /// Returns the suggestions that go by themselves: one for a line that is not an entry's is made of all its
  /// findings.
  package func suggestions(within scope: CorrectionScope) -> [Suggestion] {
    let left = Set(
      findings.lazy.filter { $0.identity == nil && scope.leaves($0.finding) }.map(\.lines)
    )
    return suggestions.filter { suggestion in
      suggestion.applicability >= scope.level
        && (suggestion.identity != nil || !left.contains(suggestion.lines))
    }
  }

  /// How often a list is corrected again: one mistake can hide another, of another entry too.
  private static let rounds = 8

  /// Returns the list corrected until nothing is left to be corrected, so that to correct the result
  /// changes nothing.
  ///
  /// Where corrections lead back to a text that was there before, the least of these texts is taken:
  /// the same one, whichever of them it began with.
  package func settledText(
    applying scope: CorrectionScope,
    reviewing review: ([UInt8]) throws -> ListReport
  ) rethrows -> [UInt8] {
    var texts = [document.text.bytes]
    var report = self
    for _ in 0..<Self.rounds {
      let text = report.correctedText(applying: scope)
      if text == texts.last { return text }
      if let first = texts.firstIndex(of: text) {
        return texts[first...].min { $0.lexicographicallyPrecedes($1) } ?? text
      }
      texts.append(text)
      report = try review(text)
    }
    return texts.last ?? document.text.bytes
  }

  /// The edit of the list's text that a suggestion asks for.
  package func edit(for suggestion: Suggestion) -> Fix.Edit {
    let text = document.text
    let range = text.range(ofLines: suggestion.lines)
    let last = suggestion.lines.upperBound - 1
    guard !suggestion.replacement.isEmpty else {
      return Fix.Edit(range.lowerBound..<range.upperBound + text.lineEnd(last).count, "")
    }
    let lineEnd = String(decoding: text.lineEnd(suggestion.lines.lowerBound), as: UTF8.self)
    let lines = suggestion.replacement.split(separator: "\n", omittingEmptySubsequences: false)
    return Fix.Edit(range, lines.joined(separator: lineEnd.isEmpty ? "\n" : lineEnd))
  }
}
