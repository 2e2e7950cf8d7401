/// Which numbers the entries of a numbered list have.
package enum Numbering: String, Sendable, CaseIterable {
  /// Each one more than the entry before.
  case counted
  /// All one: a page counts by itself.
  case ones
  /// Whatever stands there.
  case any
}
