internal import GitHub
internal import Glibc
internal import YAML

/// The program: chooses a command and turns what it throws into an exit status.
@main
enum Rubric {
  static let version = "0.1.0"

  private static let commands: [any Command.Type] = [
    Check.self, InitCommand.self, ReviewCommand.self, FixCommand.self, RulesCommand.self,
    Export.self, PageCommand.self, Demo.self, CompletionsCommand.self, ManualCommand.self,
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
        (0, "Nothing to report at the level that was asked for."), (1, "Findings."),
        (2, "The command line or a rulebook is wrong."), (3, "Git, the network or GitHub failed."),
      ]
    )
  }

  private static let abstract = "Reviews contributions to curated Markdown lists."
  private static let discussion = """
    Rubric compares two versions of a list, finds the entries that were added, changed, moved or removed,
    holds the new ones against the list's own rules, and says what each should read.
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
    """
    \(abstract)

    \(discussion)

      rubric demo              see it work on a sample list
      rubric check             what is wrong with the changes in your work tree
      rubric check main HEAD   what is wrong with what HEAD brings to main
      rubric review            say it on a pull request, in GitHub Actions
      rubric export            the list as data: JSON, CSV or BibTeX
      rubric page --out DIR    the list as a page, with pictures and a feed
      rubric fix               write the safe corrections to your work tree

    Commands:
    \(table(commands.map { ($0.specification.name, $0.specification.abstract) }))
    'rubric <command> --help' says more of one; 'rubric --version' prints \(version).

    Exit status: 0 nothing to report, 1 findings, 2 the command line or a rulebook is wrong, 3 git, the
    network or GitHub failed.
    """
  }
}

/// What was printed did not get where it should.
private struct OutputError: Error, CustomStringConvertible {
  let number: Int32

  /// Sees that all that was printed is written; what is not may be half of an answer.
  static func check() throws {
    guard fflush(nil) != 0 else { return }
    throw OutputError(number: errno)
  }

  var description: String {
    let reason = unsafe String(cString: strerror(number)).lowercased()
    return "cannot write all of the output: \(reason); see that there is room where it goes"
  }
}

/// Writes a line to standard error.
func printError(_ message: String) {
  let line = Array((message + "\n").utf8)
  _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
