internal import Classifier
internal import Learning
internal import ListModel
internal import Rules
internal import Text

extension Report {
  /// The report for a terminal: a frame for each entry, then one line that counts.
  ///
  /// Text of the list never reaches the terminal with its control characters. Excerpts are at most
  /// `width` columns wide; what should be copied is shown whole. A quiet report has the findings alone.
  /// `fix` is the command that writes what somebody has to agree with.
  package func text(
    style: TerminalStyle,
    width: Int = 100,
    isQuiet: Bool = false,
    fix: String = "rubric fix --unsafe"
  ) -> String {
    var text = ""
    func add(_ line: String) {
      text += line
      text += "\n"
    }
    for list in lists {
      let frames = list.entryReports.concurrentMap { report in
        // Here and not below, where one processor has to do it all.
        report.frame(
          style: style,
          width: width,
          fix: report.command(fix, leavingHabits: looksAtAll)
        )
        .map { $0 + "\n" }.joined()
      }
      frames.forEach(add)
      guard !isQuiet else { continue }
      if let legend = list.legendChange.sentence {
        add(style.dim("\(list.path.withVisibleControls): \(legend)"))
        add("")
      }
    }
    for notice in lists.compactMap(\.readingNotice) {
      add("\(style.colour(.warning, "warning")): \(notice.plain)")
    }
    guard !isQuiet else { return String(text.dropLast()) }
    return text + conclusion(style: style)
  }

  /// How the lists were read, and one line that counts.
  func conclusion(style: TerminalStyle) -> String {
    var text = ""
    for list in lists where !(list.settings?.lessons.isEmpty ?? true) {
      guard let settings = list.settings,
        let sentence = hasRulebookAtHead ? settings.evidence : settings.sentence
      else { continue }
      text += style.dim("\(list.path.withVisibleControls) is read \(sentence)") + "\n"
    }
    return text + summary(style: style)
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
      looksAtAll
      ? wholeLists
      : changes.isEmpty ? "no entry is touched" : "entries: " + changes.joined(separator: ", ")
    if looksAtAll, lists.allSatisfy(\.document.entries.isEmpty), severities.isEmpty {
      return
        "no entry was found in \(lists.map(\.path.withVisibleControls).joined(separator: ", "))"
    }
    if severities.isEmpty, lists.contains(where: { $0.readingNotice != nil }) {
      return "\(style.colour(.warning, "hardly anything was understood")) (\(entries))"
    }
    guard !severities.isEmpty else {
      let isClean = lists.allSatisfy(\.findings.isEmpty)
      return "\(style.good(isClean ? "nothing to report" : "nothing new to report")) (\(entries))"
    }
    return "\(severities.joined(separator: ", ")) (\(entries))"
  }
}

extension Report {
  /// How many of all entries something was found on.
  private var wholeLists: String {
    let total = lists.reduce(0) { $0 + $1.document.entries.count }
    let lines = lists.reduce(0) { count, list in
      count + Set(list.findings.filter { $0.identity != nil }.map(\.lines)).count
    }
    return lines == 0
      ? counted(total, "entry", "entries")
      : "on \(lines) of \(counted(total, "entry", "entries"))"
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
  func frame(style: TerminalStyle, width: Int, fix: String) -> [String] {
    var place = "\(path.withVisibleControls):\(lines.lowerBound)"
    if lines.count > 1 { place += "-\(lines.upperBound - 1)" }
    var heading = style.bold(place)
    if let change { heading += "  \(change.kind.rawValue)" }
    if let section = change?.head?.section, !section.isEmpty {
      heading += style.dim("  in " + section.joined(separator: " > ").withVisibleControls)
    }
    var frame = [heading]
    let bytes = Array(text.utf8)
    let texts = bytes.lines.map { Array($0) }
    for located in findings {
      let finding = located.finding
      let old = located.isIntroduced ? "" : style.dim("  (was there before, so it does not count)")
      frame.append("")
      frame.append(
        "  \(style.colour(finding.severity, finding.severity.rawValue)): \(finding.message.plain)\(finding.evidence.map { ": " + $0.words } ?? "")  "
          + style.dim("[\(finding.rule)]") + old
      )
      let index = located.line - lines.lowerBound
      guard texts.indices.contains(index) else { continue }
      frame += excerpt(located, of: texts[index], style: style, width: width)
    }
    if let suggestion {
      frame.append("")
      if suggestion.replacement.isEmpty {
        frame.append("  delete this line")
      } else {
        // What somebody has to agree with is not written unasked.
        let doubt =
          suggestion.applicability == .safe
          ? "" : ", if you agree ('\(fix.withVisibleControls)' writes it)"
        frame.append("  \(isDuplicate ? "if it is to stay, " : "")\(findings.promise)\(doubt):")
        for line in Array(suggestion.replacement.utf8).lines {
          let text = String(decoding: line, as: UTF8.self).withVisibleControls
          frame.append("    " + style.good(text))
        }
      }
    }
    return frame
  }

  /// Returns the command that writes the whole correction: where notes on habits are left as they are, their
  /// rules have to be named.
  func command(_ fix: String, leavingHabits: Bool) -> String {
    guard let suggestion else { return fix }
    let scope = CorrectionScope(.needsReview, leavesHabits: leavingHabits)
    let isPartlyLeft = findings.contains {
      suggestion.rules.contains($0.finding.rule) && scope.leaves($0.finding)
    }
    return isPartlyLeft ? fix + suggestion.rules.map { " --rule \($0)" }.joined() : fix
  }

  /// Whether the entry may have to go, whatever it should read.
  private var isDuplicate: Bool {
    findings.contains { $0.isIntroduced && $0.finding.rule == DuplicateEntry.description.id }
  }

  /// The part of a line that holds the finding, with carets under it.
  private func excerpt(
    _ located: LocatedFinding,
    of bytes: [UInt8],
    style: TerminalStyle,
    width: Int
  ) -> [String] {
    let start = min(located.column - 1, bytes.count)
    let end =
      located.endLine == located.line ? min(located.endColumn - 1, bytes.count) : bytes.count
    let before = bytes.nearest(width, in: 0..<start, isBefore: true).withVisibleControls
    // No character of one column has as many bytes.
    let meant = bytes.string(start..<min(max(start, end), start + 64 * width)).withVisibleControls
    let after = bytes.nearest(width, in: max(start, end)..<bytes.count, isBefore: false)
      .withVisibleControls

    // What is meant comes first; what stands around it gets the room that is left.
    let shown = meant.prefix(columns: max(12, width - 40))
    let room = max(16, width - 8 - shown.columns())
    let lead = before.suffix(columns: max(room / 2, room - after.columns(upTo: room)))
    let trail = after.prefix(columns: room - lead.columns())
    let line = lead + shown + trail
    let carets = [UInt8](repeating: UInt8(ascii: "^"), count: max(1, shown.columns()))
    let blanks = [UInt8](repeating: .space, count: lead.columns())
    return [
      "    \(style.dim("|")) \(line)",
      "    \(style.dim("|")) \(String(decoding: blanks, as: UTF8.self))"
        + style.colour(located.finding.severity, String(decoding: carets, as: UTF8.self)),
    ]
  }
}

extension [UInt8] {
  /// The lines without their ends.
  fileprivate var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while let end = first(.newline, in: start..<count) {
      lines.append(self[start..<end])
      start = end + 1
    }
    return lines + [self[start...]]
  }

  /// Returns the part of a range that can be shown in some columns at one of its ends, and what tells
  /// that there is more.
  fileprivate func nearest(_ columns: Int, in range: Range<Int>, isBefore: Bool) -> String {
    func part(_ count: Int) -> Range<Int> {
      isBefore
        ? Swift.max(range.lowerBound, range.upperBound - count)..<range.upperBound
        : range.lowerBound..<Swift.min(range.upperBound, range.lowerBound + count)
    }
    let near = part(columns + 1)
    if self[near].allSatisfy({ $0 < 0x80 }) { return string(near) }
    // No character takes more than four bytes.
    return wholeCharacters(in: part(columns * 4))
  }

  /// Returns the text of a range, without what a cut left of a character at its ends.
  private func wholeCharacters(in range: Range<Int>) -> String {
    func isCut(_ index: Int) -> Bool { index < count && self[index] & 0xC0 == 0x80 }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isCut(start) { start += 1 }
    while end > start, isCut(end) { end -= 1 }
    return string(start..<end)
  }
}

extension [LocatedFinding] {
  /// Whether a correction of the entry leaves something of it to be mended by a person.
  var isLeftInPart: Bool {
    contains { $0.isIntroduced && $0.finding.severity > .note && !$0.isFixable }
      || !contains(where: \.isFixable)
  }

  /// What is said before the corrected entry.
  var promise: String {
    isLeftInPart ? "corrected as far as possible, it reads" : "it should read"
  }
}
