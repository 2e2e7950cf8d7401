package import ListModel
internal import Parsing
internal import Text

/// What of an entry no field has, and a new one needs.
extension Entry {
  /// Returns where the words stand that an entry begins with whose title is in a note below; nil where there are none.
  func lead(_ places: CitationPlaces) -> Range<Int>? {
    let start = marker.range.upperBound
    guard let title = places.title, let end = text.first(.newline, in: start..<text.count),
      title.lowerBound > end
    else { return nil }
    // Without a link it is the heading of what is below it.
    guard let link = links.first(where: { $0.range.lowerBound < end })?.range.lowerBound,
      start < link
    else { return nil }
    // The bracket before a link is the link's.
    var words = text.trimmed(start..<link)
    while text[words].last == UInt8(ascii: "[") {
      words = text.trimmed(words.lowerBound..<words.upperBound - 1)
    }
    let fields = [places.name, places.authors, places.description, tags?.range, venue?.range]
    guard text[words].contains(where: \.isWord),
      text[words].first.map({ $0 != UInt8(ascii: "<") }) ?? false,
      !fields.contains(where: { $0?.overlaps(words) ?? false })
    else { return nil }
    return words
  }

  /// Returns where the words in brackets stand right after an address that say what it leads to, as in
  /// `https://github.com/owner/name [Keras]`; nil where there are none.
  package func labelRange(after link: Link) -> Range<Int>? {
    let open = link.range.upperBound + 1
    guard link.label == nil, link.url != nil, text.matches(" [", at: open - 1),
      let close = text[open...].firstIndex(of: UInt8(ascii: "]")),
      close + 1 == text.count || text[close + 1] != UInt8(ascii: "(")
    else { return nil }
    let range = open + 1..<close
    let taken = [tags?.range, venue?.range, title?.range] + ranges(of: .date)
    guard text[range].first?.isLetter ?? false,
      text[range].allSatisfy({ $0.isWord || " +-/.".utf8.contains($0) }),
      !taken.contains(where: { $0?.overlaps(range) ?? false })
    else { return nil }
    return range
  }

  /// Returns the whole date that a year begins that an entry has outside of its addresses; nil where it is alone.
  package func date(beginningWith year: Int) -> CalendarDate? {
    var position = marker.range.upperBound
    while let found = text.firstRange(of: String(year), in: position..<text.count) {
      position = found.upperBound
      let date = found.lowerBound..<text.endOfDate(from: found)
      guard date.count > found.count, !links.contains(where: { $0.range.overlaps(date) }) else {
        continue
      }
      return CalendarDate(string(date))
    }
    return nil
  }
}

extension [UInt8] {
  /// Returns where a date ends that begins with a year, as in `2022/08`; the year's own end where nothing follows it.
  func endOfDate(from year: Range<Int>) -> Int {
    var end = year.upperBound
    for _ in 0..<2 {
      guard end < count, "/.-".utf8.contains(self[end]) else { break }
      let digits = self[(end + 1)...].prefix { $0.isDigit }
      guard (1...2).contains(digits.count),
        digits.endIndex == count || !self[digits.endIndex].isWord
      else { break }
      end = digits.endIndex
    }
    return end
  }
}
