internal import ListModel
internal import Text

extension EntryFormat {
  /// Returns the link by reference that begins at an offset and whose label ends at another: `[text][1]`,
  /// `[text][]`, or `[text]` alone; nil where nothing is defined for it.
  func referenceLink(
    in text: [UInt8],
    at start: Int,
    label: Range<Int>,
    closing: Range<Int>
  ) -> Link? {
    guard !references.isEmpty, !closing.isEmpty else { return nil }
    let own = text.string(label)
    var name = own
    var end = closing.upperBound
    if text.matches("[", at: end), let close = text.first(UInt8(ascii: "]"), in: end..<text.count) {
      if close > end + 1 { name = text.string(end + 1..<close) }
      end = close + 1
    }
    guard let url = references[name] else { return nil }
    return Link(
      range: start..<end,
      label: own,
      labelRange: label,
      url: url,
      urlRange: nil,
      isImage: false,
      kind: links.labels.name(of: own.withoutInvisibles)
    )
  }
}
