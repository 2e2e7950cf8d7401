/// What a command takes: the one declaration after its parsing and its help.
///
/// The parsing is our own because a library for it costs more than the rest of a small check: of the
/// 28 million instructions of a run on the sample list, 15 million were swift-argument-parser's.
struct CommandSpecification: Sendable {
  let name: String
  /// One line: what it does.
  let abstract: String
  /// Who needs it: where `rubric help` lists it.
  var audience = Audience.maintainer
  /// What somebody wants to know who has never used it.
  var discussion = ""
  var operands: [Operand] = []
  var options: [Option] = []

  /// Who needs a command, in the order in which the help names them.
  enum Audience: String, CaseIterable, Sendable {
    case newcomer = "To see it work"
    case contributor = "For everybody who edits a list"
    case maintainer = "For maintainers"
    case automation = "In GitHub Actions"
    case shell = "For your shell"
  }

  /// An argument that is told by its place.
  struct Operand: Sendable {
    let name: String
    /// The values it can have; empty where any will do.
    var choices: [String] = []
    /// Whether there can be several; only of the last.
    var isRepeated = false
    let help: String
  }

  /// An argument that is told by its name, with two dashes before it.
  struct Option: Sendable {
    let name: String
    /// What stands for its value in the help; nil for a flag, which has none.
    var value: String?
    /// The values it can have; empty where any will do.
    var choices: [String] = []
    let help: String
  }

  /// Help is an option of every command.
  static let help = Option(name: "help", help: "Show this.")

  /// Returns the option of a name.
  func option(_ name: String) -> Option? { allOptions.first { $0.name == name } }

  var allOptions: [Option] { options + [Self.help] }
}
