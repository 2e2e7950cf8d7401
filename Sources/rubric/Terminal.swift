internal import GitHub
internal import Glibc
internal import Review

extension TerminalStyle {
  /// Colours where standard output is a terminal that shows them, or somebody forces them
  /// (<https://force-color.org>), and nobody asked for none (<https://no-color.org>).
  static var standardOutput: TerminalStyle {
    let noColour = environment("NO_COLOR") ?? ""
    let forced = environment("FORCE_COLOR") ?? ""
    if noColour.isEmpty, !forced.isEmpty, forced != "0" { return .coloured }
    guard isatty(STDOUT_FILENO) == 1, noColour.isEmpty, environment("TERM") != "dumb"
    else { return .plain }
    return .coloured
  }
}

/// How many columns a line of standard output has; 100 where nobody knows.
var standardOutputWidth: Int {
  var size = winsize()
  let status = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
  guard status == 0, size.ws_col > 0 else { return 100 }
  return max(60, min(200, Int(size.ws_col)))
}

/// Returns the value of an environment variable, nil where it is not set.
func environment(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}

/// Prints text that quotes a list; in GitHub Actions, where the log is read for commands, in a form
/// that nothing obeys.
func printForLog(_ text: String, terminator: String = "\n") {
  print(isInActions ? WorkflowLog.neutralized(text) : text, terminator: terminator)
}

/// Prints JSON; in GitHub Actions with what could be obeyed or hide written as escapes, which mean the same.
func printJSON(_ json: String) {
  print(isInActions ? WorkflowLog.escaped(json: json) : json)
}

/// Prints a JSON value piece by piece: of a large list it is a hundred megabytes.
func printJSON(_ value: JSONValue) {
  let isInActions = isInActions
  value.write { piece in
    print(isInActions ? WorkflowLog.escaped(json: piece) : piece, terminator: "")
  }
  print()
}

private var isInActions: Bool { environment("GITHUB_ACTIONS") == "true" }
