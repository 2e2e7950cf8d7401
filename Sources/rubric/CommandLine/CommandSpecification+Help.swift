extension CommandSpecification {
  /// How the command is written, in one line.
  var usage: String {
    let operands = operands.map { "[<\($0.name)>]" + ($0.isRepeated ? "..." : "") }
    return (["rubric", name, "[options]"] + operands).joined(separator: " ")
  }

  /// The page that `--help` prints.
  var helpPage: String {
    var page = "\(abstract)\n\nUsage: \(usage)\n"
    if !discussion.isEmpty { page += "\n\(discussion)\n" }
    if !operands.isEmpty {
      page += "\n" + table(operands.map { ("<\($0.name)>", $0.text) })
    }
    return page + "\nOptions:\n" + table(allOptions.map { ($0.label, $0.text) })
  }
}

extension CommandSpecification.Option {
  fileprivate var label: String { "--\(name)" + (value.map { " <\($0)>" } ?? "") }

  /// The help with the values it can have.
  var text: String { help.naming(choices) }
}

extension CommandSpecification.Operand {
  fileprivate var text: String { help.naming(choices) }
}

/// Returns rows of two columns, the second wrapped to a page of 100 columns.
func table(_ rows: [(String, String)]) -> String {
  let width = rows.map(\.0.utf8.count).max() ?? 0
  return rows.map { label, text in
    let padding = String(repeating: " ", count: width - label.utf8.count)
    let indentation = String(repeating: " ", count: width + 4)
    return "  \(label)\(padding)  " + text.wrapped(to: 96 - width, indentation) + "\n"
  }
  .joined()
}

extension String {
  fileprivate func naming(_ choices: [String]) -> String {
    choices.isEmpty ? self : "\(self) (\(choices.joined(separator: ", ")))"
  }

  fileprivate func wrapped(to width: Int, _ indentation: String) -> String {
    var lines: [String] = [""]
    for word in split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.utf8.count + 1 + word.utf8.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n" + indentation)
  }
}
