internal import ListModel
internal import Text

extension Entry {
  /// A nested item that stands before one that belongs before it.
  struct MisorderedItem {
    let item: String
    let next: String
    let range: Range<Int>
    /// Nil where not all that stands among the items is known.
    let fix: Fix?
  }

  /// Returns the first nested item out of a style's order; nil where there is none, or no order.
  func misorderedItem(by style: DetailStyle) -> MisorderedItem? {
    guard style.isOrdered else { return nil }
    let known = nestedItems.compactMap { item in item.form.map { (form: $0, range: item.range) } }
    guard let pair = zip(known, known.dropFirst()).first(where: { $0.form > $1.form }) else {
      return nil
    }
    return MisorderedItem(
      item: style.forms[pair.0.form].name,
      next: style.forms[pair.1.form].name,
      range: pair.0.range.lowerBound..<pair.0.range.lowerBound,
      fix: known.count == nestedItems.count ? reordering(known) : nil
    )
  }

  /// Returns the fix that puts items in the order of their forms, where nothing stands between them but
  /// bullets.
  private func reordering(_ items: [(form: Int, range: Range<Int>)]) -> Fix? {
    let isTight = zip(items, items.dropFirst()).allSatisfy { item, next in
      text[item.range.upperBound..<next.range.lowerBound].allSatisfy {
        $0.isWhitespace || "-*+".utf8.contains($0)
      }
    }
    guard isTight else { return nil }
    let sorted = items.enumerated().sorted {
      ($0.element.form, $0.offset) < ($1.element.form, $1.offset)
    }
    let edits = zip(items, sorted).filter { $0.range != $1.element.range }.map { item, other in
      Fix.Edit(item.range, string(other.element.range))
    }
    return Fix("Put the items in order", edits: edits)
  }
}
