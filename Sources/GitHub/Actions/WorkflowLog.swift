/// Text for a log that the runner of GitHub Actions reads.
///
/// The runner obeys a line that begins with `::name::`, and `##[name]` anywhere in a line.
package enum WorkflowLog {
  /// Returns a text that a person reads almost as it is and the runner does not obey.
  ///
  /// Both marks get an invisible character inside; control characters other than tab and line feed
  /// go, so the text cannot begin lines by a carriage return or talk to a terminal, and so does what
  /// turns the order of reading.
  package static func neutralized(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in withoutControls(text, keeping: "\n").unicodeScalars {
      let isMark =
        (scalar == ":" && scalars.last == ":")
        || (scalar == "[" && scalars.suffix(2).elementsEqual(["#", "#"]))
      if isMark { scalars.append("\u{200B}") }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// Returns the text without control characters, apart from tabs and line ends.
  static func withoutControls(_ text: String) -> String {
    withoutControls(text, keeping: "\r\n")
  }

  private static func withoutControls(_ text: String, keeping kept: String) -> String {
    let kept = kept.unicodeScalars
    let scalars = text.unicodeScalars.filter { scalar in
      scalar == "\t" || kept.contains(scalar)
        || !(scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
          || scalar == "\u{2028}" || scalar == "\u{2029}")
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
