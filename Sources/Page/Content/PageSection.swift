/// A part of a list under one heading, with what stands below it directly.
package struct PageSection: Sendable {
  package let anchor: String
  package let heading: String
  /// How many headings are around it; 0 for the outermost.
  package let depth: Int
  package let entries: [PageEntry]
  /// How many entries it and the sections below it have.
  package let count: Int
}
