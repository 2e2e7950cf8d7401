internal import ListModel

extension [Finding] {
  /// What goes without saying beside another finding on the same words.
  private static let consequences: [(cause: Set<String>, all: Set<String>)] = [
    (
      // A link that is none is neither the right one nor in its place.
      ["unbalanced-bracket", "malformed-link", "malformed-url"],
      [
        "wrong-link-separator", "conflicting-title", "duplicate-entry", "placeholder-link",
        "stray-text", "unknown-link-label", "link-label-case", "misplaced-punctuation",
        "misplaced-space", "wrong-emphasis", "missing-link", "missing-field", "unlinked-title",
        "space-in-link", "non-canonical-arxiv-url", "conflicting-identifier", "missing-line-break",
        "missing-full-stop", "stray-full-stop", "repeated-url", "link-order",
      ]
    ),
    (
      // What has no marker is read as something else.
      ["malformed-marker", "doubled-marker", "wrapped-entry"],
      ["indented-entry", "wrong-indentation", "missing-line-break"]
    ),
    (["wrong-cell-count"], ["missing-field", "unknown-cell-value", "stray-text", "missing-link"]),
    (["duplicate-entry"], ["misordered-entry", "conflicting-title", "misnumbered-entry"]),
  ]

  /// Returns the findings without those that the mending of others would mend, and one for each kind of mistake
  /// that an entry makes again and again where nobody sees it.
  func withoutConsequences(on entry: Entry) -> [Finding] {
    guard count > 1 else { return self }
    let present = Set(map(\.rule))
    var dropped: Set<String> = []
    for (causes, consequences) in Self.consequences where !causes.isDisjoint(with: present) {
      dropped.formUnion(consequences)
    }
    let left = dropped.isEmpty ? self : filter { !dropped.contains($0.rule) }
    return left.isEmpty ? self : left
  }
}
