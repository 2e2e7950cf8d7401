internal import Classifier
internal import Git
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
    ] + RepositoryOptions.options
  )

  private enum Format: String, CaseIterable {
    case text
    case json
    case markdown
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let options = RepositoryOptions(arguments)
    let named = try options.rulebook.map { try Rulebook(file: $0) }
    let versions = try VersionOptions(arguments, of: specification)
    let comparison = try Comparison(options, versions)
    let choice = try RulebookChoice(named, comparison)
    let report = try Report(
      of: options.lists,
      comparison,
      choice,
      lookingAtAll: versions.looksAtAll
    )
    switch arguments.value("format").flatMap(Format.init) ?? .text {
    case .text: print(report.text(style: .standardOutput, width: standardOutputWidth))
    case .json: print(try report.json())
    case .markdown: print(report.markdown())
    }
    try comparison.warnOfRulebook(choice)
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
    correcting level: Fix.Applicability = .needsReview
  ) throws {
    var reports: [ListReport] = []
    for path in try comparison.listPaths(lists, rulebook) {
      let head = try comparison.headText(path)
      let base = try comparison.baseText(path)
      let hunks = try Repository.hunks(from: base.bytes, to: head.bytes)
      reports.append(
        ListReport(
          path: path,
          base: base,
          head: head,
          touched: hunks.map(\.head),
          by: rulebook,
          year: comparison.ends.year,
          lookingAtAll: lookingAtAll,
          correcting: level
        )
      )
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
