internal import ListModel
internal import Markdown
internal import Rules
internal import Text

/// The findings that a list had when somebody began to check it, which are not reported.
///
/// As a file it has a row a line, sorted, so that a change of it can be read.
package struct Baseline: Hashable, Sendable {
  /// In order.
  package let rows: [BaselineRow]

  private static let heading = """
    # What 'rubric check' found before anybody looked, and does not report with --baseline.
    # Path, entry, rule and words, between tabs. Delete rows, or write the file again with
    # --write-baseline; it takes in new rows only with --grow.

    """

  package init(_ rows: [BaselineRow]) {
    self.rows = rows.sorted()
  }

  /// All findings of some reports, reported or not because of a baseline.
  package init(of lists: [ListReport]) {
    self.init(
      lists.flatMap { list in
        let known = list.suppressed.filter { $0.suppression == .baseline }.map(\.located)
        return (list.findings + known).map { BaselineRow($0, path: list.path) }
      }
    )
  }

  /// Reads a baseline's file.
  package init(_ bytes: [UInt8], name: String) throws(BaselineError) {
    let text: SourceText
    do throws(TextFault) {
      text = try SourceText(validating: bytes)
    } catch {
      throw BaselineError(file: name, line: nil, reason: error.reason)
    }
    var rows: [BaselineRow] = []
    for number in text.lineNumbers {
      let line = text.string(text.line(number))
      if line.hasPrefix("#") || text.isBlank(number) { continue }
      let parts = line.utf8.split(separator: .tab, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard (3...4).contains(parts.count), parts.prefix(3).allSatisfy({ !$0.isEmpty }) else {
        throw BaselineError(
          file: name,
          line: number,
          reason: "a row is a path, an entry, a rule and perhaps words, between tabs"
        )
      }
      rows.append(
        BaselineRow(
          path: parts[0],
          rule: parts[2],
          identity: parts[1],
          offence: parts.count == 4 ? parts[3] : ""
        )
      )
    }
    self.init(rows)
  }

  /// Returns the rows of a list.
  package func rows(of path: String) -> [BaselineRow] {
    let path = BaselineRow.path(path)
    return rows.filter { $0.path == path }
  }

  /// The paths of the lists that it has rows of, in order.
  package var paths: [String] {
    Set(rows.map(\.path)).sorted().map { $0.hasPrefix("./#") ? String($0.dropFirst(2)) : $0 }
  }

  /// Returns the rows that another baseline has not, each as often as it is there too many.
  package func subtracting(_ other: Baseline) -> [BaselineRow] {
    var left = other.rows.reduce(into: [BaselineRow: Int]()) { $0[$1, default: 0] += 1 }
    return rows.filter { row in
      guard let count = left[row], count > 0 else { return true }
      left[row] = count - 1
      return false
    }
  }

  /// Returns what both have.
  package func intersection(_ other: Baseline) -> Baseline {
    Baseline(subtracting(Baseline(subtracting(other))))
  }

  /// The file.
  package var text: String {
    Self.heading + rows.map { $0.description + "\n" }.joined()
  }
}
