/// A share of those that were counted.
package struct Share: Hashable, Sendable {
  package let percent: Int

  package init(percent: Int) { self.percent = percent }

  /// Tells whether some are at least this share of all, which have to be so many that a share says something.
  package func isReached(by some: Int, of all: Int, fewest: Int = 1) -> Bool {
    all >= max(1, fewest) && some * 100 >= all * percent
  }
}

/// The levels at which what was counted becomes part of a format.
extension Share {
  /// Most agree, so that what no list means, as words that touch, is a slip.
  package static let habit = Share(percent: 60)
  /// Another punctuation deserves a hint.
  package static let common = Share(percent: 75)
  /// What differs deserves a word.
  package static let usual = Share(percent: 85)
  /// Another form is a mistake, where the list states it besides.
  package static let prevalent = Share(percent: 90)
  /// Another form is a mistake, and no other custom.
  package static let certain = Share(percent: 95)
}
