/// What makes two line comments the same, run after run, also where a registry does not answer in one of them.
struct CommentMark: Hashable, Sendable {
  /// That of the whole line comment.
  let fingerprint: Fingerprint
  /// That of what it says without asking anybody, and of the entry's text; nil where that is all.
  private let form: Fingerprint?
  /// That of each thing it says because a registry does.
  private let facts: [Fingerprint]

  /// - Parameters:
  ///   - fingerprint: That of the whole line comment.
  ///   - form: That of what it says without asking anybody, and of the entry's text.
  ///   - facts: That of each thing it says because a registry does.
  init(_ fingerprint: Fingerprint, form: Fingerprint? = nil, facts: [Fingerprint] = []) {
    self.fingerprint = fingerprint
    self.form = form
    self.facts = facts
  }

  /// Tells whether somebody who said this has said the other line comment: the same, or one that lacks nothing but what
  /// nobody answered this time.
  func says(_ other: CommentMark, unanswered open: Set<Fingerprint>) -> Bool {
    if fingerprint == other.fingerprint { return true }
    guard let form, form == other.form, rests(on: open) else { return false }
    return Set(facts).isSuperset(of: other.facts)
      && open.isSuperset(of: Set(facts).subtracting(other.facts))
  }

  /// Tells whether it may still hold, as something it rests on was not answered this time.
  func rests(on open: Set<Fingerprint>) -> Bool { facts.contains(where: open.contains) }

  // MARK: - As text

  /// One word; a line comment that rests on no facts is its fingerprint.
  var text: String {
    guard let form, !facts.isEmpty else { return fingerprint.text }
    return ([fingerprint, form] + facts).map(\.text).joined(separator: "+")
  }

  /// Reads the word; nil when it is anything else.
  init?(_ text: some StringProtocol) {
    let words = text.split(separator: "+", omittingEmptySubsequences: false)
    let parts = words.compactMap { Fingerprint($0) }
    guard let first = parts.first, parts.count == words.count, parts.count != 2 else { return nil }
    self.init(first, form: parts.count > 1 ? parts[1] : nil, facts: Array(parts.dropFirst(2)))
  }
}
