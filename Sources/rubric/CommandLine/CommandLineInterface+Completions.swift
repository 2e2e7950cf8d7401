/// A shell that completes the program's command line.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

extension CommandLineInterface {
  /// Returns the script by which a shell completes commands, options and the values of options.
  func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: bashCompletions
    case .zsh: zshCompletions
    case .fish: fishCompletions
    }
  }

  private var commandNames: [String] { commands.map(\.name) }

  // MARK: - bash

  private var bashCompletions: String {
    let cases = commands.map { command -> String in
      let valued = command.allOptions.compactMap { option -> String? in
        guard let value = option.value else { return nil }
        let words =
          option.choices.isEmpty
          ? Self.isFile(value) ? "_filedir" : Self.asked(value).map(Self.bashAction) ?? ":"
          : "COMPREPLY=($(compgen -W '\(option.choices.joined(separator: " "))' -- \"$current\"))"
        let action = option.name == "list" ? Self.bashAction(.lists) : words
        return "        --\(option.name)) \(action); return ;;"
      }
      let options = command.allOptions.map { "--\($0.name)" }.joined(separator: " ")
      let operand = Self.bashOperands(of: command)
      return """
            \(command.name))
              case "$previous" in
        \(valued.joined(separator: "\n"))
              esac
              if [[ $current == -* ]]; then
                COMPREPLY=($(compgen -W '\(options)' -- "$current"))
              else
                \(operand)
              fi
              ;;
        """
    }
    return """
      # Completions of \(name) \(version) for bash; written by `\(name) completions bash`.
      # Completes a word by lines. (compgen -W would run the commands that it finds in them.)
      _\(name)_lines() {
        local line
        while IFS= read -r line; do
          [[ $line == "${1//\\/}"* ]] && COMPREPLY+=("$(printf %q "$line")")
        done
      }
      # With bash-completion there is a better one of this name.
      declare -F _filedir >/dev/null || _filedir() {
        COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
      }
      _\(name)() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}"
        COMPREPLY=()
        # Bash takes '--format=js' apart at its '='.
        if [[ $current == = ]]; then
          current=
        elif [[ $previous == = ]]; then
          previous="${COMP_WORDS[COMP_CWORD - 2]}"
        fi
        if ((COMP_CWORD == 1)); then
          COMPREPLY=($(compgen -W '\((commandNames + ["--help", "--version"]).joined(separator: " "))' -- "$current"))
          return
        fi
        case "${COMP_WORDS[1]}" in
            help) COMPREPLY=($(compgen -W '\(commandNames.joined(separator: " "))' -- "$current")) ;;
      \(cases.joined(separator: "\n"))
        esac
      }
      complete -F _\(name) \(name)

      """
  }

  private static func bashOperands(of command: CommandSpecification) -> String {
    guard let operand = command.operands.first else { return ":" }
    if !operand.choices.isEmpty {
      return
        "COMPREPLY=($(compgen -W '\(operand.choices.joined(separator: " "))' -- \"$current\"))"
    }
    if isFile(operand.name) { return "_filedir" }
    return asked(operand.name).map(bashAction) ?? ":"
  }

  private static func bashAction(_ asked: Asked) -> String {
    "_rubric_lines \"$current\" < <(\(asked.command))"
  }

  // MARK: - zsh

  private var zshCompletions: String {
    let names = commands.map { "    \(quoted("\($0.name):\($0.abstract)"))" }
    let cases = commands.map { command -> String in
      var specifications = command.allOptions.map { option -> String in
        let head = "--\(option.name)\(option.value == nil ? "" : "=")[\(bracketed(option.help))]"
        guard let value = option.value else { return quoted("*" + head) }
        let action = Self.zshAction(option.name == "list" ? "list" : value, option.choices)
        return quoted("*\(head):\(value):\(action)")
      }
      for (place, operand) in command.operands.enumerated() {
        let action = Self.zshAction(operand.name, operand.choices)
        let position = operand.isRepeated ? "*" : "\(place + 1):"
        specifications.append(quoted("\(position):\(operand.name):\(action)"))
      }
      return """
            \(command.name))
              _arguments -S \\
                \(specifications.joined(separator: " \\\n          "))
              ;;
        """
    }
    let functions = Asked.allCases.map { asked in
      """
      _\(name)_\(asked)() {
        local -a lines
        lines=(${(f)"$(\(asked.command))"})
        compadd -a lines
      }
      """
    }
    return """
      #compdef \(name)
      # Completions of \(name) \(version) for zsh; written by `\(name) completions zsh`.
      \(functions.joined(separator: "\n"))
      _\(name)() {
        local -a commands
        commands=(
      \(names.joined(separator: "\n"))
        )
        if ((CURRENT == 2)); then
          _describe command commands
          return
        fi
        local command="$words[2]"
        shift words
        ((CURRENT--))
        case "$command" in
      \(cases.joined(separator: "\n"))
        esac
      }
      if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
        _\(name) "$@"
      else
        compdef _\(name) \(name)
      fi

      """
  }

  private static func zshAction(_ value: String, _ choices: [String]) -> String {
    if !choices.isEmpty { return "(\(choices.joined(separator: " ")))" }
    if value == "dir" { return "_files -/" }
    if value == "list" { return "_rubric_lists" }
    if isFile(value) { return "_files" }
    return asked(value).map { "_rubric_\($0)" } ?? " "
  }

  /// A description inside of brackets.
  private func bracketed(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
      .replacing(":", with: "\\:")
  }

  // MARK: - fish

  private var fishCompletions: String {
    var lines = [
      "# Completions of \(name) \(version) for fish; written by `\(name) completions fish`.",
      "complete -c \(name) -f",
      "complete -c \(name) -n __fish_use_subcommand -l version -d 'Print the version'",
      "complete -c \(name) -n __fish_use_subcommand -l help -d 'Show the help'",
    ]
    for command in commands {
      lines.append(
        "complete -c \(name) -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.abstract))"
      )
      let condition = "complete -c \(name) -n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.allOptions {
        var line = "\(condition) -l \(option.name)"
        if let value = option.value {
          line += option.choices.isEmpty && Self.isFile(value) ? " -r -F" : " -x"
          if !option.choices.isEmpty {
            line += " -a \(quoted(option.choices.joined(separator: " ")))"
          } else if let asked = Self.asked(value) {
            line += " -a \"(\(asked.command))\""
          }
        }
        lines.append(line + " -d \(quoted(option.help))")
      }
      guard let operand = command.operands.first else { continue }
      if !operand.choices.isEmpty {
        lines.append("\(condition) -a \(quoted(operand.choices.joined(separator: " ")))")
      } else if Self.isFile(operand.name) {
        lines.append("\(condition) -F")
      } else if let asked = Self.asked(operand.name) {
        lines.append("\(condition) -a \"(\(asked.command))\"")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - What values are

  /// Tells whether a placeholder stands for a file or a folder.
  private static func isFile(_ value: String) -> Bool { ["dir", "file", "path"].contains(value) }

  /// What is asked for when somebody completes a word.
  private enum Asked: CaseIterable {
    case lists
    case revisions
    case rules
    case sections

    /// The command that prints the words, a line each, in all three shells.
    var command: String {
      switch self {
      case .lists: "git ls-files '*.md' '*.markdown' 2>/dev/null"
      case .revisions:
        "git for-each-ref --format='%(refname:short)' 2>/dev/null; echo HEAD"
      case .rules: "rubric rules --names 2>/dev/null"
      case .sections: "rubric export --sections 2>/dev/null"
      }
    }
  }

  /// Returns what a placeholder stands for.
  private static func asked(_ value: String) -> Asked? {
    switch value {
    case "base", "head", "rev": .revisions
    case "heading": .sections
    case "rule": .rules
    default: nil
    }
  }

  /// Returns text as one word of each of the three shells.
  private func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
