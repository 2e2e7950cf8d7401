internal import Classifier
internal import Git
internal import ListModel
internal import Markdown
internal import Review
internal import Rules

extension ListReport {
  /// How often a list is corrected again: one mistake can hide another, of another entry too.
  private static let rounds = 8

  /// Reviews a list of a repository between two versions.
  init(
    of path: String,
    from base: SourceText,
    to head: SourceText,
    _ comparison: borrowing Comparison,
    _ rulebook: RulebookChoice,
    lookingAtAll: Bool,
    correcting level: Fix.Applicability,
    besides baseline: Baseline? = nil,
    knowing facts: FactTable = .none
  ) throws {
    let hunks = try Repository.hunks(from: base.bytes, to: head.bytes)
    try self.init(
      path: path,
      base: base,
      head: head,
      touched: hunks.map(\.head),
      by: rulebook,
      year: comparison.ends.year,
      lookingAtAll: lookingAtAll,
      correcting: level,
      besides: baseline,
      knowing: facts,
      whereChanged: { try comparison.changes($0) }
    )
  }

  /// Returns the list corrected until nothing is left to be corrected, so that to correct the result
  /// changes nothing.
  ///
  /// Where corrections lead back to a text that was there before, the least of these texts is taken:
  /// the same one, whichever of them it began with.
  func settledText(
    from base: SourceText,
    _ comparison: borrowing Comparison,
    _ rulebook: RulebookChoice,
    lookingAtAll: Bool,
    applying level: Fix.Applicability
  ) throws -> [UInt8] {
    var texts = [document.text.bytes]
    var report = self
    for _ in 0..<Self.rounds {
      let text = report.correctedText(applying: level)
      if text == texts.last { return text }
      if let first = texts.firstIndex(of: text) {
        return texts[first...].min { $0.lexicographicallyPrecedes($1) } ?? text
      }
      texts.append(text)
      report = try ListReport(
        of: path,
        from: base,
        to: SourceText(text),
        comparison,
        rulebook,
        lookingAtAll: lookingAtAll,
        correcting: level
      )
    }
    return texts.last ?? document.text.bytes
  }
}
