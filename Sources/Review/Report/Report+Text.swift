internal import Classifier
internal import Rules

extension Report {
  /// The report for a terminal: a frame for each entry, then one line that counts.
  ///
  /// Text of the list never reaches the terminal with its control characters. Excerpts are at most
  /// `width` columns wide; what should be copied is shown whole.
  package func text(style: TerminalStyle, width: Int = 100) -> String {
    var lines: [String] = []
    for list in lists {
      for report in list.entryReports {
        lines += report.frame(style: style, width: width)
        lines.append("")
      }
      if let legend = list.legendChange.sentence {
        lines += [style.dim("\(list.path.withVisibleControls): \(legend)"), ""]
      }
    }
    for list in lists where !(list.settings?.lessons.isEmpty ?? true) {
      guard let sentence = list.settings?.sentence else { continue }
      lines.append(style.dim("\(list.path.withVisibleControls) is read \(sentence)"))
    }
    lines.append(summary(style: style))
    return lines.joined(separator: "\n")
  }

  /// One line that counts.
  func summary(style: TerminalStyle) -> String {
    let changes = Change.Kind.allCases.compactMap { kind -> String? in
      let count = count(of: kind)
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    let severities = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = count(of: severity)
      return count == 0 ? nil : style.colour(severity, counted(count, severity.rawValue))
    }
    let entries =
      changes.isEmpty ? "no entry is touched" : "entries: " + changes.joined(separator: ", ")
    guard !severities.isEmpty else { return "\(style.good("nothing to report")) (\(entries))" }
    return "\(severities.joined(separator: ", ")) (\(entries))"
  }
}

/// Returns a number and a noun, in the plural where it belongs.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

extension LegendChange {
  /// What to tell a contribution that changes the tags it is judged by; nil where it does not.
  var sentence: String? {
    func quoted(_ names: [String]) -> String {
      names.map { "'\($0.withVisibleControls)'" }.joined(separator: ", ")
    }
    let parts = [
      added.isEmpty ? nil : "declares \(quoted(added))",
      removed.isEmpty ? nil : "no longer declares \(quoted(removed))",
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "the legend " + parts.joined(separator: " and ")
  }
}

extension EntryReport {
  fileprivate func frame(style: TerminalStyle, width: Int) -> [String] {
    var place = "\(path.withVisibleControls):\(lines.lowerBound)"
    if lines.count > 1 { place += "-\(lines.upperBound - 1)" }
    var heading = style.bold(place)
    if let change { heading += "  \(change.kind.rawValue)" }
    if let section = change?.head?.section, !section.isEmpty {
      heading += style.dim("  in " + section.joined(separator: " > ").withVisibleControls)
    }
    var frame = [heading]
    for located in findings {
      let finding = located.finding
      let old = located.isIntroduced ? "" : style.dim("  (was there before)")
      frame.append("")
      frame.append(
        "  \(style.colour(finding.severity, finding.severity.rawValue)): \(finding.message.plain)  "
          + style.dim("[\(finding.rule)]") + old
      )
      frame += excerpt(located, style: style, width: width)
    }
    if let suggestion {
      frame.append("")
      if suggestion.replacement.isEmpty {
        frame.append("  the line should go")
      } else {
        frame.append("  it should read:")
        for line in suggestion.replacement.split(separator: "\n", omittingEmptySubsequences: false)
        {
          frame.append("    " + style.good(String(line).withVisibleControls))
        }
      }
    }
    return frame
  }

  /// The part of the line that holds the finding, with carets under it.
  private func excerpt(_ located: LocatedFinding, style: TerminalStyle, width: Int) -> [String] {
    let texts = text.utf8.split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    let index = located.line - lines.lowerBound
    guard texts.indices.contains(index) else { return [] }
    let bytes = Array(texts[index])
    let start = min(located.column - 1, bytes.count)
    let end =
      located.endLine == located.line ? min(located.endColumn - 1, bytes.count) : bytes.count
    let before = String(decoding: bytes[..<start], as: UTF8.self).withVisibleControls
    let meant = String(decoding: bytes[start..<max(start, end)], as: UTF8.self).withVisibleControls
    let after = String(decoding: bytes[max(start, end)...], as: UTF8.self).withVisibleControls

    // What is meant comes first; what stands around it gets the room that is left.
    let shown = meant.prefix(columns: max(12, width - 40))
    let room = max(16, width - 8 - shown.columns)
    let lead = before.suffix(columns: max(room / 2, room - after.columns))
    let trail = after.prefix(columns: room - lead.columns)
    let line = lead + shown + trail
    let carets = String(repeating: "^", count: max(1, shown.columns))
    return [
      "    \(style.dim("|")) \(line)",
      "    \(style.dim("|")) \(String(repeating: " ", count: lead.columns))"
        + style.colour(located.finding.severity, carets),
    ]
  }
}

extension String {
  /// How many columns of a terminal the text takes.
  fileprivate var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

  /// The beginning of the text, as much as fits; an ellipsis says that something was left out.
  fileprivate func prefix(columns limit: Int) -> String {
    guard columns > limit else { return self }
    var prefix = String.UnicodeScalarView()
    var width = 1
    for scalar in unicodeScalars {
      width += scalar.columns
      if width > limit { break }
      prefix.append(scalar)
    }
    return String(prefix) + "\u{2026}"
  }

  /// The end of the text, as much as fits.
  fileprivate func suffix(columns limit: Int) -> String {
    guard columns > limit else { return self }
    var suffix: [Unicode.Scalar] = []
    var width = 1
    for scalar in unicodeScalars.reversed() {
      width += scalar.columns
      if width > limit { break }
      suffix.append(scalar)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: suffix.reversed())
    return "\u{2026}" + String(view)
  }
}

extension Unicode.Scalar {
  /// Two for East Asian wide characters and emoji, none for what joins the one before, else one.
  fileprivate var columns: Int {
    switch value {
    case 0x0300...0x036F, 0x200B...0x200D, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
