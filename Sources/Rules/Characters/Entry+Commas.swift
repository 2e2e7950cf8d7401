package import ListModel
internal import Parsing
internal import Text

/// Commas and colons in an entry's text that are not where they belong.
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
  var keyFaults: [CommaFault] {
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
  var danglingCommas: [Int] {
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
}

extension [UInt8] {
  /// Whether a bullet with its space stands at an offset.
  fileprivate func isBullet(at index: Int) -> Bool {
    index + 1 < count && "-*+".utf8.contains(self[index]) && self[index + 1].isWhitespace
  }
}
