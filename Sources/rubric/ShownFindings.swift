internal import Classifier
internal import Learning
internal import Review
internal import Rules
internal import Text
internal import YAML

/// The options by which `check` shows some of the findings, or shows them in another way.
struct ShownFindings {
  private let rules: [String]
  private let isFull: Bool
  let isStatistics: Bool
  let isQuiet: Bool
  private let specification: CommandSpecification

  static let options: [CommandSpecification.Option] = [
    .init(
      name: "rule",
      value: "rule",
      help: "Show and count only the findings of this rule; may be given several times."
    ),
    .init(
      name: "full",
      help: "With --all on a big list: show every finding, not only the first of each rule."
    ),
    .init(name: "statistics", help: "Show how many findings each rule has. Also as JSON."),
    .init(name: "quiet", help: "Show the findings and nothing else."),
  ]

  /// How many entries are shown one by one before `--all` shows the first of each rule instead.
  private static let limit = 20

  init(_ arguments: Arguments, of specification: CommandSpecification) throws(UsageError) {
    rules = arguments.values("rule")
    isFull = arguments.flag("full")
    isStatistics = arguments.flag("statistics")
    isQuiet = arguments.flag("quiet")
    self.specification = specification
    let format = arguments.value("format") ?? "text"
    if isStatistics, format != "text", format != "json" {
      throw UsageError(
        "'--statistics' is printed as text or json, not \(format)",
        of: specification
      )
    }
  }

  /// Returns the report with the findings that were asked for.
  func select(from report: Report) throws(UsageError) -> Report {
    guard !rules.isEmpty else { return report }
    _ = try report.knownRules(including: rules, of: specification)
    let rulebooks = report.lists.compactMap { $0.settings?.rulebook }
    for rule in rules where !rulebooks.isEmpty && rulebooks.allSatisfy({ !$0.isOn(rule) }) {
      printError("rubric: the rule '\(rule)' is off; in the rulebook, 'rules:' turns it on")
    }
    return report.keeping(rules: Set(rules))
  }

  /// Returns what a terminal shows; `fix` is the command that writes what somebody has to agree with.
  func text(of report: Report, fix: String) -> String {
    let style = TerminalStyle.standardOutput
    let width = standardOutputWidth
    if isStatistics { return report.statistics(style: style, isQuiet: isQuiet) }
    let isBig = report.lists.reduce(0) { $0 + $1.entryReports.count } > Self.limit
    if report.looksAtAll, isBig, !isFull, !isQuiet, rules.isEmpty {
      return report.firstOfEachRule(style: style, width: width, fix: fix)
    }
    return report.text(style: style, width: width, isQuiet: isQuiet, fix: fix)
  }
}

extension Report {
  /// Returns the names of all rules that the lists are judged by; throws where a name is none of them.
  func knownRules(
    including names: [String],
    of specification: CommandSpecification
  ) throws(UsageError) -> Set<String> {
    let known = Set(RuleCatalogue.ids + lists.flatMap { $0.settings?.rulebook.ruleIDs ?? [] })
    for name in names where !known.contains(name) {
      let nearest = known.sorted().nearest(to: name).map { "; did you mean '\($0)'?" } ?? ""
      throw UsageError("there is no rule '\(name)'\(nearest)", of: specification)
    }
    return known
  }
}
