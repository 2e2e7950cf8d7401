internal import GitHub
internal import Review
internal import Rules

/// `rubric review`: says on a pull request what `check` finds.
enum ReviewCommand: Command {
  static let specification = CommandSpecification(
    name: "review",
    abstract: "Post a review on a pull request; for a push, show the findings in the job.",
    audience: .automation,
    discussion: """
      In GitHub Actions the event says what to review; elsewhere, name it with --repository and
      --pull-request. The token is read from GITHUB_TOKEN only: others on the machine could read an option.
      Files are read from the repository at --repo, in the workspace or in this folder. What is not there
      is read from GitHub.
      """,
    options: [.init(name: "pull-request", value: "number", help: "The pull request to review.")]
      + ActionsOptions.options(
        .repository,
        .event,
        .eventPath,
        .apiURL,
        .serverURL,
        .stepSummary,
        .output
      ) + [
        .init(
          name: "report",
          value: "file",
          help: "Also write the findings to this file, as 'check --format json' prints them."
        ),
        .init(
          name: "dry-run",
          help: "Print the requests that would be sent, as JSON, and send none."
        ),
        .init(
          name: "degrade",
          help:
            "If something cannot be posted, show it in the job instead of failing. Default in Actions."
        ),
        .init(name: "no-degrade", help: "Fail if something cannot be posted."),
        ActionsOptions.account,
        .init(
          name: "time-limit",
          value: "seconds",
          help: "The time limit for the whole run, with waiting. Default: 300."
        ),
        ActionsOptions.authorities,
        .init(
          name: "fail-on",
          value: "severity",
          choices: Severity.allCases.map(\.rawValue) + ["never"],
          help: "The lowest severity for which the exit status is 1. Default: error."
        ),
      ] + FactOptions.options + [FactOptions.quiet] + RepositoryOptions.options
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let actions = try ActionsOptions(arguments, of: specification)
    let environment = actions.environment
    let named = RepositoryOptions(arguments)
    var subject = ReviewRun.Subject()
    subject.local = LocalObjects(
      folder: arguments.value("repo") ?? environment.workspace ?? ".",
      isRequired: arguments.value("repo") != nil,
      trustsOwner: named.trustsOwner
    )
    subject.pullRequest = try pullRequest(arguments, environment)
    subject.degrades =
      !arguments.flag("no-degrade") && (arguments.flag("degrade") || environment.isActions)
    var options = RunOptions()
    options.lists = named.lists
    options.isDryRun = arguments.flag("dry-run")
    if let seconds = try timeLimit(arguments) { options.timeLimit = .seconds(seconds) }
    // The job that reviews has five minutes for everything.
    let facts = try FactOptions(arguments, of: specification, within: .seconds(120))
    let asking: ActionsJob.Asking = { try await facts.answers(about: $0, besides: $1) }
    let job = try actions.job(asking: facts.isAsking ? asking : nil)
    let run = ReviewRun(of: subject, options, in: job)
    // In a dry run standard output is for the requests.
    let outcome = try actions.run(isAnnotated: !options.isDryRun) { try await run.run() }
    return try show(outcome, arguments, in: environment)
  }

  /// Prints what the run has come to and writes what the job reads.
  private static func show(
    _ outcome: ReviewOutcome,
    _ arguments: Arguments,
    in environment: ActionsEnvironment
  ) throws -> ExitStatus {
    let severity = Severity(rawValue: arguments.value("fail-on") ?? "error")
    let path = arguments.value("report")
    let hasReport = try path.map(outcome.writeReport) ?? false
    let conclusion = outcome.conclusion(failingOn: severity, hasReport: hasReport)
    if arguments.flag("dry-run") {
      print(outcome.requests ?? "[]")
      printError(WorkflowLog.neutralized(outcome.plan?.page ?? outcome.summary?.markdown ?? ""))
      for line in outcome.logLines { printError(line) }
    } else {
      let isShown = try outcome.write(
        to: environment,
        conclusion,
        reportPath: hasReport ? path : nil
      )
      for line in outcome.logLines { print(line) }
      if outcome.isAnnotated, !isShown, let markdown = outcome.summary?.markdown {
        print(WorkflowLog.neutralized(markdown), terminator: "")
      }
    }
    switch conclusion {
    case .nothing, .clean: return .clean
    case .findings: return .findings
    case .failed:
      printError("rubric: \(ReviewOutcome.failure)")
      return .failed
    }
  }

  private static func timeLimit(_ arguments: Arguments) throws -> Int? {
    guard let text = arguments.value("time-limit") else { return nil }
    guard let seconds = Int(text), (1...86_400).contains(seconds) else {
      throw UsageError("'\(text)' is not a number of seconds up to a day", of: specification)
    }
    return seconds
  }

  private static func pullRequest(
    _ arguments: Arguments,
    _ environment: ActionsEnvironment
  ) throws -> Int? {
    guard let text = arguments.value("pull-request") else {
      if environment.eventPath != nil { return nil }
      throw UsageError("name the pull request with --pull-request", of: specification)
    }
    guard let number = Int(text), number > 0 else {
      throw UsageError("'\(text)' is not the number of a pull request", of: specification)
    }
    return number
  }
}
