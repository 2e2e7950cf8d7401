internal import Learning
internal import ListModel
internal import Rules

extension LearnedRulebook {
  /// Which rulebook a list is judged by, and why; nil where somebody named it.
  var sentence: String? { evidence.map { $0 + (lessons.isEmpty ? "" : "; " + advice) } }

  /// What to do to keep what was learned.
  private var advice: String {
    "'rubric init' writes \(lessons.count == 1 ? "it" : "them") down"
  }

  /// The sentence without advice.
  var evidence: String? {
    guard !lessons.isEmpty else {
      guard let fit else { return nil }
      let evidence =
        fit.total == 0
        ? "too few entries to learn from" : "\(fit.count) of \(fit.total) entries follow it"
      return "by the built-in rulebook '\(rulebook.name)' (\(evidence))"
    }
    let read = lessons.reduce((0, 0)) { ($0.0 + $1.read.count, $0.1 + $1.read.total) }
    return
      "by \(counted(lessons.count, "format")) learned from its entries (\(read.0) of \(read.1) that were looked"
      + " at fit)"
  }
}
