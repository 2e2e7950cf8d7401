internal import ListModel
internal import Text

/// Venues that words follow, or that stand in parentheses.
extension [UInt8] {
  /// Returns name and year of a known venue that a range begins with, where a few words follow that say
  /// more of it: `ACL 2023 Findings`.
  func leadingVenue(of run: Range<Int>, _ vocabulary: VenueVocabulary) -> Range<Int>? {
    guard run.count <= 100, let year = leadingYear(in: run),
      let end = nameEnd(before: year.lowerBound, in: run.lowerBound..<year.upperBound)
    else { return nil }
    return vocabulary.name(of: string(run.lowerBound..<end)) == nil
      ? nil : run.lowerBound..<year.upperBound
  }

  /// Returns the year after the first words of a range, where words follow it.
  func leadingYear(in run: Range<Int>) -> Range<Int>? {
    guard let start = self[run].firstIndex(where: \.isDigit), start > run.lowerBound,
      !self[start - 1].isWord
    else { return nil }
    let end = self[start..<run.upperBound].firstIndex { !$0.isDigit } ?? run.upperBound
    guard end - start == 4, end < run.upperBound, self[end].isWhitespace, wordCount(run) <= 10,
      wordCount(run.lowerBound..<start) <= 4, yearValue(start..<end) != nil
    else { return nil }
    return start..<end
  }

  /// Returns the year that touches a known venue, where a range holds nothing else: `CVPR2024`.
  func gluedYear(in run: Range<Int>, _ vocabulary: VenueVocabulary) -> Range<Int>? {
    guard run.count > 5, run.count <= 20 else { return nil }
    let year = run.upperBound - 4..<run.upperBound
    let name = run.lowerBound..<year.lowerBound
    guard self[year].allSatisfy(\.isDigit), self[year.lowerBound - 1].isLetter,
      yearValue(year) != nil, vocabulary.name(of: string(name)) != nil
    else { return nil }
    return year
  }

  /// Tells whether a parenthesis that opens in a text, and not right before an offset, is still open
  /// there.
  func isInParentheses(_ index: Int, from start: Int) -> Bool {
    var depth = 0
    for byte in self[start..<index] {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return depth > 0 && self[index - 1] != UInt8(ascii: "(")
  }
}
