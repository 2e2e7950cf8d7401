internal import Text

/// The tags that a list declares, each on a line of its own: `[ReferIS]`, and what it stands for.
package struct Legend: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package let name: String
    /// The 1-based line of the declaration.
    package let line: Int
    /// Whether the line ends in a hard line break.
    package let hasHardBreak: Bool
    /// Whether the next line of the same paragraph declares a tag too, so that without a hard break
    /// both would be shown as one line.
    package let isFollowed: Bool

    package init(name: String, line: Int, hasHardBreak: Bool, isFollowed: Bool) {
      self.name = name
      self.line = line
      self.hasHardBreak = hasHardBreak
      self.isFollowed = isFollowed
    }
  }

  package let items: [Item]
  /// The names that are declared.
  package let names: Set<String>

  package init(items: [Item]) {
    self.items = items
    names = Set(items.map(\.name))
  }

  package var isEmpty: Bool { items.isEmpty }

  /// Returns the first of the nearest names, in the legend's order.
  package func nearest(to name: String) -> String? {
    items.map(\.name).nearest(to: name)
  }
}
