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
    ] + BaselineOptions.options + FactOptions.options + [FactOptions.timeLimit]
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
    let choice = try RulebookChoice(named, comparison)
    let report = try Report(
      of: options.lists,
      comparison,
      choice,
      lookingAtAll: versions.looksAtAll || baselines.writtenFile != nil,
      besides: try baselines.baseline(comparison),
      asking: facts
    )
    if let file = baselines.writtenFile {
      try comparison.warnOfRulebook(choice)
      print(try baselines.write(report, to: file, comparison))
      return .clean
    }
    switch arguments.value("format").flatMap(Format.init) ?? .text {
    case .text: printForLog(report.text(style: .standardOutput, width: standardOutputWidth))
    case .json: print(try report.json())
    case .markdown: printForLog(report.markdown())
    case .github: print(report.workflowCommands())
    case .sarif: print(try report.sarif(version: Rubric.version))
    case .rdjson: print(try report.rdjson())
    }
    try comparison.warnOfRulebook(choice)
    if versions.looksAtAll {
      for notice in report.staleNotices(baseline: baselines.readFile) {
        printError(WorkflowLog.neutralized("rubric: \(notice)"))
      }
    }
    let severity = Severity(rawValue: arguments.value("fail-on") ?? "error")
    return severity.map(report.hasFindings) ?? false ? .findings : .clean
  }
}

extension Report {
  /// Reviews the lists of a repository between two versions.
  init(
    of lists: [String],
    _ comparison: borrowing Comparison,
    _ rulebook: RulebookChoice,
    lookingAtAll: Bool = false,
    correcting level: Fix.Applicability = .needsReview,
    besides baseline: Baseline? = nil,
    asking questions: FactOptions? = nil
  ) throws {
    var reports: [ListReport] = []
    for path in try comparison.listPaths(lists, rulebook) {
      let head = try comparison.headText(path)
      let base = try comparison.baseText(path, head: head)
      let hunks = try Repository.hunks(from: base.bytes, to: head.bytes)
      func judged(knowing facts: FactTable) throws -> ListReport {
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
          knowing: facts,
          whereChanged: { try comparison.changes($0) }
        )
      }
      var report = try judged(knowing: .none)
      if let questions {
        let facts = try questions.answers(about: report, lookingAtAll: lookingAtAll)
        if !facts.isEmpty { report = try judged(knowing: facts) }
      }
      reports.append(report)
    }
    self.init(
      base: comparison.ends.base.id.description,
      head: comparison.ends.headID?.description,
      mergeBase: comparison.ends.mergeBase.description,
      lists: reports
    )
  }
}

extension Comparison {
  /// Says so where the contribution changes the rulebook and is not held against what it makes of it.
  func warnOfRulebook(_ choice: RulebookChoice) throws {
    if choice.origin != .named, try changesRulebook() {
      printError("rubric: \(RulebookChoice.notice)")
    }
  }
}
