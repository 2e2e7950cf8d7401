internal import FoundationEssentials
internal import GitHub
internal import HTTP
internal import Review
internal import Rules

/// `rubric review`: says on a pull request what `check` finds.
enum ReviewCommand: Command {
  static let specification = CommandSpecification(
    name: "review",
    abstract: "Review a pull request on GitHub, or show in the job what was pushed.",
    discussion: """
      In GitHub Actions the event says what is reviewed; elsewhere GITHUB_REPOSITORY (owner/name),
      GITHUB_TOKEN and --pull-request do. GITHUB_API_URL and GITHUB_SERVER_URL name another server.
      Objects come from the repository at --repo, or in the workspace or this folder if there is one, as
      far as it has them, else from GitHub.
      """,
    options: [
      .init(name: "pull-request", value: "number", help: "The pull request to review."),
      .init(
        name: "dry-run",
        help: "Print the requests that would be written, as JSON, and send none of them."
      ),
      .init(
        name: "degrade",
        help: "Show in the job what cannot be posted, instead of failing. Default in Actions."
      ),
      .init(name: "no-degrade", help: "Fail where something cannot be posted."),
      .init(
        name: "account",
        value: "login",
        help: "The token's account, where that is an app's other than GitHub Actions'."
      ),
      .init(name: "ca-file", value: "file", help: "Certificate authorities to trust, in PEM form."),
      .init(
        name: "fail-on",
        value: "severity",
        choices: Severity.allCases.map(\.rawValue) + ["never"],
        help: "The least severity for which the exit status is 1. Default: error."
      ),
    ] + RepositoryOptions.options
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let variables = ProcessInfo.processInfo.environment
    let environment = try ActionsEnvironment(variables)
    let named = RepositoryOptions(arguments)
    var options = ReviewRun.Options()
    options.local = LocalObjects(
      folder: arguments.value("repo") ?? environment.workspace ?? ".",
      isRequired: arguments.value("repo") != nil,
      trustsOwner: named.trustsOwner
    )
    options.lists = named.lists
    options.pullRequest = try pullRequest(arguments, environment)
    options.isDryRun = arguments.flag("dry-run")
    options.degrades =
      !arguments.flag("no-degrade") && (arguments.flag("degrade") || environment.isActions)
    options.account = arguments.value("account")
    let configuration = CurlTransport.Configuration(
      userAgent: "rubric/\(Rubric.version)",
      authoritiesFile: arguments.value("ca-file"),
      environment: variables
    )
    let run = ReviewRun(
      options,
      in: environment,
      by: try named.rulebook.map { try Rulebook(file: $0) },
      over: CurlTransport(configuration)
    )
    let outcome = try waiting { try await run.run() }
    if options.isDryRun {
      print(outcome.requests ?? "[]")
      printError(WorkflowLog.neutralized(outcome.plan?.page ?? outcome.summary?.markdown ?? ""))
      for line in outcome.logLines { printError(line) }
    } else {
      try outcome.write(to: environment)
      for line in outcome.logLines { print(line) }
    }
    let severity = Severity(rawValue: arguments.value("fail-on") ?? "error")
    guard let severity, let report = outcome.report else { return .clean }
    return report.hasFindings(atLeast: severity) ? .findings : .clean
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
      throw UsageError("'\(text)' is no number of a pull request", of: specification)
    }
    return number
  }
}
