internal import Adding
internal import FoundationEssentials
internal import GitHub
internal import HTTP
internal import Rules

/// `rubric answer`: answers the comment `/rubric add ID` in GitHub Actions.
enum AnswerCommand: Command {
  static let specification = CommandSpecification(
    name: "answer",
    abstract: "Answer the comment '/rubric add ID [in SECTION]' on an issue or a pull request.",
    audience: .automation,
    discussion: """
      On an issue, it makes a pull request with the entry; on a pull request, it answers with the entry to
      copy. Those who may write to the repository are obeyed, and nobody else. The token is read from
      GITHUB_TOKEN only: others on the machine could read an option.
      """,
    options: [
      .init(name: "event", value: "name", help: "Instead of GITHUB_EVENT_NAME."),
      .init(name: "event-path", value: "file", help: "Instead of GITHUB_EVENT_PATH."),
      .init(name: "api-url", value: "url", help: "Instead of GITHUB_API_URL."),
      .init(
        name: "account",
        value: "login",
        help: "The account that the token belongs to, if that is not GitHub Actions."
      ),
      .init(name: "ca-file", value: "file", help: "Certificate authorities to trust, in PEM form."),
      .init(
        name: "list",
        value: "path",
        help: "The list. Default: the rulebook's first, else README.md."
      ),
      .init(
        name: "rulebook",
        value: "file",
        help: "Use this rulebook instead of the repository's own."
      ),
      .init(name: "offline", help: "Ask no registries, only what --bibliography names."),
    ] + FactOptions.options.filter { $0.name != "online" } + [FactOptions.timeLimit]
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    if let text = arguments.value("api-url"), URI(text) == nil {
      throw UsageError(
        "'\(text)' in --api-url is not an http or https address without a user name",
        of: specification
      )
    }
    var variables = ProcessInfo.processInfo.environment
    for (option, variable) in [
      ("event", "GITHUB_EVENT_NAME"), ("event-path", "GITHUB_EVENT_PATH"),
      ("api-url", "GITHUB_API_URL"),
    ] {
      if let value = arguments.value(option) { variables[variable] = value }
    }
    let environment = try ActionsEnvironment(variables)
    let facts = try FactOptions(
      arguments,
      of: specification,
      within: .seconds(120),
      asksOnline: !arguments.flag("offline")
    )
    var options = AddRun.Options()
    options.list = arguments.value("list")
    options.account = arguments.value("account")
    options.timeLimit = facts.timeLimit + .seconds(300)
    let run = AddRun(
      options,
      in: environment,
      by: try arguments.value("rulebook").map { try Rulebook(file: $0) },
      asking: { try await facts.answers(about: $0, besides: []) },
      over: CurlTransport(
        CurlTransport.Configuration(
          userAgent: "rubric/\(Rubric.version)",
          authoritiesFile: arguments.value("ca-file"),
          environment: ProcessInfo.processInfo.environment
        )
      )
    )
    do {
      print(WorkflowLog.neutralized(try waiting { try await run.run() }))
    } catch {
      // The runner itself only says that a step failed.
      if environment.isActions {
        print(Annotation(.error, WorkflowLog.neutralized("\(error)"), title: "rubric").command)
      }
      throw error
    }
    return .clean
  }
}
