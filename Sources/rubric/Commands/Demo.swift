/// `rubric demo`: the whole thing on a sample list.
enum Demo: Command {
  static let specification = CommandSpecification(
    name: "demo",
    abstract: "Show a review of a sample list."
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus { .clean }
}
