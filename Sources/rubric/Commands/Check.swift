internal import Classifier
internal import Git
internal import GitHub
internal import Learning
internal import ListModel
internal import Review
internal import Rules
internal import Text
internal import Writing

/// `rubric check`: what a contribution does, what is wrong with it, what it should read.
enum Check: Command {
  static let specification = CommandSpecification(
    name: "check",
    abstract: "Check the entries that a contribution adds or changes.",
    audience: .contributor,
    discussion: """
      Without <base>, the work tree is compared with the point where your branch left the default branch.
      With <base> and <head>, no work tree is needed, so a bare repository will do. A file instead of a
      revision is read as a list.

      Findings can be allowed in three ways. They are then neither reported nor counted:
      - By a comment in the list: <!-- rubric: allow RULE reason -->, on the line above an entry or at the
        end of its last line (in a table, inside its last cell). Separate several rules with commas. A rule
        about the list itself is allowed for the whole list. The comment holds once it is in the base, so
        no contribution can allow itself anything.
      - By the rulebook: 'ignore:' with items of 'rule', 'entry' (its identity as in JSON, its address or
        its title; leave it out for a rule about the list) and 'reason'. With --all, items that no longer
        match anything are reported.
      - By a baseline: a file of what was found before, one finding per line, which does not depend on line
        numbers. If the base has the file, only rows that are there count, so no contribution can add one.
        With --all, rows that no longer match anything are reported.
      """,
    operands: VersionOptions.operands,
    options: VersionOptions.options + [
      .init(
        name: "format",
        value: "format",
        choices: Format.allCases.map(\.rawValue),
        help: "How to print the findings. Default: text."
      ),
      .init(
        name: "fail-on",
        value: "severity",
        choices: Severity.allCases.map(\.rawValue) + ["never"],
        help: "The lowest severity for which the exit status is 1. Default: error."
      ),
    ] + ShownFindings.options + BaselineOptions.options + FactOptions.options + [
      FactOptions.timeLimit
    ]
      + RepositoryOptions.options
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
    let facts = try FactOptions(arguments, of: specification)
    let comparison = try Comparison(options, versions)
    let looksAtAll = versions.looksAtAll || baselines.writtenFile != nil
    let choice = try RulebookChoice(named, comparison, lookingAtAll: looksAtAll)
    var report = try Report(
      comparison,
      choice,
      lookingAtAll: looksAtAll,
      besides: try baselines.baseline(comparison),
      asking: facts
    )
    if let file = baselines.writtenFile {
      try comparison.warnOfRulebook(choice, lookingAtAll: true)
      print(try baselines.write(report, to: file, comparison))
      return .clean
    }
    let shown = try ShownFindings(arguments, of: specification)
    report = try shown.select(from: report)
    if choice.origin == .builtIn { report.hasRulebookAtHead = try comparison.changesRulebook() }
    let severity = Severity(rawValue: arguments.value("fail-on") ?? "error")
    let isRejected = severity.map(report.hasFindings) ?? false
    switch arguments.value("format").flatMap(Format.init) ?? .text {
    case .text:
      let text = shown.text(
        of: report,
        fix: (["rubric fix"] + versions.words(options) + ["--unsafe"]).joined(separator: " ")
      )
      if !text.isEmpty { printForLog(text) }
      if versions.isStaged, isRejected, !shown.isQuiet {
        let hasSafe = report.lists.contains {
          $0.suggestions.contains { $0.applicability == .safe }
        }
        print(
          (hasSafe
            ? "'rubric fix HEAD' writes the safe corrections, then 'git add' the list; " : "")
            + "'git commit --no-verify' commits all the same"
        )
      }
    case .json where shown.isStatistics: printJSON(report.statisticsJSON())
    case .json: printJSON(report.jsonValue)
    case .markdown: printForLog(report.markdown())
    case .github: print(report.workflowCommands())
    case .sarif: printJSON(report.sarif(version: Rubric.version))
    case .rdjson: printJSON(report.rdjson())
    }
    if shown.isQuiet { return isRejected ? .findings : .clean }
    if !looksAtAll { comparison.tellOfFetchedBranch("check") }
    for list in report.lists where list.newExceptions > 0 {
      printError(
        WorkflowLog.neutralized(
          "rubric: \(list.path.withVisibleControls) has new comments 'rubric: allow' (\(list.newExceptions)); they have an effect once they are in the base"
        )
      )
    }
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
    correcting scope: CorrectionScope = .needsReview,
    besides baseline: Baseline? = nil,
    asking questions: FactOptions? = nil
  ) throws {
    var reports: [ListReport] = []
    for path in try comparison.listPaths(rulebook) {
      let head = try comparison.headText(path)
      let base = try comparison.baseText(path, head: head)
      func judged(knowing facts: FactTable) throws -> ListReport {
        try ListReport(
          of: path,
          from: base,
          to: head,
          comparison,
          rulebook,
          lookingAtAll: lookingAtAll,
          correcting: scope,
          besides: baseline,
          knowing: facts
        )
      }
      var report = try judged(knowing: .none)
      if let questions {
        let facts = try questions.answers(about: report, lookingAtAll: lookingAtAll)
        if !facts.isEmpty {
          report = try judged(knowing: facts)
            .offeringWholeEntries(knowing: facts, year: comparison.ends.year)
        }
      }
      reports.append(report)
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
  /// Says on the default branch that its commits themselves were not looked at, and how to.
  func tellOfFetchedBranch(_ command: String) {
    guard let fetched = ends.fetched else { return }
    printError(
      "rubric: compared with HEAD; to compare with what was last fetched: rubric \(command) \(fetched.withVisibleControls)"
    )
  }

  /// Says which rulebook was used, and how to use the other, where there are two.
  func warnOfRulebook(_ choice: RulebookChoice, lookingAtAll: Bool = false) throws {
    guard choice.origin != .named else { return }
    let path = RulebookChoice.path
    if lookingAtAll, ends.headID == nil {
      guard try hasUncommittedRulebook() else { return }
      printError(
        "rubric: used '\(path)' as it is in the work tree; for the committed one: rubric check --all HEAD HEAD"
      )
    } else if try changesRulebook() {
      printError(
        "rubric: \(RulebookChoice.notice); to try the new ones: rubric check --all, or --rulebook \(path)"
      )
    }
  }
}
