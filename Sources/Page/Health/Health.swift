internal import Classifier
package import Git
internal import ListModel
internal import Markdown
package import Review
package import Rules

/// What is wrong with lists as a whole, now and over their history, by the rulebook of today.
package struct Health: Sendable {
  /// A finding, for whoever maintains the list.
  package struct Remark: Sendable {
    /// The index of its list.
    package let list: Int
    package let rule: String
    package let severity: Severity
    package let message: String
    package let line: Int
    /// The headings above it, joined by ` > `.
    package let section: String
  }

  /// How many findings a list had at a time.
  package struct Point: Hashable, Sendable {
    package let time: Moment
    package let entries: Int
    package let errors: Int
    package let warnings: Int
    package let notes: Int

    package var findings: Int { errors + warnings + notes }
  }

  /// By list and line.
  package let remarks: [Remark]
  /// Of the first list, in the order of time.
  package let points: [Point]

  /// How many versions are judged at most.
  private static let mostPoints = 50

  /// Judges the lists, and versions of the first one that are spread over its history evenly.
  ///
  /// `history` has the versions of the first list, `year` is the UTC calendar year of the version that is shown, and
  /// `tell` is told how many versions were judged, of how many.
  package init(
    of export: ListExport,
    _ history: FileHistory?,
    year: Int,
    in repository: borrowing Repository,
    telling tell: (_ done: Int, _ total: Int) -> Void
  ) throws(GitError) {
    var remarks: [Remark] = []
    for (index, list) in export.lists.enumerated() {
      let report = Self.report(
        on: list.document,
        at: list.path,
        by: list.settings.rulebook,
        year: year
      )
      for located in report.findings {
        remarks.append(Remark(located, in: list, index: index))
      }
    }
    self.remarks = remarks
    var points: [Point] = []
    if let list = export.lists.first {
      let versions = Self.spread(history?.versions ?? [])
      for (index, version) in versions.enumerated() {
        tell(index, versions.count)
        guard let bytes = try repository.bytes(of: version), let text = Self.text(bytes) else {
          continue
        }
        let rulebook = list.settings.rulebook
        let document = rulebook.document(text)
        let report = Self.report(
          on: document,
          at: version.path,
          by: rulebook,
          year: version.commit.committerYear
        )
        points.append(
          Point(
            time: Moment(seconds: version.commit.committerTime),
            entries: document.entries.count,
            errors: report.count(of: .error),
            warnings: report.count(of: .warning),
            notes: report.count(of: .note)
          )
        )
      }
    }
    self.points = points
  }

  private static func report(
    on document: ListDocument,
    at path: String,
    by rulebook: Rulebook,
    year: Int
  ) -> ListReport {
    Reviewer(rulebook: rulebook, year: year)
      .review(path: path, base: document, head: document, touched: [], lookingAtAll: true)
  }

  /// Returns the first version, the last, and others between at even steps.
  private static func spread(_ versions: [FileVersion]) -> [FileVersion] {
    guard versions.count > mostPoints else { return versions }
    return (0..<mostPoints).map { versions[$0 * (versions.count - 1) / (mostPoints - 1)] }
  }

  /// Returns the text of a version; nil where it is none.
  private static func text(_ bytes: [UInt8]) -> SourceText? {
    do throws(TextFault) {
      return try SourceText(validating: bytes)
    } catch {
      return nil
    }
  }
}

extension ListReport {
  fileprivate func count(of severity: Severity) -> Int {
    findings.count { $0.finding.severity == severity }
  }
}

extension Health.Remark {
  fileprivate init(_ located: LocatedFinding, in list: ListExport.List, index: Int) {
    self.list = index
    rule = located.finding.rule
    severity = located.finding.severity
    message = located.finding.message.plain
    line = located.line
    let section = list.document.sections.last { ($0.line ?? 0) <= located.line }
    self.section = section?.path.joined(separator: " > ") ?? ""
  }
}
