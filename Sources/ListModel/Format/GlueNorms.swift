/// Two fields that stand side by side; nil for the start or the end of an entry or a table cell.
package struct GluePair: Hashable, Sendable {
  package let before: FieldName?
  package let after: FieldName?

  package init(_ before: FieldName?, _ after: FieldName?) {
    self.before = before
    self.after = after
  }
}

/// What a list's entries have between two fields, and how many of them have it.
package struct GlueNorm: Hashable, Sendable {
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

  /// Whether it is so common that what differs deserves a word.
  package var isNorm: Bool { isSaid || total >= 8 && count * 100 >= total * 85 }

  /// Whether most entries agree, so that what no list means, as words that touch, is a slip.
  package var isHabit: Bool { total >= 8 && count * 100 >= total * 60 }

  /// Whether so many entries agree that another punctuation deserves a hint.
  package var isCommon: Bool { total >= 8 && count * 100 >= total * 75 }

  /// Whether so many entries agree that another form is a mistake, where the list states it besides.
  package var isPrevalent: Bool { total >= 10 && count * 100 >= total * 90 }

  /// Whether so many entries agree that another form is a mistake, and no other custom.
  package var isCertain: Bool { isSaid || total >= 10 && count * 100 >= total * 95 }
}

/// What a list's entries have between their fields.
package typealias GlueNorms = [GluePair: GlueNorm]
