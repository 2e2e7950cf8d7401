internal import Classifier
internal import FoundationEssentials
internal import Git
internal import GitHub
internal import Learning
internal import Review
internal import Rules
internal import Text
internal import YAML

/// The options by which `check` leaves out what was there before.
struct BaselineOptions {
  /// The file that is read; nil where there is none.
  let readFile: String?
  /// The file that is written; nil where none is.
  let writtenFile: String?
  private let mayGrow: Bool

  static let options: [CommandSpecification.Option] = [
    .init(
      name: "baseline",
      value: "file",
      help: "Do not report what is in this file. --write-baseline creates it."
    ),
    .init(
      name: "write-baseline",
      value: "file",
      help:
        "Write what is found in all entries to this file and report nothing. If the file exists, rows that no longer match are removed, and new ones are refused."
    ),
    .init(name: "grow", help: "Let --write-baseline add new rows."),
  ]

  init(_ arguments: Arguments, of specification: CommandSpecification) throws(UsageError) {
    readFile = arguments.value("baseline")
    writtenFile = arguments.value("write-baseline")
    mayGrow = arguments.flag("grow")
    if readFile != nil, writtenFile != nil {
      throw UsageError(
        "'--baseline' reads and '--write-baseline' writes; name one of them",
        of: specification
      )
    }
    if mayGrow, writtenFile == nil {
      throw UsageError("'--grow' is for '--write-baseline'", of: specification)
    }
  }

  /// Reads the baseline; nil where none is named.
  ///
  /// Where the base has the file, only rows that stand there count: a contribution cannot add one.
  func baseline(_ comparison: borrowing Comparison) throws -> Baseline? {
    guard let readFile else { return nil }
    let atBase = try comparison.fileAtBase(readFile)
    guard let bytes = try read(readFile) else {
      guard let atBase else {
        throw BaselineError(
          file: readFile,
          line: nil,
          reason: "there is no such file; --write-baseline creates it"
        )
      }
      return try Baseline(atBase, name: readFile)
    }
    let baseline = try Baseline(bytes, name: readFile)
    guard let atBase, atBase != bytes else { return baseline }
    return baseline.intersection(try Baseline(atBase, name: "\(readFile) at the base"))
  }

  /// Writes what a report found, and says what became of the file.
  ///
  /// The rows of lists that were not looked at stay, as long as there are such lists.
  func write(
    _ report: Report,
    to file: String,
    _ comparison: borrowing Comparison
  ) throws -> String {
    var rows = Baseline(of: report.lists).rows
    var counts = ""
    if let bytes = try read(file) {
      let old = try Baseline(bytes, name: file)
      let seen = Set(report.lists.map(\.path))
      var kept: [BaselineRow] = []
      for path in old.paths where !seen.contains(path) {
        if try comparison.hasFile(path) { kept += old.rows(of: path) }
      }
      rows += kept
      let new = Baseline(rows)
      let added = new.subtracting(old)
      guard mayGrow || added.isEmpty else {
        throw BaselineError(file: file, line: nil, reason: Self.refusal(of: added))
      }
      counts = " (\(added.count) new, \(old.subtracting(new).count) gone)"
    }
    do {
      try WholeFile(file).write(Array(Baseline(rows).text.utf8))
    } catch {
      throw BaselineError(file: file, line: nil, reason: "it cannot be written: \(error.reason)")
    }
    return "\(file.withVisibleControls): \(rows.count) \(rows.count == 1 ? "row" : "rows")\(counts)"
  }

  private static func refusal(of rows: [BaselineRow]) -> String {
    let shown = rows.prefix(20).map { "\n  \($0)" }.joined()
    let more = rows.count > 20 ? "\n  and \(rows.count - 20) more" : ""
    return
      "it would grow by \(rows.count) \(rows.count == 1 ? "row" : "rows"); fix them, or accept them with --grow\(shown)\(more)"
  }

  /// Reads a file; nil where there is none.
  private func read(_ file: String) throws -> [UInt8]? {
    do {
      return Array(try Data(contentsOf: URL(filePath: file)))
    } catch let error as CocoaError {
      if error.code == .fileReadNoSuchFile { return nil }
      throw BaselineError(file: file, line: nil, reason: "it cannot be read: \(error.reason)")
    }
  }
}

extension Report {
  /// What to say of rows of a baseline and of a rulebook's `ignore` that match nothing.
  func staleNotices(baseline file: String?) -> [String] {
    var notices: [String] = []
    let rows = lists.flatMap(\.staleRows)
    if let file, !rows.isEmpty {
      let noun = rows.count == 1 ? "row matches" : "rows match"
      notices.append(
        "\(rows.count) \(noun) nothing any more in '\(file.withVisibleControls)'; '--write-baseline' takes them out"
          + rows.map { "\n  \($0)" }.joined()
      )
    }
    let used = Set(
      lists.flatMap(\.suppressed).compactMap { suppressed -> IgnoredFinding? in
        if case .ignored(let row) = suppressed.suppression { row } else { nil }
      }
    )
    var told: Set<IgnoredFinding> = []
    for row in lists.flatMap({ $0.settings?.rulebook.ignored ?? [] })
    where !used.contains(row) && told.insert(row).inserted {
      let entry = row.entry.map { " on '\($0.withVisibleControls)'" } ?? ""
      let paths = lists.map(\.path.withVisibleControls).joined(separator: ", ")
      notices.append(
        "the rulebook's 'ignore' of \(row.rule)\(entry), line \(row.mark.line), no longer matches anything in \(paths)"
      )
    }
    return notices
  }
}
