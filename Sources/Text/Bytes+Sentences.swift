/// Where sentences end, in bytes.
extension [UInt8] {
  /// Tells whether the text between two offsets has ended its sentence: with a mark or an ellipsis, or with
  /// one before what only hangs on it, as a badge, a name of a licence in code or a line comment in parentheses.
  package func endsSentence(at end: Int, from start: Int) -> Bool {
    let end = trimmed(start..<end).upperBound
    var index = end
    while index > start {
      var last = index
      while last > start, isCloser(self[last - 1]) { last -= 1 }
      if last > start, isSentenceMark(at: last - 1) {
        // `J. (2019)` is a name and a year.
        return index == end || !endsInAbbreviation(at: last - 1, from: start)
      }
      guard let before = appendixStart(before: index, from: start) else { return false }
      index = trimmed(start..<before).upperBound
    }
    return false
  }

  /// Tells whether what stands before an offset is a shortened word, which has its full stop in any place.
  package func endsInAbbreviation(at stop: Int, from start: Int) -> Bool {
    var word = stop
    while word > start, !self[word - 1].isWhitespace, !isCloser(self[word - 1]),
      self[word - 1] != UInt8(ascii: "(")
    {
      word -= 1
    }
    let text = string(word..<stop).lowercased()
    return text.utf8.count == 1 || text.utf8.contains(UInt8(ascii: "."))
      || shortenedWords.contains(text)
  }

  /// Tells whether another sentence ended in a range, before the one at its end.
  package func hasSentenceInside(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while let stop = first(UInt8(ascii: "."), in: index..<range.upperBound) {
      index = stop + 1
      if isStop(at: stop, from: range.lowerBound), stop + 2 < range.upperBound,
        self[stop + 2].isUppercase
      {
        return true
      }
    }
    return false
  }

  private func isCloser(_ byte: UInt8) -> Bool { ")]\"'*_`".utf8.contains(byte) }

  /// Tells whether a full stop, question or exclamation mark stands at an offset, or the end of one that is
  /// no ASCII: an ellipsis or a mark of Chinese.
  private func isSentenceMark(at index: Int) -> Bool {
    if ".!?".utf8.contains(self[index]) { return true }
    guard self[index] >= 0x80, index >= 2 else { return false }
    return ["…", "。", "！", "？"].contains { matches($0, at: index - 2) }
  }

  /// Returns where something begins that ends at an offset and is not part of a sentence; nil where words
  /// of one stand.
  private func appendixStart(before end: Int, from start: Int) -> Int? {
    let last = end - 1
    switch self[last] {
    case UInt8(ascii: ")"):
      guard let open = opening(of: last, "(", ")", from: start) else { return nil }
      guard open > start, self[open - 1] == UInt8(ascii: "]") else { return open }
      let label = opening(of: open - 1, "[", "]", from: start)
      return label.map { $0 > start && self[$0 - 1] == UInt8(ascii: "!") ? $0 - 1 : $0 }
    case UInt8(ascii: "]"): return opening(of: last, "[", "]", from: start)
    case UInt8(ascii: ">"): return self[start..<last].lastIndex(of: UInt8(ascii: "<"))
    case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      var inner = last
      while inner > start, self[inner - 1] == self[last] { inner -= 1 }
      guard var open = self[start..<inner].lastIndex(of: self[last]) else { return nil }
      while open > start, self[open - 1] == self[last] { open -= 1 }
      return open
    case UInt8(ascii: ":"):
      guard let open = self[start..<last].lastIndex(of: UInt8(ascii: ":")), open + 1 < last,
        self[open + 1..<last].allSatisfy({ $0.isWord || "_+-".utf8.contains($0) })
      else { return nil }
      return open
    case 0x80...:
      var open = last
      while open > start, self[open] & 0xC0 == 0x80 { open -= 1 }
      return pictureEnd(at: open) == end ? open : nil
    default: return nil
    }
  }

  /// Returns where the bracket stands that another closes.
  private func opening(
    of close: Int,
    _ opener: Unicode.Scalar,
    _ closer: Unicode.Scalar,
    from start: Int
  ) -> Int? {
    var depth = 0
    for index in (start...close).reversed() {
      if self[index] == UInt8(ascii: closer) { depth += 1 }
      if self[index] == UInt8(ascii: opener) { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}

/// Words that are mostly written short, with a full stop.
private let shortenedWords: Set = [
  "al", "co", "corp", "dept", "etc", "inc", "jr", "ltd", "univ", "vs",
  "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
]
