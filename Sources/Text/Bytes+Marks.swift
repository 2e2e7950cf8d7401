/// Marks of emphasis, brackets and quotation in bytes.
extension [UInt8] {
  /// How far from its opening mark a closing one is looked for: looking to the end from each of many would
  /// take long.
  private static var longestMarked: Int { 2000 }

  /// Returns the closing mark of what opens at an offset, on the same line; nil where nothing opens,
  /// or nothing closes.
  package func markEnd(at index: Int, isRow: Bool) -> Range<Int>? {
    let byte = self[index]
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"):
      var start = index
      while start < count, self[start] == byte, start - index <= 3 { start += 1 }
      guard start < count, !self[start].isWhitespace, start - index <= 3 else { return nil }
      var end = start
      while end < count, !ends(at: end, isRow: isRow), end - index < Self.longestMarked {
        // A mark after a backslash is a sign of the text.
        if byte != UInt8(ascii: "`"), self[end] == UInt8(ascii: "\\"), end + 1 < count,
          self[end + 1] == byte
        {
          end += 2
          continue
        }
        if self[end] == byte, end > start,
          byte == UInt8(ascii: "`") || isClosing(at: end, byte)
        {
          var close = end
          while close < count, self[close] == byte { close += 1 }
          return end..<close
        }
        if byte != UInt8(ascii: "`"), self[end] == UInt8(ascii: "`"),
          let code = first(UInt8(ascii: "`"), in: end + 1..<Swift.min(count, end + 200))
        {
          end = code
        }
        // An address has underscores of its own.
        if matches("](", at: end),
          let close = first(UInt8(ascii: ")"), in: end..<Swift.min(count, end + Self.longestMarked))
        {
          end = close
        }
        end += 1
      }
      return nil
    case UInt8(ascii: "("): return bracketEnd(at: index, close: UInt8(ascii: ")"), isRow: isRow)
    case UInt8(ascii: "["): return bracketEnd(at: index, close: UInt8(ascii: "]"), isRow: isRow)
    case UInt8(ascii: "{"): return bracketEnd(at: index, close: UInt8(ascii: "}"), isRow: isRow)
    case UInt8(ascii: "\""):
      var end = index + 1
      while end < count, !ends(at: end, isRow: isRow), end - index < Self.longestMarked {
        if self[end] == byte, end > index + 1, end + 1 == count || !self[end + 1].isWord {
          return end..<end + 1
        }
        end += 1
      }
      return nil
    case 0xE2:
      guard matches("\u{201C}", at: index) else { return nil }
      var end = index + 3
      while end < count, !ends(at: end, isRow: isRow), end - index < Self.longestMarked {
        if matches("\u{201D}", at: end) { return end..<end + 3 }
        end += 1
      }
      return nil
    default: return nil
    }
  }

  /// Tells whether the stars from an offset to the end of its line are an odd number, so that one of
  /// them opens nothing.
  package func hasOddStars(from index: Int) -> Bool {
    self[index...].prefix { !$0.isLineEnd }.count { $0 == UInt8(ascii: "*") } % 2 == 1
  }

  /// Tells whether marks of emphasis can close at an offset: after a word, and not within one.
  private func isClosing(at index: Int, _ byte: UInt8) -> Bool {
    var end = index
    while end < count, self[end] == byte { end += 1 }
    guard byte == UInt8(ascii: "_") else {
      // A space before it is a mistake that is still meant as the end.
      return !self[index - 1].isWhitespace || end == count || !self[end].isWord
    }
    return !self[index - 1].isWhitespace && (end == count || !self[end].isWord)
  }

  private func bracketEnd(at index: Int, close: UInt8, isRow: Bool) -> Range<Int>? {
    let open = self[index]
    var depth = 0
    var end = index
    while end < count, !ends(at: end, isRow: isRow), end - index < 400 {
      if self[end] == open { depth += 1 }
      if depth > Self.deepestBracket { return nil }
      if self[end] == close {
        depth -= 1
        if depth == 0 { return end > index + 1 ? end..<end + 1 : nil }
      }
      end += 1
    }
    return nil
  }

  /// Tells whether marks have to be closed before an offset: at the end of a line or a cell.
  private func ends(at index: Int, isRow: Bool) -> Bool {
    if self[index] == .newline {
      // A line of prose goes on in the next, unless that is blank or an item.
      var next = index + 1
      while next < count, self[next] == .space || self[next] == .tab { next += 1 }
      return next == count || self[next].isLineEnd || !self[next].isLetter
    }
    return isRow && self[index] == UInt8(ascii: "|")
      && (index == 0 || self[index - 1] != UInt8(ascii: "\\"))
  }

  /// Returns the widths of the marks around a range, the punctuation before the closing one
  /// included; nil where none are.
  package func marks(around range: Range<Int>) -> (open: Int, close: Int)? {
    guard range.count > 2 else { return nil }
    switch self[range.lowerBound] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"):
      let mark = self[range.lowerBound]
      let open = self[range].prefix { $0 == mark }.count
      let last = withoutStop(range)
      let close = self[range.lowerBound..<last].reversed().prefix { $0 == mark }.count
      guard close > 0, open + close < last - range.lowerBound,
        let end = markEnd(at: range.lowerBound, isRow: false), end.upperBound >= last
      else { return nil }
      return (open, close + range.upperBound - last)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""):
      let last = withoutStop(range)
      guard let end = markEnd(at: range.lowerBound, isRow: false), end.upperBound == last else {
        return nil
      }
      return (1, 1 + range.upperBound - last)
    case 0xE2:
      let last = withoutStop(range)
      guard let end = markEnd(at: range.lowerBound, isRow: false), end.upperBound == last else {
        return nil
      }
      return (3, 3 + range.upperBound - last)
    default: return nil
    }
  }

  /// Returns a range without the marks around it and without the punctuation at its end.
  package func withoutMarks(_ range: Range<Int>) -> Range<Int> {
    var inner = range
    while let widths = marks(around: inner) {
      inner = inner.lowerBound + widths.open..<inner.upperBound - widths.close
    }
    inner = trimmed(inner)
    return inner.lowerBound..<withoutStop(inner)
  }

  /// Returns where a range ends without the full stop, colon or comma at its end.
  package func withoutStop(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = self[end - 1]
      let isStop =
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",")
        || byte == .space
      // An ellipsis is the text's own.
      if byte == UInt8(ascii: "."), end - range.lowerBound > 2, self[end - 2] == byte { break }
      // `et al.` keeps its own.
      if byte == UInt8(ascii: "."), matches(" al.", at: end - 4) { break }
      guard isStop else { break }
      end -= 1
    }
    return end == range.lowerBound ? range.upperBound : end
  }

  /// Tells whether a tag is a line break.
  package func isLineBreak(_ range: Range<Int>) -> Bool {
    let name = string(range).lowercased()
    return name == "<br>" || name == "<br/>" || name == "<br />" || name == "</br>"
  }

  /// Returns the width of the punctuation at an offset that separates fields by itself, nil where
  /// there is none.
  package func separatorWidth(at index: Int) -> Int? {
    guard index >= 0, index < count else { return nil }
    if self[index] < 0x80 {
      return self[index] == UInt8(ascii: "-") || self[index] == UInt8(ascii: "|") ? 1 : nil
    }
    for sign in [
      "\u{2013}", "\u{2014}", "\u{3002}", "\u{FF0E}", "\u{FF0C}", "\u{FF1A}", "\u{FF5C}",
      "\u{00A0}", "\u{3000}",
    ] as [StaticString] where matches(sign, at: index) {
      return sign.utf8CodeUnitCount
    }
    return nil
  }
}
