internal import ListModel
internal import Text

extension CitationDraft {
  /// Takes what a heading says for the title, where its text was read as a name and the text below it as the title.
  mutating func takeTitleFromHeading() {
    guard let heading = name, let below = title, entry.titleLink == nil,
      text[entry.marker.range].contains(UInt8(ascii: "#")),
      !text[entry.marker.range.upperBound..<heading.upperBound].contains(.newline),
      heading.upperBound <= below.lowerBound,
      text[heading.upperBound..<below.lowerBound].contains(.newline)
    else { return }
    (name, title, description) = (nil, heading, below)
  }
}

extension Entry {
  /// Returns a text without the links at its start that have labels and fields of their own; nil where nothing else
  /// is there.
  func withoutLabelledLinks(_ range: Range<Int>) -> Range<Int>? {
    // Links in brackets and nothing beside them describe nothing, whatever they are called.
    let end = endOfLinks(in: range) { _ in true }
    guard end < range.upperBound else { return nil }
    return endOfLinks(in: range) { $0.kind != nil }..<range.upperBound
  }

  /// Returns where the links in brackets end that a range begins with, as far as they are meant, with the signs after
  /// them.
  private func endOfLinks(in range: Range<Int>, where isMeant: (Link) -> Bool) -> Int {
    var start = range.lowerBound
    for link in links
    where link.range.lowerBound == start && link.range.upperBound <= range.upperBound {
      guard isMeant(link), text[start..<link.range.upperBound].starts(with: "[[".utf8) else {
        break
      }
      start = link.range.upperBound
      while start < range.upperBound, !text[start].isWord, !"[(*_`:".utf8.contains(text[start]),
        text[start] < 0x80
      {
        start += 1
      }
    }
    return start
  }
}

extension [UInt8] {
  /// Returns where the family name stands that a range ends with, and `et al`, after words that no comma parts.
  ///
  /// In `A Model-Based Control Approach, Zhang et al.` it is `Zhang et al.`: whoever writes family names alone writes
  /// no others in full before them.
  func familyNameAfterWords(in range: Range<Int>) -> Range<Int>? {
    guard let comma = self[range].lastIndex(of: UInt8(ascii: ",")),
      !self[range.lowerBound..<comma].contains(UInt8(ascii: ","))
    else { return nil }
    let names = trimmed(comma + 1..<range.upperBound)
    guard let shortened = firstRange(of: " et al", in: names),
      range.upperBound - shortened.upperBound <= 1,
      wordCount(names.lowerBound..<shortened.lowerBound) == 1,
      wordCount(range.lowerBound..<comma) >= 3
    else { return nil }
    return names.lowerBound..<range.upperBound
  }

  /// Returns a range without a mark of emphasis at its start that is closed right after its end.
  func withoutOpenMark(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, let mark = self[range].first, "*_".utf8.contains(mark),
      range.upperBound < count, self[range.upperBound] == mark,
      self[range.lowerBound + 1] != mark
    else { return range }
    return range.lowerBound + 1..<range.upperBound
  }

  /// Returns where a cell ends in which an offset is.
  func endOfCell(from offset: Int) -> Int {
    var index = offset
    while index < count, self[index] != UInt8(ascii: "|") || self[index - 1] == UInt8(ascii: "\\") {
      index += 1
    }
    return index
  }

  /// Returns a range with what belongs to its ends and looks like punctuation: the colons of an emoji that is written
  /// as a word, as in `:star:`, and the parenthesis that closes one of its own.
  func whole(_ range: Range<Int>) -> Range<Int> {
    let colon = UInt8(ascii: ":")
    var (start, end) = (range.lowerBound, range.upperBound)
    func isShortcode(_ bytes: ArraySlice<UInt8>) -> Bool {
      !bytes.isEmpty && bytes.contains(where: \.isLetter)
        && bytes.allSatisfy { $0.isLowercase || $0.isDigit || $0 == UInt8(ascii: "_") }
    }
    if start > 0, self[start - 1] == colon, let close = self[start..<end].firstIndex(of: colon),
      isShortcode(self[start..<close])
    {
      start -= 1
    }
    if end < count, self[end] == colon, let open = self[start..<end].lastIndex(of: colon),
      isShortcode(self[open + 1..<end])
    {
      end += 1
    }
    let depth = self[start..<end].reduce(0) { depth, byte in
      depth + (byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0)
    }
    if depth == 1, end < count, self[end] == UInt8(ascii: ")") { end += 1 }
    return start..<end
  }
}
