package import Classifier
internal import ListModel
internal import Markdown
internal import Text

/// All that is said about one entry, or one line of a list: what a frame on a terminal shows, and
/// what one comment holds.
package struct EntryReport: Sendable {
  package let path: String
  /// The 1-based lines it is about; half-open.
  package let lines: Range<Int>
  package let findings: [LocatedFinding]
  package let suggestion: Suggestion?
  /// What the contribution did to the entry; nil for a line that is not an entry's, and for an entry it
  /// does not touch.
  package let change: Change?
  /// The lines as they stand, joined by `\n`.
  package let text: String
}

extension ListReport {
  /// The findings by entry, in the order of the lines.
  package var entryReports: [EntryReport] {
    let changes = Dictionary(
      self.changes.compactMap { change in
        change.head.map { ($0.place.lines, change) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    let suggestions = Dictionary(
      self.suggestions.map { ([$0.lines.lowerBound, $0.identity == nil ? 0 : 1], $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var groups: [(lines: Range<Int>, isEntry: Bool, findings: [LocatedFinding])] = []
    for finding in findings {
      let isEntry = finding.identity != nil
      if let last = groups.last, last.lines == finding.lines, last.isEntry == isEntry {
        groups[groups.count - 1].findings.append(finding)
      } else {
        groups.append((finding.lines, isEntry, [finding]))
      }
    }
    return groups.concurrentMap { group in
      EntryReport(
        path: path,
        lines: group.lines,
        findings: group.findings,
        suggestion: suggestions[[group.lines.lowerBound, group.isEntry ? 1 : 0]],
        change: group.isEntry ? changes[group.lines] : nil,
        text: text(of: group.lines)
      )
    }
  }

  private func text(of lines: Range<Int>) -> String {
    guard lines.upperBound - 1 <= document.text.lineCount else { return "" }
    return lines.map { document.text.string(document.text.line($0)) }.joined(separator: "\n")
  }
}
