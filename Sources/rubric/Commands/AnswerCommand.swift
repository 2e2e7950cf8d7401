internal import Adding
internal import GitHub
internal import Review

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
    options: ActionsOptions.options(.event, .eventPath, .apiURL) + [
      ActionsOptions.account, ActionsOptions.authorities,
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
    let actions = try ActionsOptions(arguments, of: specification)
    let facts = try FactOptions(
      arguments,
      of: specification,
      within: .seconds(120),
      asksOnline: !arguments.flag("offline")
    )
    var options = RunOptions()
    options.lists = arguments.value("list").map { [$0] } ?? []
    options.timeLimit = facts.timeLimit + .seconds(300)
    let job = try actions.job { try await facts.answers(about: $0, besides: $1) }
    let run = AddRun(options, in: job)
    print(WorkflowLog.neutralized(try actions.run { try await run.run() }))
    return .clean
  }
}
