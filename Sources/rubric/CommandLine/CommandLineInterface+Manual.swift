extension CommandLineInterface {
  /// The manual page, in the language of man(7).
  var manualPage: String {
    var page = [
      ".TH \(roff(name.uppercased())) 1 \"\" \"\(roff("\(name) \(version)"))\" \"User Commands\"",
      ".SH NAME",
      "\(roff(name)) \\- \(roff(abstract.prefix(1).lowercased() + abstract.dropFirst()))",
      ".SH SYNOPSIS",
    ]
    for command in commands {
      let operands = command.operands.map {
        " [\\fI\(roff($0.name))\\fR]" + ($0.isRepeated ? "..." : "")
      }.joined()
      page += [".B \(roff("\(name) \(command.name)"))", "[\\fIoptions\\fR]\(operands)", ".br"]
    }
    page += [".SH DESCRIPTION", roff(discussion), ".SH COMMANDS"]
    for command in commands {
      page += [".SS \(roff("\(name) \(command.name)"))", roff(command.abstract)]
      if !command.discussion.isEmpty { page += paragraphs(of: command.discussion) }
      for operand in command.operands {
        page += [".TP", "\\fI\(roff(operand.name))\\fR", roff(operand.help)]
      }
      for option in command.allOptions {
        let value = option.value.map { " \\fI\(roff($0))\\fR" } ?? ""
        page += [".TP", "\\fB\(roff("--\(option.name)"))\\fR\(value)", roff(option.text)]
      }
    }
    page.append(".SH \"EXIT STATUS\"")
    for (status, meaning) in statuses { page += [".TP", "\(status)", roff(meaning)] }
    return page.joined(separator: "\n") + "\n"
  }

  /// Returns paragraphs, and items that begin with a dash, as requests and text.
  private func paragraphs(of text: String) -> [String] {
    var lines = [".PP"]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        lines.append(".PP")
      } else if line.hasPrefix("- ") {
        lines += [".IP \\(bu 2", roff(line.dropFirst(2))]
      } else {
        lines.append(roff(String(line.drop { $0 == " " })))
      }
    }
    return lines
  }

  /// Returns text that the formatter shows as it is: no line of it is a request, and a dash is the
  /// character that somebody can copy into a command line.
  private func roff(_ text: some StringProtocol) -> String {
    var written = ""
    for character in text {
      switch character {
      case "\\": written += "\\e"
      case "-": written += "\\-"
      case "'" where written.isEmpty || written.last == "\n": written += "\\(aq"
      case "." where written.isEmpty || written.last == "\n": written += "\\&."
      case "\"": written += "\\(dq"
      default: written.append(character)
      }
    }
    return written
  }
}
