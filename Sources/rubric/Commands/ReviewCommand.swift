internal import ArgumentParser
internal import FoundationEssentials
internal import GitHub
internal import HTTP
internal import Review
internal import Rules

/// `rubric review`: says on a pull request what `check` finds.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review a pull request on GitHub, or show in the job what was pushed.",
    discussion: """
      In GitHub Actions the event says what is reviewed; elsewhere GITHUB_REPOSITORY (owner/name),
      GITHUB_TOKEN and --pull-request do. GITHUB_API_URL and GITHUB_SERVER_URL name another server.
      """
  )

  @Option(
    help: ArgumentHelp(
      "A repository to read objects from, if it has them. (default: the workspace, or this folder)",
      valueName: "dir"
    )
  )
  var repo: String?

  @Option(help: ArgumentHelp("The pull request to review.", valueName: "number"))
  var pullRequest: Int?

  @Option(
    name: .customLong("list"),
    parsing: .singleValue,
    help: ArgumentHelp(
      "A list, by its path from the root of the repository; give it once for each. (default: README.md)",
      valueName: "path"
    )
  )
  var lists: [String] = []

  @Option(
    help: ArgumentHelp("A rulebook instead of the built-in one for papers.", valueName: "file")
  )
  var rulebook: String?

  @Option(
    help: ArgumentHelp("Certificate authorities to trust, in PEM form.", valueName: "file")
  )
  var caFile: String?

  @Option(
    help: ArgumentHelp(
      "The account the token speaks for, where that is an app's other than GitHub Actions'.",
      valueName: "login"
    )
  )
  var account: String?

  @Flag(help: "Print the requests that would be written, as JSON, and send none of them.")
  var dryRun = false

  @Flag(
    inversion: .prefixedNo,
    help: "Show in the job what cannot be posted, instead of failing. (default: in GitHub Actions)"
  )
  var degrade: Bool?

  @Option(help: "The least severity for which the exit status is 1.")
  var failOn = Check.FailOn.error

  func run() async throws {
    let variables = ProcessInfo.processInfo.environment
    let environment = try ActionsEnvironment(variables)
    if pullRequest == nil, environment.eventPath == nil {
      throw ValidationError("name the pull request with --pull-request")
    }
    var options = ReviewRun.Options()
    options.folder = repo ?? environment.workspace ?? "."
    options.lists = lists
    options.pullRequest = pullRequest
    options.isDryRun = dryRun
    options.degrades = degrade ?? environment.isActions
    options.account = account
    let transport = CurlTransport(
      .init(
        userAgent: "rubric/\(Rubric.version)",
        authoritiesFile: caFile,
        environment: variables
      )
    )
    let rulebook = try Rulebook.load(rulebook)
    let outcome = try await ReviewRun(options, in: environment, by: rulebook, over: transport).run()
    if dryRun {
      print(outcome.requests ?? "[]")
      printError(WorkflowLog.neutralized(outcome.plan?.page ?? outcome.summary?.markdown ?? ""))
    } else {
      try outcome.write(to: environment)
    }
    for line in outcome.logLines { dryRun ? printError(line) : print(line) }
    if let severity = failOn.severity, outcome.report?.hasFindings(atLeast: severity) ?? false {
      throw ExitCode(ExitStatus.findings.rawValue)
    }
  }
}
