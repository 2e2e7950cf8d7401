/// Where a pattern matches.
package struct PatternMatch: Hashable, Sendable {
  package let range: Range<Int>
  /// The groups by their number, from 0 for the whole match; nil where one took no part.
  package let groups: [Range<Int>?]
}
