internal import Text

/// A nested item of an entry, as one of the format's forms reads it.
package struct NestedItem: Hashable, Sendable {
  /// All of it after its bullet.
  package let range: Range<Int>
  /// The index of its form among the format's; nil for an item that the format does not know.
  package let form: Int?
  /// What stands before the value: the key, its marks, colon and space; empty where it has none.
  package let opening: Range<Int>
  /// What it says, and where; empty for an item that the format does not know.
  package let values: [Value]

  package init(range: Range<Int>, form: Int?, opening: Range<Int>, values: [Value]) {
    self.range = range
    self.form = form
    self.opening = opening
    self.values = values
  }

  package struct Value: Hashable, Sendable {
    package let kind: DetailForm.Value
    package let range: Range<Int>

    package init(kind: DetailForm.Value, range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
  }
}

extension Entry {
  /// Tells whether a range stands in a nested item that the format knows.
  package func isNested(_ range: Range<Int>) -> Bool {
    nestedItems.contains { $0.range.contains(range.lowerBound) }
  }

  /// Returns where the nested items say something of a kind, in order.
  package func nestedRanges(of kind: DetailForm.Value) -> [Range<Int>] {
    nestedItems.flatMap(\.values).filter { $0.kind == kind }.map(\.range)
  }

  /// Returns where a field stands that is text and nothing more, before or in nested items.
  package func ranges(of field: FieldName) -> [Range<Int>] {
    let ranges = texts.filter { $0.field == field }.map(\.range)
    guard !nestedItems.isEmpty, let kind = DetailForm.Value(rawValue: field.rawValue) else {
      return ranges
    }
    return ranges + nestedRanges(of: kind)
  }

  /// Where the keywords of its nested items stand, each without brackets and marks around it.
  package var keywords: [Range<Int>] {
    if nestedItems.isEmpty { return [] }
    return nestedRanges(of: .keywords).flatMap { range in
      var depth = 0
      var parts: [Range<Int>] = []
      var start = range.lowerBound
      for index in range {
        let byte = text[index]
        if "([".utf8.contains(byte) { depth += 1 }
        if ")]".utf8.contains(byte) { depth -= 1 }
        if depth <= 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
          parts.append(start..<index)
          start = index + 1
        }
      }
      parts.append(start..<range.upperBound)
      return parts.map { text.withoutMarks(text.trimmed($0)) }
        .filter { text[$0].contains(where: \.isWord) }
    }
  }

  /// The key of the nested item that a link stands in, as it is compared; nil where it stands in none,
  /// or in one without a key.
  package func key(of link: Link) -> String? {
    guard let item = nestedItems.first(where: { $0.range.contains(link.range.lowerBound) }),
      !item.opening.isEmpty
    else { return nil }
    return LinkLabels.key(string(item.opening))
  }
}
