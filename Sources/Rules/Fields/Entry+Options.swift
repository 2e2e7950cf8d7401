package import ListModel
internal import Parsing
internal import Text

/// What options are learned from, and slips are found by, in an entry's text.
extension Entry {
  /// The ends of `et al` in names and descriptions that have no full stop.
  package var bareEtAls: [Int] {
    let ranges = texts.filter { $0.field == .authors || $0.field == .description }.map(\.range)
    return ranges.flatMap { range in
      var ends: [Int] = []
      var index = range.lowerBound
      while let space = text.first(.space, in: index..<range.upperBound) {
        index = space + 1
        guard index < text.count, text[index] == UInt8(ascii: "e") else { continue }
        let end = space + 6
        if text.matches(" et al", at: space), end <= range.upperBound,
          end == text.count || !text[end].isWord && text[end] != 0x2E
        {
          ends.append(end)
        }
      }
      return ends
    }
  }

  /// Where what stands between its venue and the year after that is; nil where there are words, or not
  /// both of them.
  package var venueYearGap: Range<Int>? {
    guard let venue, let name = venue.nameRange, let year = venue.yearRange,
      name.upperBound <= year.lowerBound
    else { return nil }
    let gap = name.upperBound..<year.lowerBound
    return text[gap].contains(where: \.isWord) ? nil : gap
  }

  /// Whether it is a table row without a bar at its end.
  package var isOpenRow: Bool {
    let signs = text.lazy.filter { !$0.isWhitespace }
    let last = text.last { !$0.isWhitespace }
    return signs.first == UInt8(ascii: "|") && last != UInt8(ascii: "|")
  }

  /// Whether two links, of which none is a picture, lead to one page.
  package var hasRepeatedURL: Bool {
    let pages = links.filter { !$0.isImage }.compactMap { $0.address?.pageKey }
    return Set(pages).count < pages.count
  }

  /// The runs of spaces after the marker that neither begin or end a line nor fill a table's cell.
  package var doubledSpaces: [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = marker.range.upperBound
    while let start = text.first(.space, in: index..<text.count) {
      index = start + 1
      while index < text.count, text[index] == .space { index += 1 }
      if index - start > 1, index < text.count, start > 0, isBetweenWords(start..<index) {
        runs.append(start..<index)
      }
    }
    return runs
  }

  private func isBetweenWords(_ run: Range<Int>) -> Bool {
    let (before, after) = (text[run.lowerBound - 1], text[run.upperBound])
    if before.isWhitespace || after.isWhitespace { return false }
    let bar = UInt8(ascii: "|")
    guard before == bar || after == bar else { return true }
    // Cells are filled up with spaces; in an item a bar is only punctuation.
    return !isRow
  }

  /// The name at the start of the title, up to its colon: one to three words, of which one has a
  /// capital after its first letter or a digit, as names have.
  package var nameInTitle: Range<Int>? {
    guard !has(.name), let title else { return nil }
    let start = title.range.lowerBound
    guard let colon = text[title.range].firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < title.range.upperBound, text[colon + 1] == .space, colon - start <= 30,
      text.wordCount(start..<colon) <= 3,
      text[start..<colon].dropFirst().contains(where: { $0.isUppercase || $0.isDigit })
    else { return nil }
    return start..<colon
  }

  /// The first description that is one: a single word is a value.
  package var prose: Range<Int>? {
    texts.first { $0.field == .description && text.wordCount($0.range) > 1 }?.range
  }

  /// Returns where a text begins with a small letter that could be a capital; nil where it does not,
  /// or where the word has capitals inside, as `macOS`, or signs, as `a/b`.
  func smallInitial(of range: Range<Int>) -> Int? {
    guard let first = text[range].first, first.isLowercase else { return nil }
    let word = text[range].prefix { !$0.isWhitespace }
    guard word.allSatisfy({ $0.isLowercase || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ",") })
    else { return nil }
    return range.lowerBound
  }
}
