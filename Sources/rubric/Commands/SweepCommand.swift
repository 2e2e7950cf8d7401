internal import Classifier
internal import Git
internal import GitHub
internal import Learning
internal import ListModel
internal import Markdown
internal import Review
internal import Rules
internal import Sweep

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

      With --pull-request, the list is read from GitHub, and the changes become one pull request from the
      branch 'rubric/sweep'. A later run brings it up to date. What was closed without merging, or reverted,
      is not proposed again. The token is read from GITHUB_TOKEN only: others on the machine could read an
      option. It must be able to write contents and pull requests.
      """,
    options: [
      .init(name: "diff", help: "Print the changes instead of writing them."),
      .init(
        name: "limit",
        value: "number",
        help:
          "The most entries to change, those first that have been out of date the longest. Default: all; 25 with --pull-request."
      ),
      .init(name: "offline", help: "Ask no registries, only what --bibliography names."),
      .init(name: "pull-request", help: "Make or update a pull request on GitHub."),
    ] + ActionsOptions.options(.repository, .apiURL, .serverURL, .stepSummary)
      + [ActionsOptions.account, ActionsOptions.authorities]
      + FactOptions.options.filter { $0.name != "online" } + [
        .init(
          name: "time-limit",
          value: "seconds",
          help: "The time for all registries together, waiting included. Default: 900."
        ), FactOptions.quiet,
      ] + RepositoryOptions.options
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let facts = try FactOptions(
      arguments,
      of: specification,
      within: .seconds(900),
      asksOnline: !arguments.flag("offline")
    )
    guard facts.isAsking else {
      throw UsageError("with '--offline', name a file with --bibliography", of: specification)
    }
    if arguments.flag("pull-request") { return try propose(arguments, asking: facts) }
    let limit = try limit(arguments)
    let proposal = Proposal(try sweeps(arguments, asking: facts), limit: limit)
    if arguments.flag("diff") {
      try showDifference(proposal)
      return .clean
    }
    let options = RepositoryOptions(arguments)
    for list in proposal.lists where list.isChanged {
      try FixCommand.write(list.bytes, over: list.document.text.bytes, list.path, options)
    }
    let lines = [proposal.sentence] + proposal.notices + rest(proposal)
    print(WorkflowLog.neutralized(lines.joined(separator: "\n")))
    return .clean
  }

  /// Asks about the lists of the work tree.
  private static func sweeps(
    _ arguments: Arguments,
    asking facts: FactOptions
  ) throws -> [ListSweep] {
    let options = RepositoryOptions(arguments)
    let named = try options.rulebook.map { try Rulebook(file: $0) }
    let comparison = try Comparison(options, VersionOptions())
    let choice = try RulebookChoice(named, comparison, lookingAtAll: true)
    try comparison.warnOfRulebook(choice, lookingAtAll: true)
    var lists: [(path: String, base: SourceText, head: SourceText)] = []
    for path in try comparison.listPaths(choice) {
      let head = try comparison.headText(path)
      lists.append((path, try comparison.baseText(path, head: head), head))
    }
    let known = try facts.answers(
      about: lists.flatMap { ListSweep.entriesToAsk(base: $0.base, head: $0.head, by: choice) }
    )
    return lists.map { list in
      ListSweep(
        list.path,
        base: list.base,
        head: list.head,
        by: choice,
        year: comparison.ends.year,
        knowing: known
      )
    }
  }

  /// Makes one pull request of what there is to change.
  private static func propose(
    _ arguments: Arguments,
    asking facts: FactOptions
  ) throws -> ExitStatus {
    let actions = try ActionsOptions(arguments, of: specification)
    var options = RunOptions()
    options.lists = RepositoryOptions(arguments).lists
    let limit = try limit(arguments, most: 250) ?? SweepRun.usualLimit
    options.isDryRun = arguments.flag("diff")
    options.timeLimit = facts.timeLimit + .seconds(300)
    let job = try actions.job { try await facts.answers(about: $0, besides: $1) }
    let run = SweepRun(options, atMost: limit, in: job)
    let outcome = try actions.run { try await run.run() }
    if options.isDryRun {
      try showDifference(outcome.proposal)
      return .clean
    }
    let lines = [outcome.sentence] + outcome.proposal.notices
    print(
      WorkflowLog.neutralized((lines + rest(outcome.proposal)).joined(separator: "\n"))
    )
    if let path = actions.environment.stepSummaryPath {
      let text = MarkdownText.copied((lines + rest(outcome.proposal)).joined(separator: "\n"))
      try CommandFile(path: path)
        .append("### rubric sweep\n\n\(text)\n", limit: CommandFile.largestSummary - 1)
    }
    return .clean
  }

  /// Prints what would be changed, as a patch, and all else apart from it.
  private static func showDifference(_ proposal: Proposal) throws {
    for list in proposal.lists where list.isChanged {
      let old = list.document.text.bytes
      printForLog(try Repository.patch(from: old, to: list.bytes, path: list.path), terminator: "")
    }
    let lines = proposal.notices + rest(proposal)
    if !lines.isEmpty { printError(WorkflowLog.neutralized(lines.joined(separator: "\n"))) }
  }

  /// What is left to people, below a line that says so.
  private static func rest(_ proposal: Proposal) -> [String] {
    let lines = proposal.restLines
    return lines.isEmpty ? [] : ["", "\(proposal.restCount) for you to look at:"] + lines
  }

  /// Reads how many entries are to be changed at most.
  private static func limit(
    _ arguments: Arguments,
    most: Int = 100_000
  ) throws(UsageError) -> Int? {
    guard let text = arguments.value("limit") else { return nil }
    guard let limit = Int(text), (1...most).contains(limit) else {
      throw UsageError("'\(text)' is not a number of entries from 1 to \(most)", of: specification)
    }
    return limit
  }
}
