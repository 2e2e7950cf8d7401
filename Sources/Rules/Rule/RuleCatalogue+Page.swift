internal import Text

extension RuleCatalogue {
  /// Returns the rule ID a misspelt one most likely stands for.
  package static func nearest(to id: String) -> String? { ids.nearest(to: id) }

  /// One line for each rule.
  package static var list: String {
    let width = ids.map(\.utf8.count).max() ?? 0
    return all.map { rule in
      let description = rule.description
      let padding = String(repeating: " ", count: width - description.id.utf8.count)
      return "\(description.id)\(padding)  \(description.summary)"
    }
    .joined(separator: "\n")
  }

  /// The page that explains all rules, as it stands in `rules/README.md`.
  package static var page: String {
    var page = """
      # The rules

      What Rubric checks, why, and what it looks like. `rubric rules RULE` prints one of them. This page is
      made from the rules' own descriptions, by `.build/debug/rubric rules --catalogue > rules/README.md`, and
      each example runs as a test.

      "Fixed automatically: always" says that the rule knows how all that it reports should read. The
      correction is still left out where it would change more than what was found, and `rubric fix` needs
      `--unsafe` where the meaning might change.

      | rule | reports | severity | fixed automatically |
      | --- | --- | --- | --- |

      """
    for rule in all {
      let description = rule.description
      page +=
        "| [`\(description.id)`](#\(description.id)) | \(description.summary) "
        + "| \(description.severity.rawValue)\(rule.isOffByDefault ? ", off" : "") "
        + "| \(description.fixes.rawValue) |\n"
    }
    for rule in all {
      page += "\n" + rule.description.section(isOff: rule.isOffByDefault)
    }
    return page
  }
}

extension RuleDescription {
  /// The rule's section of the page.
  fileprivate func section(isOff: Bool) -> String {
    var section = "## \(id)\n\n\(summary) \(rationale)\n\n"
    section += "Severity: \(severity.rawValue). Fixed automatically: \(fixes.rawValue).\n"
    if isOff { section += "\nOff, until a rulebook gives it a severity.\n" }
    for example in examples where !example.messages.isEmpty {
      section += "\n````diff\n" + example.difference + "````\n"
      for message in example.messages.uniqued() { section += "\n- \(message)\n" }
    }
    return section
  }

  /// The rule for a terminal: what, why, and examples.
  package var explanation: String {
    var text =
      "\(id) (\(severity.rawValue), fixed automatically: \(fixes.rawValue))\n\n\(summary)\n\(rationale)\n"
    for example in examples {
      if example.messages.isEmpty {
        text += "\nFine:\n" + example.text.indented
        continue
      }
      if let base = example.base { text += "\nBefore:\n" + base.indented }
      text += "\nReported:\n" + example.plainText.indented
      for message in example.messages.uniqued() { text += "\n    => \(message)" }
      if let fixed = example.fixed {
        text +=
          fixed.isEmpty ? "\n  and the line should go" : "\n  and should read:\n" + fixed.indented
      }
      text += "\n"
    }
    return text
  }
}

extension Example {
  /// The text without the marks of findings.
  package var plainText: String { markedText.text }

  /// The text without the marks, and the byte offsets at which they stood.
  package var markedText: (text: String, marks: [Int]) {
    var plain = ""
    var marks: [Int] = []
    for character in text {
      // A keycap: a digit, a variation selector, a combining enclosing keycap.
      if character.unicodeScalars.contains("\u{20E3}") {
        marks.append(plain.utf8.count)
      } else {
        plain.append(character)
      }
    }
    return (plain, marks)
  }

  fileprivate var difference: String {
    let old = plainText.split(separator: "\n", omittingEmptySubsequences: false)
    if let base {
      return contribution(
        from: base.split(separator: "\n", omittingEmptySubsequences: false),
        to: old
      )
    }
    guard let fixed else { return old.map { "- \($0)\n" }.joined() }
    let new = fixed.isEmpty ? [] : fixed.split(separator: "\n", omittingEmptySubsequences: false)
    return old.map { "- \($0)\n" }.joined() + new.map { "+ \($0)\n" }.joined()
  }
}

/// Shows what a contribution changes, between what it leaves as it is.
private func contribution(from base: [Substring], to head: [Substring]) -> String {
  let start = zip(base, head).prefix { $0 == $1 }.count
  let rest = (base.dropFirst(start), head.dropFirst(start))
  let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
  return head.prefix(start).map { "  \($0)\n" }.joined()
    + rest.0.dropLast(end).map { "- \($0)\n" }.joined()
    + rest.1.dropLast(end).map { "+ \($0)\n" }.joined()
    + head.suffix(end).map { "  \($0)\n" }.joined()
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
      .joined(separator: "\n")
  }
}
