/// A label that most links of one kind have, and how many of them do.
package struct UsualLabel: Hashable, Sendable {
  package let label: String
  package let count: Int
  package let total: Int

  package init(label: String, count: Int, total: Int) {
    self.label = label
    self.count = count
    self.total = total
  }

  /// Whether so many links have it that another one deserves a word.
  package var isCertain: Bool { Share.certain.isReached(by: count, of: total) }
}
