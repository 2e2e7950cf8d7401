/// How a list writes its entries: one declaration by which an entry is read, judged and written.
package struct EntryFormat: Sendable {
  /// The bullet, as in `-`.
  package let marker: String
  /// The fields in their order, each with what stands behind it.
  package let parts: [Part]
  package let tags: TagStyle?
  package let venue: VenueStyle?
  package let links: LinkStyle

  package struct Part: Hashable, Sendable {
    package let field: FieldName
    /// The literal text behind the field, where another field follows.
    package let terminator: String
  }

  /// Returns what stands between two fields, or behind the last where `after` is nil; nil where the
  /// format never puts them in this order.
  package func glue(from before: FieldName, to after: FieldName?) -> String? {
    guard let first = parts.firstIndex(where: { $0.field == before }) else { return nil }
    let terminator = parts[first].terminator
    guard let after else {
      var end = Substring(terminator)
      while end.last == " " { end.removeLast() }
      return String(end)
    }
    guard let second = parts.firstIndex(where: { $0.field == after }), first < second
    else { return nil }
    return terminator
  }

  /// Tells whether entries of this format have a field.
  package func has(_ field: FieldName) -> Bool { parts.contains { $0.field == field } }
}

/// How tags are written, as in ``**`[ReferIS][GRES]`**``.
package struct TagStyle: Hashable, Sendable {
  package let open: String
  /// What stands before and behind each tag.
  package let itemOpen: String
  package let itemClose: String
  package let separator: String
  package let close: String

  package func write(_ names: [String]) -> String {
    open + names.map { itemOpen + $0 + itemClose }.joined(separator: separator) + close
  }
}

/// How venue and year are written, as in `CVPR'2024`.
package struct VenueStyle: Sendable {
  /// What stands before the name, between name and year, and behind the year.
  package let open: String
  package let middle: String
  package let close: String
  /// Whether the year has two digits.
  package let hasShortYear: Bool
  /// The names that are known, by which a venue is found without punctuation around it.
  package let vocabulary: VenueVocabulary

  package func write(name: String, year: Int) -> String {
    let digits = String(year)
    return open + name + middle + (hasShortYear ? String(digits.suffix(2)) : digits) + close
  }
}

/// How links are written, as in `[[paper](URL)] | [[code](URL)]`.
package struct LinkStyle: Sendable {
  /// What stands before the label, between label and destination, and behind it.
  package let open: String
  package let middle: String
  package let close: String
  package let separator: String
  package let labels: LinkLabels

  package func write(label: String, url: String) -> String { open + label + middle + url + close }
}
