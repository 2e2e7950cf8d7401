/// Signs that part or fill the text of an entry, in bytes.
extension [UInt8] {
  /// Returns where an element ends that unfolds on demand; nil where it is not closed.
  package func detailsEnd(from start: Int) -> Int? {
    var index = start
    while let open = self[index...].firstIndex(of: UInt8(ascii: "<")) {
      if matches("</details>", at: open) { return open + 10 }
      index = open + 1
    }
    return nil
  }

  /// Returns the end of a picture that stands as a word by itself before or between fields, as `:zap:`,
  /// a character or one in a code span; nil for anything else.
  package func signEnd(at index: Int) -> Int? {
    guard index == 0 || self[index - 1].isWhitespace || matches("&nbsp;", at: index - 6) else {
      return nil
    }
    var end = index
    while end < count, !self[end].isWhitespace, end - index <= 40 { end += 1 }
    guard end < count, self[end] == .space, end > index + 1 else { return nil }
    let word = index..<end
    if self[index] == UInt8(ascii: ":") {
      let name = self[index + 1..<end - 1]
      return self[end - 1] == UInt8(ascii: ":") && !name.isEmpty
        && name.allSatisfy { $0.isLowercase || $0.isDigit || "_-+".utf8.contains($0) } ? end : nil
    }
    let inner = self[index] == UInt8(ascii: "`") ? index + 1..<end - 1 : word
    guard self[index] != UInt8(ascii: "`") || self[end - 1] == UInt8(ascii: "`") else { return nil }
    return string(inner).unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x2190 && !scalar.properties.isAlphabetic && scalar.value != 0x3002
        && !(0xFF00...0xFFEF).contains(scalar.value) && !(0x3000...0x303F).contains(scalar.value)
    } && !inner.isEmpty ? end : nil
  }

  /// Returns where a picture ends that is a character; nil where another stands.
  package func pictureEnd(at index: Int) -> Int? {
    let byte = self[index]
    guard byte >= 0xE0 else { return nil }
    let end = index + (byte >= 0xF0 ? 4 : 3)
    guard end <= count, let scalar = string(index..<end).unicodeScalars.first,
      scalar.value >= 0x2190 && !(0x3000...0x303F).contains(scalar.value)
        && !(0xFF00...0xFFEF).contains(scalar.value) || scalar.value == 0x200D
        || scalar.value == 0xFE0F,
      !scalar.properties.isAlphabetic
    else { return nil }
    return end
  }

  /// Returns the bytes with spaces for the pictures and `:signs:` in a range, and where the last of them ends;
  /// nil where there are none.
  package func withoutSigns(in range: Range<Int>) -> (bytes: [UInt8], end: Int)? {
    let colon = UInt8(ascii: ":")
    var plain: [UInt8]?
    var last = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      var end: Int?
      if self[index] >= 0x80 {
        end = pictureEnd(at: index)
      } else if self[index] == colon,
        let close = first(colon, in: index + 1..<range.upperBound), close > index + 1,
        self[index + 1..<close].allSatisfy({ $0.isWord || "_+-".utf8.contains($0) })
      {
        end = close + 1
      }
      guard let end, end <= range.upperBound else {
        index += 1
        continue
      }
      if plain == nil { plain = self }
      for position in index..<end { plain?[position] = .space }
      last = end
      index = end
    }
    return plain.map { ($0, last) }
  }

  /// Tells whether a range holds a number with a picture or `:sign:` and nothing else.
  package func isCounter(_ range: Range<Int>) -> Bool {
    guard let plain = withoutSigns(in: range)?.bytes[range] else { return false }
    return plain.contains(where: \.isDigit)
      && plain.allSatisfy { $0.isDigit || $0 == .space || ".,+k".utf8.contains($0) }
  }

  /// Returns where something ends that is set apart as a whole by the marks around it: parentheses, brackets,
  /// emphasis, code, a tag, a `:sign:` or a picture; nil where words or other marks stand.
  package func groupEnd(at index: Int) -> Int? {
    let byte = self[index]
    let closer: UInt8
    switch byte {
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    case UInt8(ascii: "["): closer = UInt8(ascii: "]")
    case UInt8(ascii: "<"): closer = UInt8(ascii: ">")
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: ":"): closer = byte
    case 0x80...: return pictureEnd(at: index)
    default: return nil
    }
    var inner = index + 1
    while inner < count, self[inner] == byte, closer == byte { inner += 1 }
    // What is longer is not a whole, but a text of its own.
    let limit = Swift.min(count, inner + 4_000)
    let lineEnd = first(.newline, in: Swift.min(inner, limit)..<limit) ?? limit
    guard inner < lineEnd, self[inner] != .space,
      var end = first(closer, in: inner..<lineEnd)
    else { return nil }
    while end < count, self[end] == closer { end += 1 }
    return end
  }

  /// Returns where the text after a bullet begins that stands first on its line, below the entry's
  /// first line.
  package func nestedBullet(at index: Int) -> Int? {
    let byte = self[index]
    let isBullet =
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+")
    guard isBullet, index + 1 < count, self[index + 1].isWhitespace else { return nil }
    var start = index
    while start > 0, self[start - 1] == .space || self[start - 1] == .tab { start -= 1 }
    guard start > 0, self[start - 1].isLineEnd else { return nil }
    return index + 1
  }

  /// Tells whether a full stop, question or exclamation mark at an offset ends a sentence.
  package func isStop(at index: Int, from start: Int) -> Bool {
    let byte = self[index]
    guard
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!"),
      index + 1 < count, blankWidth(at: index + 1) != nil
    else { return false }
    guard byte == UInt8(ascii: ".") else { return true }
    var word = index
    while word > start, !self[word - 1].isWhitespace { word -= 1 }
    let before = string(word..<index)
    // Initials and abbreviations.
    if before.utf8.count == 1, self[word].isUppercase { return false }
    if before.utf8.dropFirst().contains(UInt8(ascii: ".")) { return false }
    return !["al", "vs", "etc", "No", "Fig", "Dr", "St", "Jr", "Inc", "cf", "Vol"].contains(before)
  }
}
