internal import Classifier
package import Git
internal import Learning
internal import ListModel
internal import Markdown
package import Review
package import Rules

/// What is wrong with lists as a whole, now and over their history, by the rulebook of today.
package struct Health: Sendable {
  /// A finding, for whoever maintains the list.
  package struct HealthFinding: Sendable {
    /// The index of its list.
    package let list: Int
    package let rule: String
    package let severity: Severity
    package let message: String
    package let line: Int
    /// The headings above it, joined by ` > `.
    package let section: String
  }

  /// How many findings the lists had at a time.
  package struct Point: Hashable, Sendable {
    package let time: Moment
    package let entries: Int
    package let errors: Int
    package let warnings: Int
    package let notes: Int

    package var findings: Int { errors + warnings + notes }
  }

  /// By list and line.
  package let findings: [HealthFinding]
  /// Of all lists together, in the order of time.
  package let points: [Point]

  /// How many times are judged at most, and how many of a list however long it is.
  private static let mostPoints = 50
  private static let leastPoints = 20
  /// How many entries are judged at most, were the list always as long as it is.
  private static let mostEntries = 110_000

  /// Judges the lists as they are, and as they were at times that are spread over their history evenly.
  ///
  /// `histories` has the versions of each list, `year` is the UTC calendar year of the version that is shown, and
  /// `tell` is told how many of these times were judged, of how many.
  package init(
    of export: ListExport,
    _ histories: [FileHistory],
    year: Int,
    in repository: borrowing Repository,
    telling tell: (_ done: Int, _ total: Int) -> Void
  ) throws(GitError) {
    var findings: [HealthFinding] = []
    var shown: [Counts] = []
    for (index, list) in export.lists.enumerated() {
      let report = Self.report(
        on: list.document,
        at: list.path,
        by: list.settings.rulebook,
        year: year
      )
      for located in report.findings {
        findings.append(HealthFinding(located, in: list, index: index))
      }
      shown.append(Counts(report, of: list.document))
    }
    self.findings = findings
    points = try Self.points(of: export, histories, ending: shown, in: repository, telling: tell)
  }

  /// How much is wrong with a version of a list.
  private struct Counts {
    let entries: Int
    let errors: Int
    let warnings: Int
    let notes: Int

    init(_ report: ListReport, of document: ListDocument) {
      entries = document.entries.count
      errors = report.count(of: .error)
      warnings = report.count(of: .warning)
      notes = report.count(of: .note)
    }
  }

  /// Judges the lists at times spread over their history; `shown` is what is known of each as it is.
  private static func points(
    of export: ListExport,
    _ histories: [FileHistory],
    ending shown: [Counts],
    in repository: borrowing Repository,
    telling tell: (_ done: Int, _ total: Int) -> Void
  ) throws(GitError) -> [Point] {
    let steps = histories.enumerated().flatMap { list, history in
      history.versions.map { (list: list, version: $0, time: $0.commit.committerTime) }
    }
    // Of versions of one time the lists' order decides; each list's own order stays.
    let sorted = steps.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    let entries = export.lists.reduce(0) { $0 + $1.document.entries.count }
    let times = Set(spread(sorted.count, entries: entries))
    var current = [FileVersion?](repeating: nil, count: histories.count)
    var judged = [(version: FileVersion, counts: Counts)?](repeating: nil, count: histories.count)
    var points: [Point] = []
    for (index, step) in sorted.enumerated() {
      current[step.list] = step.version
      guard times.contains(index) else { continue }
      tell(points.count, times.count)
      for (list, version) in current.enumerated() where judged[list]?.version != version {
        judged[list] = nil
        guard let version else { continue }
        // The last version is the list as it is.
        if version.blob != nil, version == histories[list].versions.last {
          judged[list] = (version, shown[list])
          continue
        }
        let rulebook = export.lists[list].settings.rulebook
        if let counts = try counts(of: version, by: rulebook, in: repository) {
          judged[list] = (version, counts)
        }
      }
      let known = judged.compactMap { $0?.counts }
      guard !known.isEmpty else { continue }
      points.append(
        Point(
          time: Moment(seconds: step.time),
          entries: known.reduce(0) { $0 + $1.entries },
          errors: known.reduce(0) { $0 + $1.errors },
          warnings: known.reduce(0) { $0 + $1.warnings },
          notes: known.reduce(0) { $0 + $1.notes }
        )
      )
    }
    return points
  }

  /// Judges a version; nil where it is not text.
  private static func counts(
    of version: FileVersion,
    by rulebook: Rulebook,
    in repository: borrowing Repository
  ) throws(GitError) -> Counts? {
    guard let bytes = try repository.bytes(of: version), let text = text(bytes) else { return nil }
    let document = rulebook.document(text)
    let report = report(
      on: document,
      at: version.path,
      by: rulebook,
      year: version.commit.committerYear
    )
    return Counts(report, of: document)
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

  /// Returns the first of so many times, the last, and others between at even steps: fewer where there are many
  /// entries.
  static func spread(_ count: Int, entries: Int) -> [Int] {
    let most = min(mostPoints, max(leastPoints, mostEntries / max(entries, 1)))
    guard count > most else { return Array(0..<count) }
    return (0..<most).map { $0 * (count - 1) / (most - 1) }
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

extension Health.HealthFinding {
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
