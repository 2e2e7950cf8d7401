internal import Classifier
internal import Git
internal import GitHub
internal import ListModel
internal import Markdown
internal import Review
internal import Rules
internal import Sweep
internal import Text

/// `rubric sweep`: brings up to date what the world has changed since entries were written.
enum SweepCommand: Command {
  static let specification = CommandSpecification(
    name: "sweep",
    abstract: "Bring entries up to date: published preprints, moved repositories and pages.",
    audience: .maintainer,
    discussion: """
      Asks registries about every entry, as 'check --all --online' does, and writes what they prove to the
      work tree: where a preprint was published, and the new addresses of repositories, pages and papers.
      Nothing else of the list is changed. What a person has to look at is listed at the end, by section.
      """,
    options: [
      .init(name: "diff", help: "Print the changes instead of writing them."),
      .init(
        name: "limit",
        value: "number",
        help: "The most entries to change, those first that have been out of date the longest."
      ),
      .init(name: "offline", help: "Ask no registries, only what --bibliography names."),
    ] + FactOptions.options.filter { $0.name != "online" } + [
      FactOptions.timeLimit, FactOptions.quiet,
    ] + RepositoryOptions.options
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let isOnline = !arguments.flag("offline")
    let facts = try FactOptions(arguments, of: specification, isOnline: isOnline)
    guard facts.isAsking else {
      throw UsageError("with '--offline', name a file with --bibliography", of: specification)
    }
    let limit = try limit(arguments)
    let options = RepositoryOptions(arguments)
    let named = try options.rulebook.map { try Rulebook(file: $0) }
    let comparison = try Comparison(options, VersionOptions())
    let choice = try RulebookChoice(named, comparison, lookingAtAll: true)
    try comparison.warnOfRulebook(choice, lookingAtAll: true)
    var sweeps: [ListSweep] = []
    for path in try comparison.listPaths(choice) {
      let head = try comparison.headText(path)
      let base = try comparison.baseText(path, head: head)
      let entries = ListSweep.entriesToAsk(base: base, head: head, by: choice)
      sweeps.append(
        ListSweep(
          path,
          base: base,
          head: head,
          by: choice,
          year: comparison.ends.year,
          knowing: try facts.answers(about: entries)
        )
      )
    }
    let proposal = Proposal(sweeps, limit: limit)
    for list in proposal.lists where list.isChanged {
      if arguments.flag("diff") {
        let old = list.document.text.bytes
        printForLog(
          try Repository.patch(from: old, to: list.bytes, path: list.path),
          terminator: ""
        )
      } else {
        try FixCommand.write(list.bytes, over: list.document.text.bytes, list.path, options)
      }
    }
    show(proposal, isDiff: arguments.flag("diff"))
    return .clean
  }

  /// Prints what was done, and what is left to people.
  private static func show(_ proposal: Proposal, isDiff: Bool) {
    var lines: [String] = []
    if !isDiff { lines.append(proposal.sentence) }
    if proposal.waiting > 0 {
      lines.append("\(proposal.waiting) more wait: run it again, or with a higher --limit")
    }
    let rest = proposal.restLines
    if !rest.isEmpty { lines += ["", "For you to look at:"] + rest }
    // What can be applied as a patch is not to be mixed with words.
    let text = WorkflowLog.neutralized(lines.joined(separator: "\n"))
    if !isDiff { print(text) } else if !lines.isEmpty { printError(text) }
  }

  /// Reads how many entries are to be changed at most.
  static func limit(_ arguments: Arguments) throws(UsageError) -> Int? {
    guard let text = arguments.value("limit") else { return nil }
    guard let limit = Int(text), (1...10_000).contains(limit) else {
      throw UsageError("'\(text)' is not a number of entries from 1 to 10000", of: specification)
    }
    return limit
  }
}
