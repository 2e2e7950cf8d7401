internal import Text

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

  /// Returns JSON of the same meaning without anything that the runner obeys or that hides: such characters are
  /// written as escapes, and so is the second sign of `##`.
  package static func escaped(json: String) -> String {
    var text = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in json.unicodeScalars {
      let isHarmless =
        scalar == "\n"
        || !(scalar.isInvisible || scalar.properties.generalCategory == .format) || scalar == " "
      if isHarmless, !(scalar == "#" && last == "#") {
        text.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text.append(contentsOf: "\\u".unicodeScalars)
          text.append(contentsOf: String(repeating: "0", count: 4 - digits.count).unicodeScalars)
          text.append(contentsOf: digits.unicodeScalars)
        }
      }
      last = scalar
    }
    return String(text)
  }

  /// Returns the text of a command without what the runner obeys inside one, and without control characters
  /// other than tabs and line ends.
  static func inert(_ text: String) -> String {
    withoutControls(text).replacing("##[", with: "##\u{200B}[")
  }

  /// Returns the text without control characters, apart from tabs and line ends.
  private static func withoutControls(_ text: String) -> String {
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
