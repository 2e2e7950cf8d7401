internal import ListModel

extension EntryFormat {
  /// Lists what stands inside nested items, between two values or two links, where the format has something
  /// there.
  func nestedSeparators(of entry: Entry) -> [Separator] {
    guard let details else { return [] }
    return entry.nestedItems.indices.flatMap { index -> [Separator] in
      guard let form = entry.nestedItems[index].form.map({ details.forms[$0] }) else { return [] }
      return valueSeparators(ofItem: index, by: form, in: entry)
        + (details.separator == nil ? [] : linkSeparators(ofItem: index, in: entry))
    }
  }

  /// What stands around the second value of an item.
  private func valueSeparators(
    ofItem index: Int,
    by form: DetailForm,
    in entry: Entry
  ) -> [Separator] {
    let item = entry.nestedItems[index]
    guard let tail = form.tail, tail.isUsual, item.values.count == 2 else { return [] }
    let (first, second) = (item.values[0], item.values[1])
    let before = Separator.Neighbour.field(first.kind.field)
    let after = Separator.Neighbour.field(second.kind.field)
    return [
      separator(before, after, first.range.upperBound..<second.range.lowerBound, index, entry),
      separator(after, nil, second.range.upperBound..<item.range.upperBound, index, entry),
    ]
    .compactMap(\.self)
  }

  /// What stands between the links of an item.
  private func linkSeparators(ofItem index: Int, in entry: Entry) -> [Separator] {
    guard let value = entry.nestedItems[index].values.first(where: { $0.kind == .links })?.range
    else { return [] }
    let inside = entry.links.indices.filter { value.contains(entry.links[$0].range.lowerBound) }
    return zip(inside, inside.dropFirst()).compactMap { first, second in
      let range = entry.links[first].range.upperBound..<entry.links[second].range.lowerBound
      return separator(.link(first), .link(second), range, index, entry)
    }
  }

  /// Returns a separator in one line; nil where words stand in it.
  private func separator(
    _ before: Separator.Neighbour,
    _ after: Separator.Neighbour?,
    _ range: Range<Int>,
    _ item: Int,
    _ entry: Entry
  ) -> Separator? {
    entry.text.separatorText(range, isAtEnd: after == nil).map { text in
      Separator(before: before, after: after, range: range, text: text, item: item)
    }
  }
}

extension DetailForm.Value {
  /// The field that holds such a value elsewhere.
  fileprivate var field: FieldName { FieldName(rawValue: rawValue) ?? .details }
}
