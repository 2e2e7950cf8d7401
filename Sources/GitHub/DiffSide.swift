/// A side of a diff.
package enum DiffSide: String, Sendable, Hashable, Codable {
  /// The base, where deleted lines are.
  case left = "LEFT"
  /// The head, where added lines and the lines around them are.
  case right = "RIGHT"
}
