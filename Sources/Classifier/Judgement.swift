internal import ListModel
internal import Markdown
internal import Rules
internal import Text

/// What was found on one entry, or on one line of the list, and what it should read instead.
struct Judgement {
  let lines: Range<Int>
  let findings: [LocatedFinding]
  let suppressed: [SuppressedFinding]
  let suggestion: Suggestion?

  /// A judgement on an entry.
  init(
    _ findings: [MarkedFinding],
    suppressed: [(finding: MarkedFinding, suppression: Suppression)] = [],
    on entry: Entry,
    at place: EntryPlace,
    in document: ListDocument,
    correction: Correction?
  ) {
    let start = document.text.line(place.lines.lowerBound).lowerBound
    let identity = entry.identity
    func located(_ marked: MarkedFinding) -> LocatedFinding {
      LocatedFinding(
        marked,
        at: entry.sourceRange(marked.finding.range).shifted(by: start),
        of: place.lines,
        identity: identity,
        isFixable: correction?.removes(marked.finding) ?? false,
        about: entry.text,
        in: document
      )
    }
    lines = place.lines
    self.findings = findings.map(located)
    self.suppressed = suppressed.map {
      SuppressedFinding(located: located($0.finding), suppression: $0.suppression)
    }
    suggestion = correction.map { correction in
      Suggestion(
        identity: identity,
        lines: place.lines,
        replacement: unixText(entry.withComments(correction.text)),
        rules: correction.rules,
        applicability: correction.applicability
      )
    }
  }

  /// A judgement on the list beside its entries.
  init(_ finding: Finding, suppression: Suppression? = nil, in document: ListDocument) {
    let line = min(
      document.text.position(at: finding.range.lowerBound).line,
      max(1, document.text.lineCount)
    )
    lines = line..<line + 1
    let located = LocatedFinding(
      MarkedFinding(finding: finding, isIntroduced: true),
      at: finding.range,
      of: lines,
      identity: nil,
      isFixable: finding.fix != nil,
      about: document.text.bytes,
      in: document
    )
    findings = suppression == nil ? [located] : []
    suppressed = suppression.map { [SuppressedFinding(located: located, suppression: $0)] } ?? []
    suggestion = suppression != nil ? nil : Self.suggestion(finding, line: line, in: document)
  }

  /// The line as it should read, where the fix is inside it: a line end cannot be suggested.
  private static func suggestion(
    _ finding: Finding,
    line: Int,
    in document: ListDocument
  ) -> Suggestion? {
    let range = document.text.line(line)
    guard let fix = finding.fix,
      fix.edits.allSatisfy({
        range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
          && !$0.replacement.utf8.contains(.newline)
      })
    else { return nil }
    let edits = fix.edits.map { edit in
      Fix.Edit(edit.range.shifted(by: -range.lowerBound), edit.replacement)
    }
    let text = Array(document.text.bytes[range])
    let corrected = text.applying(edits)
    guard corrected != text else { return nil }
    return Suggestion(
      identity: nil,
      lines: line..<line + 1,
      replacement: unixText(corrected),
      rules: [finding.rule],
      applicability: fix.applicability
    )
  }
}

extension LocatedFinding {
  fileprivate init(
    _ marked: MarkedFinding,
    at range: Range<Int>,
    of lines: Range<Int>,
    identity: Identity?,
    isFixable: Bool,
    about text: [UInt8],
    in document: ListDocument
  ) {
    let start = document.text.position(at: range.lowerBound)
    let end = document.text.position(at: range.upperBound)
    self.init(
      finding: marked.finding,
      line: start.line,
      endLine: end.line,
      column: start.column,
      endColumn: end.column,
      lines: lines,
      identity: identity,
      isIntroduced: marked.isIntroduced,
      isFixable: isFixable,
      text: text
    )
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}

/// Returns text with line ends as `\n`.
private func unixText(_ bytes: [UInt8]) -> String {
  bytes.first(.carriageReturn, in: 0..<bytes.count) == nil
    ? String(decoding: bytes, as: UTF8.self)
    : String(decoding: bytes.filter { $0 != .carriageReturn }, as: UTF8.self)
}
