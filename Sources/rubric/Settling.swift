internal import Classifier
internal import Git
internal import Learning
internal import ListModel
internal import Markdown
internal import Review
internal import Rules

extension ListReport {
  /// Reviews a list of a repository between two versions.
  init(
    of path: String,
    from base: SourceText,
    to head: SourceText,
    _ comparison: borrowing Comparison,
    _ rulebook: RulebookChoice,
    lookingAtAll: Bool,
    correcting scope: CorrectionScope,
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
      correcting: scope,
      besides: baseline,
      knowing: facts,
      whereChanged: { try comparison.changes($0) }
    )
  }

  /// Returns the list corrected until nothing is left to be corrected.
  func settledText(
    from base: SourceText,
    _ comparison: borrowing Comparison,
    _ rulebook: RulebookChoice,
    lookingAtAll: Bool,
    applying scope: CorrectionScope
  ) throws -> [UInt8] {
    try settledText(applying: scope) { text in
      try ListReport(
        of: path,
        from: base,
        to: SourceText(text),
        comparison,
        rulebook,
        lookingAtAll: lookingAtAll,
        correcting: scope
      )
    }
  }
}
