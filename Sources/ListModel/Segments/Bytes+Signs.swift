/// Signs that part or fill the text of an entry, in bytes.
extension [UInt8] {
  /// Returns where an element ends that unfolds on demand; nil where it is not closed.
  func detailsEnd(from start: Int) -> Int? {
    var index = start
    while let open = self[index...].firstIndex(of: UInt8(ascii: "<")) {
      if matches("</details>", at: open) { return open + 10 }
      index = open + 1
    }
    return nil
  }

  /// Returns the end of a picture that stands as a word by itself before or between fields, as `:zap:`,
  /// a character or one in a code span; nil for anything else.
  func signEnd(at index: Int) -> Int? {
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

  /// Returns where the text behind a bullet begins that stands first on its line, below the entry's
  /// first line.
  func nestedBullet(at index: Int) -> Int? {
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
  func isStop(at index: Int, from start: Int) -> Bool {
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
