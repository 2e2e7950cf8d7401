internal import Text

/// YAML as it is written by hand: two spaces deeper for each level, comments after the lines.
package struct YAMLText {
  private var lines: [(text: String, comment: String?)] = []

  package init() {}

  /// The text, with the comments of neighbouring lines in one column.
  package var text: String {
    var text = ""
    var index = 0
    while index < lines.count {
      // Lines without a comment between two blocks keep these apart.
      var end = index
      while end < lines.count, lines[end].comment != nil, lines[end].text.count < Self.column {
        end += 1
      }
      let width = lines[index..<end].map(\.text.count).max() ?? 0
      for line in lines[index..<max(end, index + 1)] {
        text += line.text
        if let comment = line.comment {
          text += String(repeating: " ", count: max(0, width - line.text.count)) + "  # " + comment
        }
        text += "\n"
      }
      index = max(end, index + 1)
    }
    return text
  }

  /// Lines longer than this have their comment right after them.
  private static let column = 60

  package mutating func add(_ text: String, depth: Int = 0, comment: String? = nil) {
    lines.append((String(repeating: "  ", count: depth) + text, comment))
  }

  package mutating func comment(_ text: String, depth: Int = 0) { add("# " + text, depth: depth) }

  package mutating func blank() { lines.append(("", nil)) }
}

extension String {
  /// The text as a YAML scalar: in quotes, unless it is a plain word.
  package var yaml: String {
    let isPlain =
      utf8.allSatisfy { $0.isWordOrHyphen } && utf8.first.map { !$0.isDigitOrHyphen } ?? false
      && !["true", "false", "null", "yes", "no", "on", "off", "any", "y", "n"].contains(
        lowercased()
      )
    return isPlain ? self : quotedYAML
  }

  /// The text in double quotes.
  package var quotedYAML: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.properties.generalCategory == .control,
        _ where scalar.properties.generalCategory == .format,
        _ where scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF:
        let code = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\U" + String(repeating: "0", count: 8 - code.count) + code
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Sequence<String> {
  /// The texts as a YAML sequence on one line.
  package var yaml: String { "[" + map(\.yaml).joined(separator: ", ") + "]" }
}

extension UInt8 {
  fileprivate var isDigitOrHyphen: Bool { (0x30...0x39).contains(self) || self == 0x2D }

  fileprivate var isWordOrHyphen: Bool {
    isDigitOrHyphen || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == 0x5F
  }
}
