internal import Patterns

/// Words and patterns any of which is looked for.
struct PatternList: Sendable {
  let patterns: [Pattern]

  /// Returns the matches of all patterns from the left; of those that overlap, the first.
  func matches(in text: [UInt8], _ range: Range<Int>) throws(PatternError) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for pattern in patterns {
      found += try pattern.matches(in: text, range).map(\.range).filter { !$0.isEmpty }
    }
    guard patterns.count > 1 else { return found }
    found.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    var end = range.lowerBound
    return found.filter { match in
      guard match.lowerBound >= end else { return false }
      end = match.upperBound
      return true
    }
  }
}
