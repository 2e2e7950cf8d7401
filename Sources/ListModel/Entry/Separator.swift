/// The names of the fields that an entry can have.
package enum FieldName: String, Hashable, Sendable, CaseIterable {
  case tags
  /// The short name of what an entry is about, before its title.
  case name
  case title
  case authors
  case venue
  case date
  case description
  case links
  /// Nested items with more about the entry.
  case details

  package func hash(into hasher: inout Hasher) { hasher.combine(caseOf: self) }
}

extension Hasher {
  /// Takes up the case of an enumeration, not the name that files have for it: that would be hashed
  /// otherwise, and takes ten times as long.
  package mutating func combine(caseOf value: some CaseIterable) {
    unsafe withUnsafeBytes(of: value) { unsafe combine(bytes: $0) }
  }
}

/// The bytes between two neighbouring fields, or after the last one.
package struct Separator: Hashable, Sendable {
  /// A field, or one link among several.
  package enum Neighbour: Hashable, Sendable {
    case field(FieldName)
    /// One of the links, by its index.
    case link(Int)
    /// The end of the marker, or the start of a table cell.
    case start

    /// What a reader calls it.
    package var name: String {
      switch self {
      case .field(let name): name.rawValue
      case .link: FieldName.links.rawValue
      case .start: "start"
      }
    }

    package var field: FieldName? {
      switch self {
      case .field(let name): name
      case .link: .links
      case .start: nil
      }
    }
  }

  /// What is wrong with the bytes between two fields.
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

  package let before: Neighbour
  /// Nil at the end of the entry.
  package let after: Neighbour?
  package let range: Range<Int>
  /// What the format wants here; nil where the fields stand in another order than the format's.
  package let expected: String?

  package var pair: FieldPair { FieldPair(before.field, after?.field) }

  /// Where it is, in words.
  package var place: String {
    before == .start ? "before the \(after?.name ?? "entry")" : "after the \(before.name)"
  }

  /// How many entries have what is expected, where that was learned; nil where it is declared.
  package var usual: UsualSeparator?
  /// Nil where nothing is wrong but, perhaps, kinds and numbers of spaces, which other rules judge.
  package var fault: Fault?

  package init(
    before: Neighbour,
    after: Neighbour?,
    range: Range<Int>,
    expected: String?,
    usual: UsualSeparator? = nil,
    fault: Fault? = nil
  ) {
    self.before = before
    self.after = after
    self.range = range
    self.expected = expected
    self.usual = usual
    self.fault = fault
  }
}
