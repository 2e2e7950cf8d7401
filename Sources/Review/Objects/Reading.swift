internal import Classifier
internal import Git
internal import GitHub
internal import Learning
internal import ListModel
internal import Markdown
internal import Rules
internal import Writing

/// The reading of one contribution's lists, once it is known between which commits.
struct Reading {
  private(set) var objects: ObjectReader
  let base: CommitSHA
  let head: CommitSHA
  /// Where both part, as far as that is known.
  private(set) var mergeBase: CommitSHA?
  /// What GitHub says that differs; nil where it was not asked.
  let files: [PullRequestFile]?
  /// The UTC calendar year of the head, where that is known.
  private(set) var year: Int?
  let rulebook: RulebookChoice
  /// How many lists were not looked at, for there are too many.
  private(set) var leftOut = 0
  /// Asks registries about a report's entries; nil where nobody is asked.
  var asking: ActionsJob.Asking?

  /// The README among some paths, or what it is called as a rule.
  static func readme(among paths: [String]) -> String {
    ListNames.readme(among: paths) ?? "README.md"
  }

  /// Reviews the lists, those that were named, those of the rulebook or the README, and says which lines take comments.
  mutating func report(
    _ named: [String]
  ) async throws -> (report: Report, diff: [String: DiffLines]) {
    var reports: [ListReport] = []
    var diff: [String: DiffLines] = [:]
    // A name that is not UTF-8 cannot be asked for.
    let known =
      try files?.map(\.filename).filter { !$0.unicodeScalars.contains("\u{FFFD}") }
      ?? objects.local.markdownPaths(at: head)
    let paths = rulebook.lists(named: named, among: known) ?? [Self.readme(among: known)]
    let asked = files == nil ? paths : paths.filter { file(of: $0) != nil || mayBeLeftOut }
    leftOut = max(0, asked.count - Self.mostLists)
    for named in asked.prefix(Self.mostLists) {
      let file = file(of: named)
      // What the contribution gave another name is still the list.
      let path = file?.filename ?? named
      let (old, new) = try await texts(of: path, file)
      let before = try sourceText(old ?? [], path, mergeBase ?? base)
      let after = try sourceText(new ?? [], path, head)
      let hunks = try Repository.hunks(from: before.bytes, to: after.bytes)
      let year = try await knownYear()
      func judged(knowing facts: FactTable) throws -> ListReport {
        try ListReport(
          path: path,
          base: before,
          head: after,
          touched: hunks.map(\.head),
          by: rulebook,
          year: year,
          isTimeUp: { [client = objects.client] in client.isWorkOver },
          knowing: facts,
          whereChanged: { try changes($0) }
        )
      }
      var report = try judged(knowing: .none)
      if let asking {
        let facts = try await asking(
          report.entriesToAsk(lookingAtAll: false),
          report.companions
        )
        if !facts.isEmpty {
          report = try judged(knowing: facts).offeringWholeEntries(knowing: facts, year: year)
        }
      }
      reports.append(report)
      diff[path] =
        file?.patch.map { DiffLines(patch: $0) }
        ?? DiffLines(hunks, lineCount: after.lineCount)
    }
    let report = Report(
      base: base.text,
      head: head.text,
      mergeBase: mergeBase?.text,
      lists: reports
    )
    return (report, diff)
  }

  /// Returns what GitHub says of a list; nil where it says nothing.
  private func file(of path: String) -> PullRequestFile? {
    files?.first { $0.filename == path }
      ?? files?.first { $0.status == "renamed" && $0.previousFilename == path }
  }

  /// Whether GitHub may have left out files; else nothing happened to what it does not list.
  private var mayBeLeftOut: Bool { (files?.count ?? 0) >= Self.mostFiles }

  /// The most lists of one contribution that are read: each takes requests.
  private static let mostLists = 20

  /// Tells whether the contribution changes a file or a folder.
  func changes(_ path: String) throws -> Bool {
    if let files {
      // GitHub names the files of a folder.
      return files.contains { file in
        [file.filename, file.previousFilename].contains { name in
          name == path || name?.hasPrefix(path + "/") ?? false
        }
      }
    }
    guard let mergeBase else { preconditionFailure("who asks nobody knows where both part") }
    return try objects.local.changes(path, from: mergeBase, to: head)
  }

  /// The fewest files of which GitHub may have left out some.
  private static let mostFiles = 300

  /// Reads both versions of a list; nil for one that does not have it.
  ///
  /// What GitHub said is there and does not find is an error, not a list that somebody deleted.
  private mutating func texts(
    of path: String,
    _ file: PullRequestFile?
  ) async throws -> (old: [UInt8]?, new: [UInt8]?) {
    let new = file?.status == "removed" ? nil : try await objects.file(path, at: head)
    if new == nil, file != nil, file?.status != "removed" { throw missing(path, head) }
    let old = try await oldText(of: path, file, new)
    if old == nil, new == nil {
      throw ListTextError(
        path: path,
        commit: head.abbreviated,
        reason: "there is no such file, at the base either"
      )
    }
    return (old, new)
  }

  private mutating func oldText(
    of path: String,
    _ file: PullRequestFile?,
    _ new: [UInt8]?
  ) async throws -> [UInt8]? {
    if file?.status == "added" { return nil }
    var previous = file?.previousFilename ?? path
    if let mergeBase {
      if file == nil {
        previous =
          try objects.local.previousPath(of: path, from: mergeBase, to: head) ?? previous
      }
      switch try objects.local.file(previous, at: mergeBase) {
      case .bytes(let bytes): return bytes
      case .absent where file == nil: return nil
      case .absent, .unknown: break
      }
    }
    if let file, let bytes = Patch(file)?.reverted(from: new ?? []) { return bytes }
    let mergeBase = try await knownMergeBase()
    let old = try await objects.file(previous, at: mergeBase)
    if old == nil, file != nil { throw missing(previous, mergeBase) }
    return old
  }

  private func missing(_ path: String, _ commit: CommitSHA) -> ListTextError {
    ListTextError(
      path: path,
      commit: commit.abbreviated,
      reason: "GitHub lists the file but does not find it"
    )
  }

  private mutating func knownMergeBase() async throws -> CommitSHA {
    if let mergeBase { return mergeBase }
    let comparison = try await objects.comparison(of: base, with: head)
    mergeBase = comparison.mergeBase
    year = year ?? comparison.year
    return comparison.mergeBase
  }

  private mutating func knownYear() async throws -> Int {
    if let year { return year }
    let comparison = try await objects.comparison(of: base, with: head)
    mergeBase = mergeBase ?? comparison.mergeBase
    year = comparison.year
    return comparison.year
  }

  private func sourceText(
    _ bytes: [UInt8],
    _ path: String,
    _ commit: CommitSHA
  ) throws(ListTextError) -> SourceText {
    do throws(TextFault) {
      return try SourceText(validating: bytes)
    } catch {
      throw ListTextError(
        path: path,
        commit: commit.abbreviated,
        reason: "\(error.reason); \(error.remedy)"
      )
    }
  }
}
