internal import ListModel

extension EntryFormat {
  /// Holds what stands inside nested items, between two values or two links, against what the format
  /// has there.
  func nestedSeparators(of entry: Entry, by style: DetailStyle) -> [Separator] {
    entry.nestedItems.flatMap { item -> [Separator] in
      guard let form = item.form.map({ style.forms[$0] }) else { return [] }
      return valueSeparators(of: item, by: form, in: entry)
        + linkSeparators(of: item, by: style, in: entry)
    }
  }

  /// What stands around the second value of an item.
  private func valueSeparators(
    of item: NestedItem,
    by form: DetailForm,
    in entry: Entry
  ) -> [Separator] {
    guard let tail = form.tail, tail.isUsual, item.values.count == 2 else { return [] }
    let (first, second) = (item.values[0], item.values[1])
    let before = Separator.Neighbour.field(first.kind.field)
    let after = Separator.Neighbour.field(second.kind.field)
    return [
      separator(
        before,
        after,
        first.range.upperBound..<second.range.lowerBound,
        expected: tail.opening,
        in: entry
      ),
      separator(
        after,
        nil,
        second.range.upperBound..<item.range.upperBound,
        expected: tail.closing,
        in: entry
      ),
    ]
    .compactMap(\.self)
  }

  /// What stands between the links of an item.
  private func linkSeparators(
    of item: NestedItem,
    by style: DetailStyle,
    in entry: Entry
  ) -> [Separator] {
    guard let expected = style.separator,
      let value = item.values.first(where: { $0.kind == .links })?.range
    else { return [] }
    let inside = entry.links.indices.filter { value.contains(entry.links[$0].range.lowerBound) }
    return zip(inside, inside.dropFirst()).compactMap { first, second in
      separator(
        .link(first),
        .link(second),
        entry.links[first].range.upperBound..<entry.links[second].range.lowerBound,
        expected: expected,
        in: entry
      )
    }
  }

  /// Returns a separator in one line; nil where words stand in it.
  private func separator(
    _ before: Separator.Neighbour,
    _ after: Separator.Neighbour?,
    _ range: Range<Int>,
    expected: String,
    in entry: Entry
  ) -> Separator? {
    guard let text = entry.text.gapText(range, isAtEnd: after == nil) else { return nil }
    let gap = Gap(before: before, after: after, range: range, text: text)
    return Separator(
      before: before,
      after: after,
      range: range,
      expected: expected,
      fault: text == expected ? nil : fault(of: gap, expected: expected, in: entry)
    )
  }
}

extension DetailForm.Value {
  /// The field that holds such a value elsewhere.
  fileprivate var field: FieldName { FieldName(rawValue: rawValue) ?? .details }
}
