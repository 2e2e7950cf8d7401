/// What stands between a venue and its year, and how many digits the year has.
package struct VenueYearStyle: Hashable, Sendable {
  package let middle: String
  package let hasShortYear: Bool

  /// The sign of a year of two digits.
  private static let shortYear = "{yy}"

  package init(middle: String, hasShortYear: Bool) {
    self.middle = middle
    self.hasShortYear = hasShortYear
  }

  /// Reads a style as a rulebook has it: `, ` as in `CVPR, 2024`, or `'{yy}` as in `CVPR'24`.
  package init(_ text: String) {
    hasShortYear = text.hasSuffix(Self.shortYear)
    middle = hasShortYear ? String(text.dropLast(Self.shortYear.count)) : text
  }

  /// The style as a rulebook has it.
  package var text: String { middle + (hasShortYear ? Self.shortYear : "") }

  package func write(_ year: Int) -> String {
    middle + String(String(year).suffix(hasShortYear ? 2 : 4))
  }
}
