/// `rubric completions`: the script by which a shell completes the command line.
enum CompletionsCommand: Command {
  static let specification = CommandSpecification(
    name: "completions",
    abstract: "Print a shell's completions.",
    audience: .shell,
    discussion: """
      For bash, put `source <(rubric completions bash)` into ~/.bashrc; for zsh, write the output to a file
      _rubric in a folder of $fpath; for fish, to ~/.config/fish/completions/rubric.fish.
      """,
    operands: [
      .init(name: "shell", choices: Shell.allCases.map(\.rawValue), help: "The shell.")
    ]
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard let shell = arguments.operand(0).flatMap(Shell.init) else {
      throw UsageError("name the shell", of: specification)
    }
    print(Rubric.interface.completions(for: shell), terminator: "")
    return .clean
  }
}
