/// `rubric manual`: the manual page.
enum ManualCommand: Command {
  static let specification = CommandSpecification(
    name: "manual",
    abstract: "Print the manual page, for man(1).",
    audience: .shell,
    discussion: "To read it: `rubric manual | man -l -`."
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    print(Rubric.interface.manualPage, terminator: "")
    return .clean
  }
}
