package import ListModel
package import Markdown
internal import Text

/// What lines look like that may be units.
extension SourceText {
  /// How many lines have the address of something on the web.
  package var addressLineCount: Int { lineNumbers.count { hasAddress($0..<$0 + 1) } }

  /// Whether there is the address of something on the web on some lines.
  func hasAddress(_ lines: Range<Int>) -> Bool { bytes.hasAddress(in: range(ofLines: lines)) }

  /// Whether there is an address on some lines, or what stands for one.
  package func hasAddress(_ lines: Range<Int>, _ references: References) -> Bool {
    hasAddress(lines) || references.areUsed(in: bytes[range(ofLines: lines)])
  }

  /// Whether some lines hold badges and nothing else, as the head of a page does.
  func hasOnlyPictures(_ lines: Range<Int>) -> Bool {
    let bytes = bytes[range(ofLines: lines)]
    guard bytes.starts(with: "[![".utf8) || bytes.starts(with: "![".utf8) else { return false }
    // What stands outside of all brackets is text.
    var depth = 0
    return bytes.allSatisfy { byte in
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") { depth -= 1 }
      return depth > 0 || !byte.isWord
    } && !Array(bytes).hasTextLink
  }

  /// Returns the texts of a table row's cells.
  package func cells(of line: Int) -> [String] {
    let bytes = Array(bytes[self.line(line)])
    return bytes.cells.map { bytes.string($0) }
  }
}

extension [UInt8] {
  /// Whether there is the address of something on the web in a range.
  func hasAddress(in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while let colon = first(UInt8(ascii: ":"), in: index..<range.upperBound) {
      if colon + 2 < range.upperBound, matches("://", at: colon) { return true }
      index = colon + 1
    }
    return false
  }
}

extension [UInt8] {
  /// Whether a bullet or number stands at an offset without the space that makes it a marker.
  func hasBareMarker(at index: Int) -> Bool {
    guard index + 1 < count else { return false }
    if self[index] == UInt8(ascii: "*") {
      // One star alone opens no emphasis.
      return self[index + 1] == UInt8(ascii: "[") && hasOddStars(from: index)
    }
    if self[index] == UInt8(ascii: "-") || self[index] == UInt8(ascii: "+") {
      return self[index + 1].isLetter || "[*(\"`".utf8.contains(self[index + 1])
    }
    var end = index
    while end < count, self[end].isDigit { end += 1 }
    return end > index && end - index <= 4 && end + 1 < count
      && (self[end] == UInt8(ascii: ".") || self[end] == UInt8(ascii: ")"))
      && !self[end + 1].isWhitespace && !self[end + 1].isDigit
  }

  /// Whether something stands at an offset that was meant as a marker, but is none: another sign, two of them,
  /// or one with a space after it that is not a space, or with something invisible before it.
  func hasMistakenMarker(at index: Int) -> Bool {
    func isBullet(_ index: Int) -> Bool { index < count && "-*+".utf8.contains(self[index]) }
    let mark: StaticString = "\u{FEFF}"
    if matches(mark, at: index) {
      let next = index + mark.utf8CodeUnitCount
      return isBullet(next) && next + 1 < count && self[next + 1].isWhitespace
    }
    for sign in ["\u{2022}", "\u{2013}", "\u{2014}", "\u{00B7}", "\u{2219}", "\u{25CF}"]
      as [StaticString]
    where matches(sign, at: index) {
      return blankWidth(at: index + sign.utf8CodeUnitCount) != nil
    }
    guard isBullet(index), index + 1 < count else { return false }
    if self[index + 1] == self[index] { return index + 2 < count && self[index + 2].isWhitespace }
    return !self[index + 1].isWhitespace && blankWidth(at: index + 1) != nil
  }

  /// Whether it ends in a line break of HTML.
  var endsWithBreak: Bool {
    guard last(where: { !$0.isWhitespace }) == UInt8(ascii: ">"),
      let start = lastIndex(of: UInt8(ascii: "<"))
    else { return false }
    return isLineBreak(trimmed(start..<count))
  }

  /// Whether a star stands at an offset that opens no emphasis, but touches the text after it.
  func hasBareStar(at index: Int) -> Bool {
    index + 1 < count && self[index] == UInt8(ascii: "*") && !self[index + 1].isWhitespace
      && hasOddStars(from: index)
  }

  /// Whether a link in it has words for its text, and no picture.
  var hasTextLink: Bool {
    indices.contains { index in
      self[index] == UInt8(ascii: "[") && (index == 0 || self[index - 1] != UInt8(ascii: "!"))
        && index + 1 < count && self[index + 1] != UInt8(ascii: "!")
        && self[index + 1] != UInt8(ascii: "[")
    }
  }

  /// How few words after a link describe it.
  private static let fewestWords = 2

  /// Returns what stands between a link that begins at an offset and the words after it, with a sign in it, as
  /// the dash of `[LISA](url) - Segments images`; nil where there is no such link.
  func linkedOpening(at start: Int) -> Range<Int>? {
    guard start < count, self[start] == UInt8(ascii: "["),
      let close = first(UInt8(ascii: "]"), in: start..<count), matches("](", at: close),
      isScheme(at: close + 2)
    else { return nil }
    let end = destination(from: close + 2).upperBound
    guard end < count, self[end] == UInt8(ascii: ")"),
      let word = self[(end + 1)...].firstIndex(where: \.isWord),
      self[end + 1..<word].contains(where: { !$0.isWhitespace }),
      !self[end + 1..<word].contains(UInt8(ascii: "[")),
      wordCount(word..<count, upTo: Self.fewestWords) == Self.fewestWords
    else { return nil }
    return end + 1..<word
  }

  /// Returns the text of a link that begins at an offset.
  func label(at start: Int) -> String {
    string(start + 1..<(first(UInt8(ascii: "]"), in: start + 1..<count) ?? count))
  }

  /// Where the text after a marker begins.
  var contentStart: Int {
    var index = 0
    while index < count, self[index].isWhitespace { index += 1 }
    while index < count, self[index].isDigit { index += 1 }
    if index < count, "-+*.)".utf8.contains(self[index]) { index += 1 }
    while index < count, self[index].isWhitespace { index += 1 }
    return index
  }

  /// Whether there are words beside links' labels and names of people: a title, or a link with one as
  /// its text.
  func hasName(labels: LinkLabels) -> Bool {
    var index = 0
    var words = 0
    let start = contentStart
    while index < count {
      if self[index] == UInt8(ascii: "["), let close = first(UInt8(ascii: "]"), in: index..<count) {
        // Authors with their paper after them are a part of the entry above, as a key with its value is.
        let before = trimmed(start..<index)
        let isApart = index + 1 < count && self[index + 1] == UInt8(ascii: "[")
        if words >= 4 || words > 0 && isApart && self[before].last != UInt8(ascii: ":") {
          return !isAuthorList(before)
        }
        let labelRange = index + 1..<close
        let label = string(labelRange)
        index = close + 1
        // `[[paper]](url)` has its address after both.
        while index < count, self[index] == UInt8(ascii: "]") { index += 1 }
        var address: Range<Int>?
        if index < count, self[index] == UInt8(ascii: "(") {
          address = index..<(first(UInt8(ascii: ")"), in: index..<count) ?? index)
        }
        if labels.name(of: label) == nil {
          // `[owner/name](https://github.com/owner/name)` names nothing but its address.
          let isAddress =
            label.utf8.contains(UInt8(ascii: "/")) && !label.utf8.contains(UInt8(ascii: ":"))
            && address.map { firstRange(of: label, in: $0) != nil } ?? false
          if !isAddress {
            if wordCount(labelRange) >= 2 { return true }
            if address != nil { return words == 0 }
          }
        }
        if let address { index = address.upperBound }
      } else if self[index].isWord {
        if isScheme(at: index) {
          index = destination(from: index).upperBound
          continue
        }
        words += 1
        while index < count, self[index].isWord { index += 1 }
      } else {
        index += 1
      }
    }
    return words >= 4 && !isAuthorList(start..<count)
  }

  /// Whether a range names several people and nothing else.
  private func isAuthorList(_ range: Range<Int>) -> Bool {
    let names = titleRange(in: range)
    // After `et al.` a title can follow.
    let end = firstRange(of: "et al", in: names)?.upperBound ?? names.upperBound
    return end + 1 >= names.upperBound && self[names].contains(UInt8(ascii: ","))
      && isAuthors(names)
  }
}
