internal import ArgumentParser
internal import Git
internal import GitHub
internal import Glibc
internal import Review
internal import YAML

/// The program: chooses a command and turns what it throws into an exit status.
@main
struct Rubric: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "rubric",
    abstract: "Reviews contributions to curated Markdown lists.",
    discussion: """
      Rubric compares two versions of a list, finds the entries that were added, changed, moved or
      removed, holds the new ones against the list's own rules, and says what each should read.

        rubric demo              see it work on a sample list
        rubric check             what is wrong with the changes in your work tree
        rubric check main HEAD   what is wrong with what HEAD brings to main
        rubric review            say it on a pull request, in GitHub Actions
        rubric fix               write the safe corrections to your work tree

      Exit status: 0 nothing to report, 1 findings, 2 the command line or a rulebook is wrong,
      3 git, the network or GitHub failed.
      """,
    version: version,
    subcommands: [
      Check.self, ReviewCommand.self, FixCommand.self, RulesCommand.self, Demo.self,
    ]
  )

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let status = ExitStatus(error)
      let text = status == .rejected ? fullMessage(for: error) : "\(error)"
      switch error {
      case is ExitCode: break
      case is YAMLError, is GitError, is ListFileError, is GitHubError, is ListTextError:
        // In GitHub Actions the log is read for commands.
        printError("rubric: \(WorkflowLog.neutralized("\(error)"))")
      default: status == .clean ? print(fullMessage(for: error)) : printError(text)
      }
      Glibc.exit(status.rawValue)
    }
  }
}

/// What the program's exit status says.
enum ExitStatus: Int32 {
  /// Nothing to report at the level that was asked for.
  case clean = 0
  case findings = 1
  /// The command line or a rulebook is wrong.
  case rejected = 2
  /// Git, the file system, the network or GitHub failed.
  case failed = 3

  init(_ error: any Error) {
    switch error {
    case let code as ExitCode: self = ExitStatus(rawValue: code.rawValue) ?? .failed
    case is YAMLError: self = .rejected
    case is GitError, is ListFileError, is GitHubError, is ListTextError: self = .failed
    default: self = Rubric.exitCode(for: error) == .success ? .clean : .rejected
    }
  }
}

/// Writes a line to standard error.
func printError(_ message: String) {
  let line = Array((message + "\n").utf8)
  _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
