/// The names of the fields that an entry can have.
package enum FieldName: String, Hashable, Sendable, CaseIterable {
  case tags
  case title
  case venue
  case links
}

/// The bytes between two neighbouring fields, or behind the last one.
package struct Glue: Hashable, Sendable {
  /// A field, or one link among several.
  package enum Neighbour: Hashable, Sendable {
    case field(FieldName)
    /// One of the links, by its index.
    case link(Int)

    package var field: FieldName {
      switch self {
      case .field(let name): name
      case .link: .links
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
  }

  package let before: Neighbour
  /// Nil at the end of the entry.
  package let after: Neighbour?
  package let range: Range<Int>
  /// What the format wants here; nil where the fields stand in another order than the format's.
  package let expected: String?
  /// Nil where nothing is wrong but, perhaps, kinds and numbers of spaces, which other rules judge.
  package let fault: Fault?
}
