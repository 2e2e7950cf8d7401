internal import ListModel
internal import Text

/// Plain text, up to what sets the next token apart.
extension Tokenizer {
  /// Takes plain text up to what sets the next token apart, and returns where that is.
  mutating func takeRun(from start: Int) -> Int {
    let (end, continues) = runEnd(from: start)
    var range = plainRange(in: start..<end)
    // The parenthesis after a number is punctuation, as a full stop is.
    if text[range].last == UInt8(ascii: ")"), text[range].dropLast().allSatisfy(\.isDigit) {
      range = range.lowerBound..<range.upperBound - 1
    }
    guard !range.isEmpty, text[range].contains(where: \.isWord) else { return max(end, start + 1) }
    if !isRow, text.isPages(range) {
      append(.html, range, words: 0)
      return end
    }
    if let comma = text.venueEnd(beforeAuthors: range, vocabulary) {
      append(plain: range.lowerBound..<comma, traits: .venue)
      append(plain: plainRange(in: comma..<range.upperBound), traits: .authors)
      isContinued = continues
      return end
    }
    let venue = text.venueStart(in: range, vocabulary)
    if let venue, venue > range.lowerBound, !text.isInParentheses(venue, from: range.lowerBound) {
      let before = plainRange(in: range.lowerBound..<venue)
      if let names = text.names(atEndOf: before) {
        append(plain: plainRange(in: before.lowerBound..<names), traits: [])
        isContinued = true
        append(plain: names..<before.upperBound, traits: .authors)
      } else if text[before].contains(where: \.isWord) {
        append(plain: before, traits: traits(of: before))
      }
      let rest = venue..<range.upperBound
      append(plain: rest, traits: text.isDate(rest) ? .date : .venue)
    } else if venue == nil, !tokens.contains(where: { $0.kind == .link }),
      let names = text.shortenedNames(atEndOf: range)
    {
      append(plain: plainRange(in: range.lowerBound..<names), traits: [])
      isContinued = true
      append(plain: names..<range.upperBound, traits: .authors)
    } else {
      append(plain: range, traits: traits(of: range, startingVenue: venue == range.lowerBound))
    }
    isContinued = continues
    return end
  }

  private mutating func append(plain range: Range<Int>, traits: Token.Traits) {
    append(.text, range, words: text.wordCount(range, upTo: Token.mostWords), traits: traits)
  }

  /// Returns a range without the spaces and punctuation around it, of which the word before a venue is
  /// one, as in `Title, in CVPR`; `et al.` keeps its full stop.
  private func plainRange(in range: Range<Int>) -> Range<Int> {
    var plain = text.titleRange(in: range)
    // So is the one before authors.
    let name = plain.lowerBound + 3
    if text.matches("by ", at: plain.lowerBound), name < plain.upperBound, text[name].isUppercase,
      text.isAuthors(name..<plain.upperBound)
    {
      plain = name..<plain.upperBound
    }
    let word = plain.upperBound - 2
    if word >= plain.lowerBound, text.matches("in", at: word) || text.matches("In", at: word) {
      let before = text.trimmed(plain.lowerBound..<word)
      let sign = before.isEmpty ? nil : text[before.upperBound - 1]
      if before.isEmpty || sign == UInt8(ascii: ",") || sign == UInt8(ascii: ".") {
        plain = text.titleRange(in: before)
      }
    }
    guard text.matches(" al.", at: plain.upperBound - 3) else { return plain }
    return plain.lowerBound..<plain.upperBound + 1
  }

  private mutating func runEnd(from start: Int) -> (end: Int, continues: Bool) {
    let limit = nextLink < links.count ? max(start, links[nextLink].range.lowerBound) : text.count
    let isFull = tokens.count >= Self.most
    let text = text
    var index = start
    // Most bytes are of the kinds with which nothing begins or ends.
    while let sign = text.firstSign(from: index, to: limit) {
      index = sign
      let byte = text[index]
      if byte.isLineEnd { return (index, false) }
      if isRow, byte == UInt8(ascii: "|"), text[index - 1] != UInt8(ascii: "\\") {
        return (index, false)
      }
      if !isFull, index > start {
        if text.isStop(at: index, from: start) { return (index + 1, true) }
        if text[index - 1].isWhitespace {
          if let width = text.separatorWidth(at: index), width > 1 || byte == UInt8(ascii: "-"),
            text.blankWidth(at: index + width) != nil || text.matches("--", at: index)
          {
            return (index, false)
          }
          if byte == UInt8(ascii: "|") { return (index, false) }
          if let end = closing(at: index), isBoundary(index..<end.upperBound, after: start) {
            return (index, true)
          }
        }
        // `LISA:"Reasoning Segmentation"`, with a space or without: a name, and the title in quotes.
        if byte == UInt8(ascii: "\"") || text.matches("\u{201C}", at: index),
          isQuotedTitle(at: index, after: start)
        {
          return (index, false)
        }
        // A full stop that touches a bracket ends the sentence as well.
        if byte == UInt8(ascii: "["), text[index - 1] == UInt8(ascii: "."), index - start > 20,
          text.markEnd(at: index, isRow: isRow) != nil
        {
          return (index, false)
        }
        if byte == UInt8(ascii: "<"), index + 1 < text.count,
          text[index + 1].isLetter || text[index + 1] == UInt8(ascii: "!")
            || text[index + 1] == UInt8(ascii: "/")
        {
          return (index, false)
        }
      }
      index += 1
    }
    return (limit, false)
  }

  /// Returns the closing mark of what opens at an offset, as long as not too many were found to have none.
  private mutating func closing(at index: Int) -> Range<Int>? {
    guard unclosed < Self.mostUnclosed else { return nil }
    let end = text.markEnd(at: index, isRow: isRow)
    if end == nil, text[index].isFarMark || text.matches("\u{201C}", at: index) { unclosed += 1 }
    return end
  }

  /// Tells whether a text in quotation marks that a colon or names of people lead to is a title.
  private mutating func isQuotedTitle(at index: Int, after start: Int) -> Bool {
    var before = index
    while before > 0, text[before - 1] == .space { before -= 1 }
    guard before > 0, let end = closing(at: index) else { return false }
    let words = text.wordCount(index..<end.lowerBound)
    switch text[before - 1] {
    case UInt8(ascii: ":"): return words >= 3
    case UInt8(ascii: ","), UInt8(ascii: "."):
      return words >= 2 && text.isAuthors(plainRange(in: start..<before))
    default: return words >= 3 && text.isAuthors(plainRange(in: start..<before))
    }
  }

  /// Tells whether marked text within a line, which began at an offset, is a token of its own.
  private func isBoundary(_ range: Range<Int>, after start: Int) -> Bool {
    switch text[range.lowerBound] {
    case UInt8(ascii: "("):
      let inner = range.lowerBound + 1..<range.upperBound - 1
      if !traits(of: inner).isDisjoint(with: [.date, .venue]) { return true }
      // What stands in parentheses after a venue says more of it, or who wrote the paper.
      guard range.lowerBound - start <= Self.longestVenue else { return false }
      let before = plainRange(in: start..<range.lowerBound)
      return text.year(in: before) != nil
        && text.venueStart(in: before, vocabulary) == before.lowerBound
    case UInt8(ascii: "\""), 0xE2, UInt8(ascii: "{"): return false
    default: return true
    }
  }
}

extension UInt8 {
  /// A star, a low line, a backtick or a quotation mark, whose other is looked for far ahead.
  fileprivate var isFarMark: Bool {
    self == UInt8(ascii: "*") || self == UInt8(ascii: "_") || self == UInt8(ascii: "`")
      || self == UInt8(ascii: "\"")
  }
}
