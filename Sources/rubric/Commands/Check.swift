internal import Classifier
internal import Git
internal import GitHub
internal import ListModel
internal import Markdown
internal import Review
internal import Rules

/// `rubric check`: what a contribution does, what is wrong with it, what it should read.
enum Check: Command {
  static let specification = CommandSpecification(
    name: "check",
    abstract: "Say what is wrong with the entries a contribution brings.",
    audience: .contributor,
    discussion: """
      With no <base>, the work tree is compared with the point where HEAD left the default branch.
      With <base> and <head> no work tree is needed, so a bare repository will do.

      What a maintainer lets be is neither reported nor counted:
      - by a comment in the list: <!-- rubric: allow RULE reason -->, on the line above an entry or at the
        end of its last line (in a table, inside its last cell); several rules with commas between them,
        and a reason. A rule about the list itself it silences for the whole list, wherever it stands. It
        holds once the base has it, and then also where the entry is changed: no contribution can allow
        itself anything.
      - by the rulebook: 'ignore:' with items of 'rule', 'entry' (its identity as in JSON, its address or
        its title; none where the rule is about the list) and 'reason'. With --all, those that match
        nothing are told.
      - by a baseline: what was found before anybody looked, a finding a line, by what is wrong with which
        entry and never by its line. In a repository that has the file at the base, a row counts only if
        it stands there, so that no contribution can add one. With --all, rows that match nothing are told.
      """,
    operands: VersionOptions.operands,
    options: VersionOptions.options + [
      .init(
        name: "format",
        value: "format",
        choices: Format.allCases.map(\.rawValue),
        help: "How to print the findings."
      ),
      .init(
        name: "fail-on",
        value: "severity",
        choices: Severity.allCases.map(\.rawValue) + ["never"],
        help: "The least severity for which the exit status is 1. Default: error."
      ),
    ] + ShownFindings.options + BaselineOptions.options + RepositoryOptions.options
  )

  private enum Format: String, CaseIterable {
    case text
    case json
    case markdown
    case github
    case sarif
    case rdjson
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let options = RepositoryOptions(arguments)
    let named = try options.rulebook.map { try Rulebook(file: $0) }
    let versions = try VersionOptions(arguments, of: specification)
    let baselines = try BaselineOptions(arguments, of: specification)
    let comparison = try Comparison(options, versions)
    let looksAtAll = versions.looksAtAll || baselines.writtenFile != nil
    let choice = try RulebookChoice(named, comparison, lookingAtAll: looksAtAll)
    var report = try Report(
      comparison,
      choice,
      lookingAtAll: looksAtAll,
      besides: try baselines.baseline(comparison)
    )
    if let file = baselines.writtenFile {
      try comparison.warnOfRulebook(choice, lookingAtAll: true)
      print(try baselines.write(report, to: file, comparison))
      return .clean
    }
    let shown = try ShownFindings(arguments, of: specification)
    report = try shown.select(from: report)
    let severity = Severity(rawValue: arguments.value("fail-on") ?? "error")
    let isRejected = severity.map(report.hasFindings) ?? false
    switch arguments.value("format").flatMap(Format.init) ?? .text {
    case .text:
      let text = shown.text(of: report)
      if !text.isEmpty { printForLog(text) }
      if versions.isStaged, isRejected, !shown.isQuiet {
        print(
          "'rubric fix HEAD' writes the safe corrections; 'git commit --no-verify' commits all the same"
        )
      }
    case .json where shown.isStatistics: print(try report.statisticsJSON())
    case .json: print(try report.json())
    case .markdown: printForLog(report.markdown())
    case .github: print(report.workflowCommands())
    case .sarif: print(try report.sarif(version: Rubric.version))
    case .rdjson: print(try report.rdjson())
    }
    if shown.isQuiet { return isRejected ? .findings : .clean }
    try comparison.warnOfRulebook(choice, lookingAtAll: looksAtAll)
    for notice in report.idleSettings(choice) {
      printError(WorkflowLog.neutralized("rubric: \(notice)"))
    }
    if versions.looksAtAll {
      for notice in report.staleNotices(baseline: baselines.readFile) {
        printError(WorkflowLog.neutralized("rubric: \(notice)"))
      }
    }
    return isRejected ? .findings : .clean
  }
}

extension Report {
  /// Reviews the lists of a repository between two versions.
  init(
    _ comparison: borrowing Comparison,
    _ rulebook: RulebookChoice,
    lookingAtAll: Bool = false,
    correcting level: Fix.Applicability = .needsReview,
    besides baseline: Baseline? = nil
  ) throws {
    var reports: [ListReport] = []
    for path in try comparison.listPaths(rulebook) {
      let head = try comparison.headText(path)
      let base = try comparison.baseText(path, head: head)
      let hunks = try Repository.hunks(from: base.bytes, to: head.bytes)
      reports.append(
        try ListReport(
          path: path,
          base: base,
          head: head,
          touched: hunks.map(\.head),
          by: rulebook,
          year: comparison.ends.year,
          lookingAtAll: lookingAtAll,
          correcting: level,
          besides: baseline,
          whereChanged: { try comparison.changes($0) }
        )
      )
    }
    self.init(
      base: comparison.ends.base.id.description,
      head: comparison.ends.headID?.description,
      mergeBase: comparison.ends.mergeBase.description,
      lists: reports,
      looksAtAll: lookingAtAll
    )
  }
}

extension Comparison {
  /// Says which rulebook was used, and how to use the other, where the contribution changes it.
  func warnOfRulebook(_ choice: RulebookChoice, lookingAtAll: Bool = false) throws {
    guard choice.origin != .named, try changesRulebook() else { return }
    let path = RulebookChoice.path
    if lookingAtAll, ends.headID == nil {
      printError(
        "rubric: used '\(path)' as it is in the work tree; for the committed one: rubric check --all HEAD HEAD"
      )
    } else {
      printError(
        "rubric: \(RulebookChoice.notice); to try the new ones: rubric check --all, or --rulebook \(path)"
      )
    }
  }
}
