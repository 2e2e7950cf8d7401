package import ListModel

/// What stands between two fields, held against what the format has there.
package struct JudgedSeparator: Hashable, Sendable {
  /// What is wrong with it.
  package enum Fault: Hashable, Sendable {
    case missingFullStop
    case strayFullStop
    case colonAfterTags
    case wrongLinkSeparator
    /// The right punctuation, with a space too few or one where none belongs.
    case misplacedSpace
    case misplacedPunctuation
    /// Marks of emphasis or brackets around a field that are not the format's.
    case wrongMarks
    /// A line that ends without the format's line break.
    case missingLineBreak
    /// White space before the first field of a line that is not the format's.
    case wrongIndentation
  }

  package let separator: Separator
  /// What the format wants here; nil where the fields stand in another order than the format's.
  package let expected: String?
  /// How many entries have what is expected, where that was learned; nil where it is declared.
  package let usual: UsualSeparator?
  /// Nil where nothing is wrong but, perhaps, kinds and numbers of spaces, which other rules judge.
  package let fault: Fault?

  init(
    _ separator: Separator,
    expected: String?,
    usual: UsualSeparator? = nil,
    fault: Fault? = nil
  ) {
    self.separator = separator
    self.expected = expected
    self.usual = usual
    self.fault = fault
  }

  package var before: Separator.Neighbour { separator.before }
  /// Nil at the end of the entry.
  package var after: Separator.Neighbour? { separator.after }
  package var range: Range<Int> { separator.range }
  package var pair: FieldPair { separator.pair }

  /// Where it is, in words.
  package var place: String { separator.place }
}
