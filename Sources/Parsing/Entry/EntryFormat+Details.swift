package import ListModel
internal import Text

extension EntryFormat {
  /// Finds out which form each nested item has, and takes what it says into the entry's fields.
  ///
  /// A key that is written otherwise, or is a slip for one that the entry lacks, is still that key.
  func readDetails(by style: DetailStyle, into entry: inout Entry) {
    let text = entry.text
    let ranges = entry.texts.filter { $0.field == .details }.map(\.range)
    var forms = ranges.map { style.form(of: $0, in: text) }
    for (index, range) in ranges.enumerated() where forms[index] == nil {
      let free = style.forms.indices.filter { form in !forms.contains { $0?.form == form } }
      forms[index] =
        style.form(near: range, in: text, among: free)
        ?? keylessForm(of: range, in: text, by: style, among: free)
    }
    entry.nestedItems = zip(ranges, forms).map { range, found in
      guard let (form, value) = found else {
        return NestedItem(
          range: range,
          form: nil,
          opening: range.lowerBound..<range.lowerBound,
          values: []
        )
      }
      return NestedItem(
        range: range,
        form: form,
        opening: range.lowerBound..<value.lowerBound,
        values: values(in: value, of: text, by: style.forms[form])
      )
    }
    if entry.venue == nil, let range = entry.nestedRanges(of: .venue).first {
      entry.venue = venue(in: range, of: text)
    }
  }

  /// Returns the form of an item without a key, by what its text is.
  private func keylessForm(
    of range: Range<Int>,
    in text: [UInt8],
    by style: DetailStyle,
    among free: [Int]
  ) -> (form: Int, value: Range<Int>)? {
    let keyless = free.filter { style.forms[$0].sign.isEmpty }
    guard !keyless.isEmpty else { return nil }
    let kind = text.detailKind(of: range, venues)
    let form =
      keyless.first { style.forms[$0].value == kind }
      ?? keyless.first { [.authors, .text].contains(style.forms[$0].value) }
    return form.map { ($0, range) }
  }

  /// Parts what stands after a key into the values of its form.
  private func values(
    in range: Range<Int>,
    of text: [UInt8],
    by form: DetailForm
  ) -> [NestedItem.Value] {
    guard let tail = form.tail, let (first, second) = parted(range, of: text, by: tail.value) else {
      return range.isEmpty ? [] : [NestedItem.Value(kind: form.value, range: range)]
    }
    return [
      NestedItem.Value(kind: form.value, range: first),
      NestedItem.Value(kind: tail.value, range: second),
    ]
  }

  /// Returns where the two values of an item stand, the second without its marks; nil where no venue
  /// is after another text, or no date where that is asked for.
  package func parted(
    _ range: Range<Int>,
    of text: [UInt8],
    by value: DetailForm.Value
  ) -> (first: Range<Int>, second: Range<Int>)? {
    let item = Array(text[range])
    var tokenizer = Tokenizer(
      item,
      links: readLinks(item, from: 0),
      isRow: false,
      vocabulary: venues
    )
    let tokens = tokenizer.run(from: 0)
    let traits: Token.Traits = value == .date ? .date : [.venue, .date]
    let index = tokens.indices.dropFirst().first { index in
      tokens[index - 1].kind == .text && !tokens[index].traits.isDisjoint(with: traits)
    }
    guard let index else { return nil }
    let first = item.withoutOpeningMarks(0..<tokens[index - 1].range.upperBound)
    let second = item.withoutLooseMarks(tokens[index].range)
    func shifted(_ inner: Range<Int>) -> Range<Int> {
      range.lowerBound + inner.lowerBound..<range.lowerBound + inner.upperBound
    }
    return (shifted(first), shifted(second))
  }
}

extension DetailStyle {
  /// Returns the form whose key an item has, written as the form has it, and where its value is.
  fileprivate func form(
    of range: Range<Int>,
    in text: [UInt8]
  ) -> (form: Int, value: Range<Int>)? {
    for (index, form) in forms.enumerated()
    where !form.sign.isEmpty && text[range].starts(with: form.sign) {
      return (index, text.trimmed(range.lowerBound + form.sign.count..<range.upperBound))
    }
    return nil
  }

  /// Returns the form whose key an item has otherwise written, or most likely means.
  fileprivate func form(
    near range: Range<Int>,
    in text: [UInt8],
    among free: [Int]
  ) -> (form: Int, value: Range<Int>)? {
    guard let opening = text.detailOpening(in: range) else {
      return free.lazy.compactMap { index in
        form(index, withoutColonIn: range, of: text).map { (index, $0) }
      }.first
    }
    let key = LinkLabels.key(text.string(opening))
    let value = text.trimmed(opening.upperBound..<range.upperBound)
    let same = forms.firstIndex { !$0.key.isEmpty && $0.key == key }
    return (same ?? nearest(to: key, among: free)).map { ($0, value) }
  }

  /// Returns the value after a key that has lost its colon: another sign stands there, or a link.
  private func form(
    _ index: Int,
    withoutColonIn range: Range<Int>,
    of text: [UInt8]
  ) -> Range<Int>? {
    let form = forms[index]
    guard !form.key.isEmpty, let last = form.sign.lastIndex(where: \.isWord) else { return nil }
    let word = form.sign[...last]
    var end = range.lowerBound + word.count
    guard text[range].starts(with: word), end < range.upperBound, !text[end].isWord else {
      return nil
    }
    var hasSign = false
    while end < range.upperBound, !text[end].isWord, !"[(".utf8.contains(text[end]) {
      hasSign = hasSign || "-.;,=".utf8.contains(text[end])
      end += 1
    }
    let isLink = end < range.upperBound && text[end] == UInt8(ascii: "[") && form.value == .links
    return hasSign || isLink ? end..<range.upperBound : nil
  }
}
