package import GitHub
internal import Writing

/// What a comment asks for: `/rubric add ID [ID]... [in SECTION]`.
package struct AddAsk: Sendable, Hashable {
  /// What to add, as it was named.
  package let words: [String]
  /// The heading of the section; nil where none was named.
  package let section: String?

  /// The command, and the word after it.
  package static let command = "/rubric"
  private static let verb = "add"
  /// How many entries one comment can ask for.
  private static let most = 5

  /// Reads a comment; nil where it asks for nothing of the kind.
  package init?(_ event: IssueCommentEvent) {
    guard event.action == "created", let words = event.arguments(of: Self.command),
      words.first == Self.verb
    else { return nil }
    let rest = words.dropFirst()
    let end = rest.firstIndex { $0.lowercased() == "in" } ?? rest.endIndex
    self.words = Array(rest[..<end].prefix(Self.most))
    let heading = rest[end...].dropFirst().joined(separator: " ")
    section = heading.isEmpty ? nil : heading
  }
}
