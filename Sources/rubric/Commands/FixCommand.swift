internal import Classifier
internal import Git
internal import GitHub
internal import Learning
internal import ListModel
internal import Markdown
internal import Review
internal import Rules
internal import Text

extension ListReport {
  /// The rules of the findings that a suggestion removes, one for each finding.
  fileprivate func rules(mendedBy suggestion: Suggestion) -> [String] {
    findings.filter {
      $0.lines == suggestion.lines && $0.isFixable
        && suggestion.rules.contains($0.finding.rule)
    }
    .map(\.finding.rule)
  }
}

/// `rubric fix`: writes the corrected entries to the work tree.
enum FixCommand: Command {
  static let specification = CommandSpecification(
    name: "fix",
    abstract: "Write the corrected entries to the work tree.",
    audience: .contributor,
    discussion: """
      Corrects the entries that 'rubric check' reports, where the meaning cannot change. With --all, notes on
      what other entries do otherwise are left as they are; with --rule, what that rule says of any entry is
      corrected. If you name <head>, the list in the work tree must be the same as in <head>.
      """,
    operands: VersionOptions.operands,
    options: [
      .init(
        name: "all",
        help: "Correct every entry, not only those that the contribution adds or changes."
      ),
      .init(
        name: "rule",
        value: "rule",
        help: "Correct only the findings of this rule, notes too; may be given several times."
      ),
      .init(name: "diff", help: "Print the corrections instead of writing them."),
      .init(name: "unsafe", help: "Also make corrections that somebody should look at."),
    ] + RepositoryOptions.options
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let options = RepositoryOptions(arguments)
    let named = try options.rulebook.map { try Rulebook(file: $0) }
    let versions = try VersionOptions(arguments, of: specification)
    let level: Fix.Applicability = arguments.flag("unsafe") ? .needsReview : .safe
    let comparison = try Comparison(options, versions)
    let choice = try RulebookChoice(named, comparison, lookingAtAll: versions.looksAtAll)
    let rules = arguments.values("rule")
    var scope = CorrectionScope(level, leavesHabits: versions.looksAtAll && rules.isEmpty)
    var report = try Report(
      comparison,
      choice,
      lookingAtAll: versions.looksAtAll,
      correcting: scope
    )
    if !rules.isEmpty {
      scope.open = try report.knownRules(including: rules, of: specification).subtracting(rules)
      report = try Report(
        comparison,
        choice,
        lookingAtAll: versions.looksAtAll,
        correcting: scope
      )
    }
    if !versions.looksAtAll { comparison.tellOfFetchedBranch("fix") }
    try comparison.warnOfRulebook(choice, lookingAtAll: versions.looksAtAll)
    let isDiff = arguments.flag("diff")
    var isChanged = false
    for list in report.lists {
      let old = list.document.text.bytes
      let new = try list.settledText(
        from: try comparison.baseText(list.path, head: list.document.text),
        comparison,
        choice,
        lookingAtAll: versions.looksAtAll,
        applying: scope
      )
      if isDiff {
        printForLog(try Repository.patch(from: old, to: new, path: list.path), terminator: "")
      } else if new != old {
        isChanged = true
        try write(new, over: old, list.path, options)
        let made = list.suggestions(within: scope)
        // A line end that the last line lacked is not an entry's.
        let done =
          made.isEmpty
          ? "corrected the end of the file"
          : "\(made.count) corrected\(byRule(made.flatMap { list.rules(mendedBy: $0) }))"
        print("\(list.path.withVisibleControls): \(done)")
      }
    }
    if isDiff { return .clean }
    if !rules.isEmpty {
      if !isChanged { print("nothing to correct") }
      return .clean
    }
    if !versions.looksAtAll, report.lists.allSatisfy(\.changes.isEmpty) {
      print("no entry is touched; 'rubric fix --all' corrects the whole list")
    } else if let left = try sentence(onWhatIsLeftOf: report, comparison, options, versions, choice)
    {
      print(left)
    }
    return .clean
  }

  /// Says how many findings of each rule are mended, the most frequent first.
  private static func byRule(_ rules: [String]) -> String {
    let counts = Dictionary(grouping: rules, by: \.self).mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return counts.isEmpty
      ? "" : " (" + counts.map { "\($0.value) \($0.key)" }.joined(separator: ", ") + ")"
  }

  /// Says how many findings are left, and what else can be corrected; nil where none is.
  private static func sentence(
    onWhatIsLeftOf report: Report,
    _ comparison: borrowing Comparison,
    _ options: RepositoryOptions,
    _ versions: VersionOptions,
    _ choice: RulebookChoice
  ) throws -> String? {
    // What was written stands in the work tree; there the same comparison shows what is left.
    var shown = versions
    if comparison.ends.headID != nil {
      shown.base = "\(comparison.ends.mergeBase)"
      shown.head = nil
    }
    let all = shown.words(options).map { " " + $0.withVisibleControls }.joined()
    var left = report.lists.reduce(0) { $0 + $1.findings.count { !$0.isFixable } }
    var (unsafe, notes) = (0, [String]())
    // What was written is judged again, as `check` will do it; a commit is what it was.
    if comparison.ends.headID == nil {
      let now = try Report(
        try Comparison(options, versions),
        choice,
        lookingAtAll: versions.looksAtAll
      )
      left = now.lists.reduce(0) { $0 + $1.findings.count(where: \.isIntroduced) }
      for list in now.lists {
        let (others, habits) = list.suggestions(besidesHabits: versions.looksAtAll)
        unsafe += others.count
        notes += habits.flatMap(\.rules)
      }
    }
    guard left > 0 else { return nil }
    let more =
      unsafe == 0
      ? ""
      : "; 'rubric fix\(all) --unsafe' corrects \(unsafe) more \(unsafe == 1 ? "entry" : "entries")"
    let habits =
      notes.isEmpty
      ? "" : "; 'rubric fix\(all) --rule RULE' corrects notes of a rule\(byRule(notes))"
    return "\(left) left; 'rubric check\(all)' shows them\(more)\(habits)"
  }

  /// Writes a list to the work tree, where it still reads as it did when it was corrected.
  static func write(
    _ new: [UInt8],
    over old: [UInt8],
    _ path: String,
    _ options: RepositoryOptions
  ) throws {
    let repository = try Repository(at: options.repository, trustingOwner: options.trustsOwner)
    func error(_ reason: String, _ remedy: String) -> ListFileError {
      ListFileError(
        attempt: "write the list",
        path: path,
        place: "in the work tree",
        reason: reason,
        remedy: remedy
      )
    }
    guard repository.workTree != nil else {
      throw error("the repository is bare", "use --diff, or run it in a work tree")
    }
    guard try repository.replaceFile(path, expecting: old, with: new) else {
      throw error(
        "the file has changed since it was read",
        "check out the revision first, or leave <head> out"
      )
    }
  }
}

extension ListReport {
  /// Returns the suggestions, and apart from them those that mend nothing but notes on habits, where these are
  /// left as they are.
  fileprivate func suggestions(
    besidesHabits isApart: Bool
  ) -> (others: [Suggestion], habits: [Suggestion]) {
    let scope = CorrectionScope(.needsReview, leavesHabits: isApart)
    let byLines = Dictionary(grouping: findings, by: \.lines)
    let kinds = Dictionary(grouping: suggestions) { suggestion in
      byLines[suggestion.lines, default: []].filter { suggestion.rules.contains($0.finding.rule) }
        .allSatisfy { scope.leaves($0.finding) }
    }
    return (kinds[false] ?? [], kinds[true] ?? [])
  }
}
