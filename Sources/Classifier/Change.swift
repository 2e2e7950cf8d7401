package import ListModel

/// What a contribution did to one entry.
package struct Change: Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case added
    case changed
    /// To another section, or to another place among the other entries; perhaps changed, too.
    case moved
    case removed
  }

  package enum Field: String, Hashable, Sendable {
    case tags
    case title
    case venue
    case year
    case links
    /// Nothing but how the entry is written.
    case text
  }

  /// An entry and where it stands.
  package struct Side: Sendable {
    package let place: EntryPlace
    package let section: [String]
    package let entry: Entry
  }

  package let kind: Kind
  /// What differs, for an entry that was changed, or moved and changed.
  package let fields: [Field]
  /// Whether the contribution touched the entry's own lines: not where only a heading above it came,
  /// went or changed.
  package let isTouched: Bool
  /// Nil for a removed entry.
  package let head: Side?
  /// Nil for an added entry.
  package let base: Side?
}
