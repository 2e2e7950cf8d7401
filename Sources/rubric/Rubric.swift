internal import GitHub
// The standard streams are globals of C, which Swift would not let anybody name.
@unsafe @preconcurrency internal import Glibc
internal import Review
internal import Text
internal import YAML

/// The program: chooses a command and turns what it throws into an exit status.
@main
enum Rubric {
  static let version = Distribution.version

  private static let commands: [any Command.Type] = [
    Check.self, InitCommand.self, ReviewCommand.self, FixCommand.self, AddCommand.self,
    SweepCommand.self, AnswerCommand.self, RulesCommand.self, Export.self, PageCommand.self,
    Demo.self, CompletionsCommand.self, ManualCommand.self,
  ]

  /// The command line as a whole.
  static var interface: CommandLineInterface {
    CommandLineInterface(
      name: "rubric",
      version: version,
      abstract: abstract,
      discussion: discussion,
      commands: commands.map { $0.specification },
      statuses: [
        (0, "Nothing to report at the level of --fail-on."), (1, "Findings."),
        (2, "The command line or a rulebook is wrong."), (3, "Git, the network or GitHub failed."),
      ]
    )
  }

  private static let abstract = "Reviews contributions to curated Markdown lists."
  private static let discussion = """
    Rubric compares two versions of a list, finds the entries that were added, changed, moved or removed,
    checks them against the list's own rules, and shows what each should read. Without a rulebook, it
    learns the rules from the list.
    """

  static func main() {
    do {
      let status = try run(Array(CommandLine.arguments.dropFirst()))
      try OutputError.check()
      exit(status.rawValue)
    } catch {
      // In GitHub Actions the log is read for commands.
      printError(WorkflowLog.neutralized("rubric: \(error)"))
      exit(ExitStatus(error).rawValue)
    }
  }

  private static func run(_ words: [String]) throws -> ExitStatus {
    guard let first = words.first, first != "--help", first != "-h", words != ["help"] else {
      print(helpPage)
      return words.isEmpty ? .rejected : .clean
    }
    // `rubric help check` is `rubric check --help`.
    let words = first == "help" ? Array(words[1...1]) + ["--help"] : words
    let name = words[0]
    if name == "--version" {
      print(version)
      return .clean
    }
    guard let command = commands.first(where: { $0.specification.name == name }) else {
      let names = commands.map { $0.specification.name }
      let nearest = names.nearest(to: name).map { "; did you mean '\($0)'?" } ?? ""
      throw UsageError("there is no command '\(name)'\(nearest)")
    }
    let arguments = try Arguments(Array(words.dropFirst()), of: command.specification)
    if arguments.flag("help") {
      print(command.specification.helpPage, terminator: "")
      return .clean
    }
    return try command.run(arguments)
  }

  private static var helpPage: String {
    let groups = CommandSpecification.Audience.allCases.map { audience in
      let members = commands.map { $0.specification }.filter { $0.audience == audience }
      return "\(audience.rawValue):\n" + table(members.map { ($0.name, $0.abstract) })
    }
    return """
      \(abstract)

      \(discussion)

        rubric demo              see it work on a sample list
        rubric check             check what you changed in your work tree
        rubric check --all       check the whole list
        rubric fix               write the safe corrections to your work tree
        rubric sweep             bring published preprints and moved repositories up to date
        rubric page --out site   make a page of the list, with search, pictures and a feed

      \(groups.joined(separator: "\n"))
      'rubric <command> --help' says more about a command. This is version \(version).

      Exit status: 0 nothing to report, 1 findings, 2 the command line or a rulebook is wrong, 3 git, the
      network or GitHub failed.
      """
  }
}

/// What was printed did not get where it should.
private struct OutputError: Error, CustomStringConvertible {
  /// The system's error number, where it is known.
  let number: Int32?

  /// Sees that all that was printed is written; what is not may be half of an answer.
  static func check() throws {
    if fflush(nil) != 0 { throw OutputError(number: errno) }
    // One that failed in between is known by nothing but this mark.
    if unsafe ferror(stdout) != 0 { throw OutputError(number: nil) }
  }

  var description: String {
    let reason = number.map { number in
      ": " + (unsafe String(cString: strerror(number)).lowercased())
    }
    return "cannot write all of the output\(reason ?? ""); check that there is room for it"
  }
}

/// Writes a line to standard error, after all that was printed before: where both are one file, neither is
/// to land inside the other.
func printError(_ message: String, terminator: String = "\n") {
  // What cannot be written is told when the program ends.
  _ = fflush(nil)
  let line = Array((message + terminator).utf8)
  _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
