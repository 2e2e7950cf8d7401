/// The program's command line as a whole: what completions and the manual page are made from.
struct CommandLineInterface: Sendable {
  let name: String
  let version: String
  /// One line: what the program does.
  let abstract: String
  /// What somebody wants to know who has never used it.
  let discussion: String
  let commands: [CommandSpecification]
  /// What an exit status means.
  let statuses: [(Int32, String)]
}
