package import ListModel
internal import Text

/// What habits are counted by and slips are found by, in an entry's text.
extension Entry {
  /// A comma or colon with a space too many before it, or one too few after it.
  package struct CommaFault: Hashable, Sendable {
    package let sign: Int
    /// Where the space is, or belongs.
    package let space: Range<Int>
    package let isBefore: Bool
  }

  /// The commas and colons in the text of its title, authors, description and details that stand
  /// apart from the word before them, or not apart from the one after.
  package var commaFaults: [CommaFault] {
    var ranges = texts.filter { $0.field != .name && $0.field != .date }.map(\.range)
    if let title { ranges.append(title.range) }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }.flatMap { commaFaults(in: $0) }
  }

  /// The colons after the keys of nested items, as in `Keyword:`, where no space follows.
  package var keyFaults: [CommaFault] {
    texts.filter { $0.field == .details }.compactMap { detail in
      guard let item = nestedItems.first(where: { $0.range == detail.range }), !item.opening.isEmpty
      else { return keyFault(in: detail.range) }
      let end = item.opening.upperBound
      guard end < item.range.upperBound, text[end - 1] == UInt8(ascii: ":") else { return nil }
      return CommaFault(sign: end - 1, space: end..<end, isBefore: false)
    }
  }

  private func keyFault(in range: Range<Int>) -> CommaFault? {
    guard let colon = text[range].firstIndex(where: { !$0.isLetter }), colon > range.lowerBound,
      text[colon] == UInt8(ascii: ":"), colon + 1 < range.upperBound,
      text[colon + 1].isLetter || text[colon + 1] == UInt8(ascii: "[")
    else { return nil }
    return CommaFault(sign: colon, space: colon + 1..<colon + 1, isBefore: false)
  }

  private func commaFaults(in range: Range<Int>) -> [CommaFault] {
    // A sign has something before it and after.
    guard range.count > 2 else { return [] }
    var faults: [CommaFault] = []
    let inner = range.lowerBound + 1..<range.upperBound - 1
    for byte in [UInt8(ascii: ","), UInt8(ascii: ":")] {
      var rest = inner
      while let index = text.first(byte, in: rest) {
        rest = index + 1..<inner.upperBound
        if index > 1, text[index - 1] == .space, text[index + 1] == .space,
          text[index - 2].isWord || text[index - 2] == UInt8(ascii: ")")
        {
          faults.append(CommaFault(sign: index, space: index - 1..<index, isBefore: true))
        } else if byte == UInt8(ascii: ","), text[index + 1].isLetter, text[index - 1].isLetter {
          faults.append(CommaFault(sign: index, space: index + 1..<index + 1, isBefore: false))
        } else if byte == UInt8(ascii: ":"), index + 2 < range.upperBound,
          isNameBefore(index, in: range) || isTitle(range, dividedAt: index),
          text[index + 1].isUppercase, text[index + 2].isLowercase
        {
          faults.append(CommaFault(sign: index, space: index + 1..<index + 1, isBefore: false))
        }
      }
    }
    faults.sort { $0.sign < $1.sign }
    var looked = inner.lowerBound
    var isCode = false
    return faults.filter { fault in
      for byte in text[looked..<fault.sign] where byte == UInt8(ascii: "`") { isCode.toggle() }
      looked = fault.sign
      return !isCode && !links.contains { $0.urlRange?.contains(fault.sign) ?? false }
    }
  }

  /// Tells whether a name ends before a colon: the first word of a text, with two capitals, as `LISA`.
  private func isNameBefore(_ colon: Int, in range: Range<Int>) -> Bool {
    let word = text[range.lowerBound..<colon]
    return word.allSatisfy { $0.isWord || $0 == UInt8(ascii: "-") }
      && word.count(where: \.isUppercase) > 1
  }

  /// How many letters a word has at least that a subtitle can follow, and how many words the subtitle.
  private static let (shortestWord, fewestWords) = (3, 3)

  /// Tells whether a range is the title, and a colon in it stands after a word and before a subtitle.
  private func isTitle(_ range: Range<Int>, dividedAt colon: Int) -> Bool {
    guard let title, title.range == range else { return false }
    let word = text[range.lowerBound..<colon].reversed().prefix(while: \.isLetter)
    let start = colon - word.count
    // `:zap:` is a picture.
    let isSign = start > 0 && text[start - 1] == UInt8(ascii: ":")
    return word.count >= Self.shortestWord && !isSign
      && text.wordCount(colon + 1..<range.upperBound) >= Self.fewestWords
  }

  /// The commas after which a nested item, or the whole entry, ends.
  package var danglingCommas: [Int] {
    let comma = UInt8(ascii: ",")
    var ends = texts.filter { $0.field == .details }.map(\.range.upperBound)
    ends.append(text.trimmed(0..<text.count).upperBound)
    return Set(ends).sorted().filter { $0 > 0 && text[$0 - 1] == comma && !goesOn(after: $0) }
      .map { $0 - 1 }
  }

  /// Tells whether the line below an offset continues what ends there, and begins no item.
  private func goesOn(after end: Int) -> Bool {
    guard let line = text.first(.newline, in: end..<text.count),
      let start = text[(line + 1)...].firstIndex(where: { $0 != .space && $0 != .tab })
    else { return false }
    return text[start].isWord || text[start] == UInt8(ascii: "*") && !text.isBullet(at: start)
  }

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
  package func smallInitial(of range: Range<Int>) -> Int? {
    guard let first = text[range].first, first.isLowercase else { return nil }
    let word = text[range].prefix { !$0.isWhitespace }
    guard word.allSatisfy({ $0.isLowercase || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ",") })
    else { return nil }
    return range.lowerBound
  }
}

extension [UInt8] {
  /// Whether a bullet with its space stands at an offset.
  fileprivate func isBullet(at index: Int) -> Bool {
    index + 1 < count && "-*+".utf8.contains(self[index]) && self[index + 1].isWhitespace
  }
}
