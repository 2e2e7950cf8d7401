internal import ListModel
internal import Parsing
internal import Rules
internal import Text

/// What of a paper stands in the middle of other text.
extension Mould {
  /// Returns where identifier and repository stand outside of other fields.
  static func identifiers(
    of entry: Entry,
    _ identifier: ArXivID?,
    _ repository: String?,
    besides ranges: [Range<Int>]
  ) -> [Atom] {
    var atoms: [Atom] = []
    for (word, slot) in [
      (identifier?.description, Slot.identifier), (repository, .repository),
    ] {
      guard let word else { continue }
      var start = entry.marker.range.upperBound
      while let found = entry.text.firstRange(of: word, in: start..<entry.text.count) {
        start = found.upperBound
        if !ranges.contains(where: { $0.overlaps(found) }) {
          atoms.append(Atom(range: found, slot: slot))
        }
      }
    }
    return atoms + badges(of: entry, besides: ranges + atoms.map(\.range))
  }

  /// Returns where badges of shields.io name repositories, which each entry's own do, whatever stood there by mistake.
  private static func badges(of entry: Entry, besides ranges: [Range<Int>]) -> [Atom] {
    var atoms: [Atom] = []
    var start = entry.marker.range.upperBound
    let text = entry.text
    while let found = text.firstRange(of: "shields.io/github/", in: start..<text.count) {
      start = found.upperBound
      guard let kind = text[start...].firstIndex(of: UInt8(ascii: "/")) else { break }
      let path = text[(kind + 1)...].prefix { $0.isWord || "-._/".utf8.contains($0) }
      let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      guard parts.count >= 2, !parts[0].isEmpty, !parts[1].isEmpty else { continue }
      let isPicture = parts[1].suffix(4).elementsEqual(".svg".utf8)
      let range = kind + 1..<parts[1].endIndex - (isPicture ? 4 : 0)
      guard !ranges.contains(where: { $0.overlaps(range) }) else { continue }
      atoms.append(Atom(range: range, slot: .repository))
    }
    return atoms
  }

  /// Returns where a venue with its year stands as one word, as in `CVPR22`, outside of other fields.
  static func codes(
    of entry: Entry,
    _ citation: Citation,
    _ venues: VenueVocabulary,
    besides ranges: [Range<Int>]
  ) -> [Atom] {
    var atoms: [Atom] = []
    let text = entry.text
    var index = entry.marker.range.upperBound
    while index < text.count {
      let start = index
      while index < text.count, text[index].isLetter { index += 1 }
      let letters = start..<index
      while index < text.count, text[index].isDigit { index += 1 }
      let digits = letters.upperBound..<index
      if index == start { index += 1 }
      let isStart = start == 0 || !text[start - 1].isWord && !"/.-=".utf8.contains(text[start - 1])
      guard isStart, letters.count >= 3, digits.count == 2 || digits.count == 4,
        index == text.count || !text[index].isWord && text[index] != UInt8(ascii: "."),
        !ranges.contains(where: { $0.overlaps(start..<index) })
      else { continue }
      // Two digits say little, unless they are the entry's or the letters a venue's.
      let year = Int(text.string(digits)) ?? 0
      let isYear =
        digits.count == 4
        ? (1950...2199).contains(year)
        : year + 2000 == citation.year || venues.name(of: text.string(letters)) != nil
      guard isYear else { continue }
      atoms.append(Atom(range: start..<index, slot: .code))
    }
    return atoms
  }
}
