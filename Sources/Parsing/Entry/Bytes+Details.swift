package import ListModel
internal import Text

/// Keys and values of nested items in bytes.
extension [UInt8] {
  /// Returns the key at the start of a nested item, with its marks, its colon and the space after; nil
  /// where none is: a key has three words at most.
  package func detailOpening(in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    let limit = Swift.min(range.upperBound, range.lowerBound + 48)
    while index < limit, isKeyByte(self[index]), !matches("\u{FF1A}", at: index) { index += 1 }
    let width = index < limit && self[index] == UInt8(ascii: ":") ? 1 : 3
    guard index < limit, width == 1 || matches("\u{FF1A}", at: index) else { return nil }
    let key = range.lowerBound..<index
    guard (1...3).contains(wordCount(key)), !matches("://", at: index),
      string(key).unicodeScalars.contains(where: \.properties.isAlphabetic)
    else { return nil }
    var end = index + width
    while end < range.upperBound, "*_`".utf8.contains(self[end]),
      self[end] == self[range.lowerBound]
    {
      end += 1
    }
    while end < range.upperBound, let blank = blankWidth(at: end) { end += blank }
    return range.lowerBound..<end
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == .space || "*_`-/&+".utf8.contains(byte)
  }

  /// Tells whether a range begins with a link, in brackets or not.
  private func beginsLink(_ range: Range<Int>) -> Bool {
    guard let end = range.first(where: { self[$0] == UInt8(ascii: "]") }) else { return false }
    return self[range.lowerBound] == UInt8(ascii: "[") && matches("](", at: end)
  }

  /// Returns what an item without a key is; text, where it could be anything.
  package func detailKind(of range: Range<Int>, _ venues: VenueVocabulary) -> DetailForm.Value {
    let plain = withoutMarks(range)
    if isScheme(at: plain.lowerBound) || plain.lowerBound == range.lowerBound && beginsLink(range) {
      return .links
    }
    if isDate(plain) { return .date }
    if venueStart(in: plain, venues) == plain.lowerBound { return .venue }
    return isAuthors(plain) ? .authors : .text
  }

  /// Returns a range without the marks of emphasis at its end that open what stands after it; those
  /// after a word are footnotes.
  func withoutOpeningMarks(_ range: Range<Int>) -> Range<Int> {
    let word = self[range].lastIndex { !"*_".utf8.contains($0) } ?? range.lowerBound
    guard word + 1 < range.upperBound, !self[word].isWord else { return range }
    return range.lowerBound..<titleRange(in: range.lowerBound..<word + 1).upperBound
  }

  /// Returns a range without marks of emphasis at either end.
  func withoutLooseMarks(_ range: Range<Int>) -> Range<Int> {
    let isMark = { (byte: UInt8) in "*_".utf8.contains(byte) }
    let start = self[range].firstIndex { !isMark($0) } ?? range.upperBound
    let end = self[start..<range.upperBound].lastIndex { !isMark($0) } ?? start
    return start..<Swift.min(end + 1, range.upperBound)
  }
}
