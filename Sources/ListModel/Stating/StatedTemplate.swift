/// The entry that a list shows to contributors as the form to follow, in a block of code.
package struct StatedTemplate: Hashable, Sendable {
  /// As it stands, without its line end.
  package let text: String
  /// The 1-based line it stands on.
  package let line: Int
}
