internal import ListModel

extension EntryFormat {
  /// Holds what stands inside nested items, between two values or two links, against what the format
  /// has there.
  func nestedGlues(of entry: Entry, by style: DetailStyle) -> [Glue] {
    entry.nestedItems.flatMap { item -> [Glue] in
      guard let form = item.form.map({ style.forms[$0] }) else { return [] }
      return valueGlues(of: item, by: form, in: entry) + linkGlues(of: item, by: style, in: entry)
    }
  }

  /// What stands around the second value of an item.
  private func valueGlues(
    of item: NestedItem,
    by form: DetailForm,
    in entry: Entry
  ) -> [Glue] {
    guard let tail = form.tail, tail.isNorm, item.values.count == 2 else { return [] }
    let (first, second) = (item.values[0], item.values[1])
    let before = Glue.Neighbour.field(first.kind.field)
    let after = Glue.Neighbour.field(second.kind.field)
    return [
      glue(
        before,
        after,
        first.range.upperBound..<second.range.lowerBound,
        expected: tail.opening,
        in: entry
      ),
      glue(
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
  private func linkGlues(
    of item: NestedItem,
    by style: DetailStyle,
    in entry: Entry
  ) -> [Glue] {
    guard let expected = style.separator,
      let value = item.values.first(where: { $0.kind == .links })?.range
    else { return [] }
    let inside = entry.links.indices.filter { value.contains(entry.links[$0].range.lowerBound) }
    return zip(inside, inside.dropFirst()).compactMap { first, second in
      glue(
        .link(first),
        .link(second),
        entry.links[first].range.upperBound..<entry.links[second].range.lowerBound,
        expected: expected,
        in: entry
      )
    }
  }

  /// Returns a glue in one line; nil where words stand in it.
  private func glue(
    _ before: Glue.Neighbour,
    _ after: Glue.Neighbour?,
    _ range: Range<Int>,
    expected: String,
    in entry: Entry
  ) -> Glue? {
    guard let text = entry.text.gapText(range, isAtEnd: after == nil) else { return nil }
    let gap = Gap(before: before, after: after, range: range, text: text)
    return Glue(
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
