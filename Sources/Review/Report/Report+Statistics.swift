internal import Classifier
internal import ListModel
internal import Rules

extension Report {
  /// What a rule found, in all lists together.
  private struct Tally {
    let rule: String
    let severity: Severity
    var count = 0
    var fixable = 0
  }

  /// The rules that found something, the worst and most frequent first.
  private var tallies: [Tally] {
    var tallies: [String: Tally] = [:]
    for located in lists.flatMap(\.findings) where located.isIntroduced {
      let finding = located.finding
      let key = "\(finding.rule) \(finding.severity.rawValue)"
      tallies[key, default: Tally(rule: finding.rule, severity: finding.severity)].count += 1
      if located.isFixable { tallies[key]?.fixable += 1 }
    }
    return tallies.values.sorted {
      ($1.severity, $1.count, $0.rule) < ($0.severity, $0.count, $1.rule)
    }
  }

  /// How many findings each rule has, as a table for a terminal.
  package func statistics(style: TerminalStyle, isQuiet: Bool = false) -> String {
    let tallies = tallies
    func width(_ text: (Tally) -> String) -> Int { tallies.map { text($0).utf8.count }.max() ?? 0 }
    let counts = width { "\($0.count)" }
    let rules = width(\.rule)
    let severities = width(\.severity.rawValue)
    func padding(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: width - text.utf8.count)
    }
    let rows = tallies.map { tally in
      let count = "\(tally.count)"
      let severity = tally.severity.rawValue
      return "  \(padding(count, counts))\(count)  "
        + style.colour(tally.severity, severity) + padding(severity, severities)
        + "  \(tally.rule)"
        + (tally.fixable == 0
          ? "" : padding(tally.rule, rules) + "  \(tally.fixable) with a correction")
        + "\n"
    }
    .joined()
    if isQuiet { return String(rows.dropLast()) }
    return (rows.isEmpty ? "" : rows + "\n") + conclusion(style: style)
  }

  /// The same as JSON: an array of objects.
  package func statisticsJSON() -> String {
    let rows = tallies.map { tally -> JSONValue in
      [
        "rule": JSONValue(tally.rule), "severity": JSONValue(tally.severity.rawValue),
        "count": .number(tally.count), "fixable": .number(tally.fixable),
      ]
    }
    return JSONValue.array(rows).text()
  }

  /// The first finding of each rule, for a big list: all of them are more than anybody reads.
  package func firstOfEachRule(
    style: TerminalStyle,
    width: Int = 100,
    fix: String = "rubric fix --all --unsafe"
  ) -> String {
    var firsts: [String: EntryReport] = [:]
    for report in lists.flatMap(\.entryReports) {
      for located in report.findings where located.isIntroduced {
        let key = "\(located.finding.rule) \(located.finding.severity.rawValue)"
        guard firsts[key] == nil else { continue }
        firsts[key] = report.showing(located)
      }
    }
    var text = ""
    for tally in tallies {
      guard let first = firsts["\(tally.rule) \(tally.severity.rawValue)"] else { continue }
      let command = first.command(fix, leavingHabits: looksAtAll)
      text += first.frame(style: style, width: width, fix: command).joined(separator: "\n") + "\n"
      if tally.count > 1 {
        text +=
          style.dim(
            "\n  \(tally.count - 1) more like this: add '--rule \(tally.rule)' to see \(tally.count == 2 ? "it" : "them")"
          ) + "\n"
      }
      text += "\n"
    }
    return text + conclusion(style: style)
      + "\n" + style.dim("This is the first finding of each rule; '--full' shows every one")
  }
}

extension EntryReport {
  /// The same entry with one of its findings alone.
  fileprivate func showing(_ located: LocatedFinding) -> EntryReport {
    let isCorrected = suggestion?.rules.contains(located.finding.rule) ?? false
    return EntryReport(
      path: path,
      lines: lines,
      findings: [located],
      suggestion: isCorrected ? suggestion : nil,
      change: nil,
      text: text
    )
  }
}
