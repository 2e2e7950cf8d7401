/// The entry that a list shows to contributors as the form to follow, in a block of code.
package struct StatedTemplate: Hashable, Sendable {
  /// How many lines of a block of code are looked through for one: who shows a form shows it early.
  package static let mostLines = 200

  /// As it stands, without its line end.
  package let text: String
  /// The 1-based line it stands on.
  package let line: Int

  package init(text: String, line: Int) {
    self.text = text
    self.line = line
  }
}
