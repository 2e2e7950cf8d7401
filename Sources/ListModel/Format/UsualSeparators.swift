/// Two fields that stand side by side; nil for the start or the end of an entry or a table cell.
package struct FieldPair: Hashable, Sendable {
  package let before: FieldName?
  package let after: FieldName?

  package init(_ before: FieldName?, _ after: FieldName?) {
    self.before = before
    self.after = after
  }
}

/// What a list's entries have between two fields, and how many of them have it.
package struct UsualSeparator: Hashable, Sendable {
  /// What stands in a norm for the address of a title that is a link.
  package static let address = "{url}"

  package let text: String
  package let count: Int
  package let total: Int
  /// The 1-based line on which the list states it; nil where it was only counted.
  package var statedOn: Int?

  package init(text: String, count: Int, total: Int) {
    self.text = text
    self.count = count
    self.total = total
  }

  /// Whether somebody said it, so that nothing has to be counted.
  package var isSaid: Bool { total == 0 || statedOn != nil }

  package var isUsual: Bool { isSaid || isReached(.usual) }
  package var isHabit: Bool { isReached(.habit) }
  package var isCommon: Bool { isReached(.common) }
  package var isPrevalent: Bool { isReached(.prevalent, fewest: 10) }
  package var isCertain: Bool { isSaid || isReached(.certain, fewest: 10) }

  private func isReached(_ share: Share, fewest: Int = 8) -> Bool {
    share.isReached(by: count, of: total, fewest: fewest)
  }
}

/// What a list's entries have between their fields.
package typealias UsualSeparators = [FieldPair: UsualSeparator]
