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
///
/// What is wrong with them is found in `Rules`.
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

  package let before: Neighbour
  /// Nil at the end of the entry.
  package let after: Neighbour?
  package let range: Range<Int>
  /// The bytes as they are compared: with runs of spaces as one and a title's address as `{url}`; without
  /// pictures and `:signs:`.
  package let text: String
  /// Where the last picture or sign ends in it.
  package let signsEnd: Int?
  /// The index of the nested item that it is inside; nil where it is between the entry's own fields.
  package let item: Int?

  package init(
    before: Neighbour,
    after: Neighbour?,
    range: Range<Int>,
    text: String,
    signsEnd: Int? = nil,
    item: Int? = nil
  ) {
    self.before = before
    self.after = after
    self.range = range
    self.text = text
    self.signsEnd = signsEnd
    self.item = item
  }

  package var pair: FieldPair { FieldPair(before.field, after?.field) }

  /// Where it is, in words.
  package var place: String {
    before == .start ? "before the \(after?.name ?? "entry")" : "after the \(before.name)"
  }
}
