internal import ListModel
internal import Text

/// Cuts an entry into tokens by what a reader sees: emphasis, brackets, links, line ends and the
/// punctuation that separates fields.
///
/// Punctuation and marks belong to no token; they are what stands between two.
struct Tokenizer {
  let text: [UInt8]
  let links: [Link]
  let vocabulary: VenueVocabulary
  /// Whether the text is a row of a table.
  let isRow: Bool
  var nextLink = 0
  private var cell = 0
  var isContinued = false
  /// How many marks of emphasis and quotation within lines were found not to close.
  var unclosed = 0
  private(set) var tokens: [Token] = []

  /// How many tokens are told apart: text that goes on longer is prose.
  static let most = 40
  /// How many bytes a venue with its year has at most.
  static let longestVenue = 250
  /// After how many marks within lines that do not close no other is looked for any more.
  static let mostUnclosed = 64
  /// How many are taken at all: no entry has as many links and signs, and laying them along the fields
  /// takes the square of their number.
  static let limit = 400

  init(_ text: [UInt8], links: [Link], isRow: Bool, vocabulary: VenueVocabulary) {
    self.text = text
    self.links = links
    self.isRow = isRow
    self.vocabulary = vocabulary
    // The first cell may do without its bar.
    if isRow, text.first(where: { !$0.isWhitespace }) != UInt8(ascii: "|") { cell = 1 }
  }

  mutating func run(from start: Int) -> [Token] {
    var index = start
    while index < text.count, tokens.count < Self.limit {
      index = step(at: index)
    }
    return tokens
  }

  /// Takes what begins at an offset and returns where it ends.
  private mutating func step(at index: Int) -> Int {
    let byte = text[index]
    while nextLink < links.count, links[nextLink].range.lowerBound < index { nextLink += 1 }
    if nextLink < links.count, links[nextLink].range.lowerBound == index { return takeLink() }
    if let end = nestedItemEnd(at: index) { return end }
    switch byte {
    case .space, .tab, .newline, .carriageReturn: return index + 1
    case UInt8(ascii: "|"):
      if isRow, index == 0 || text[index - 1] != UInt8(ascii: "\\") { cell += 1 }
      return index + 1
    case UInt8(ascii: "<"):
      if let end = markupEnd(at: index) { return end }
    case UInt8(ascii: "&"):
      if text.matches("&nbsp;", at: index) { return index + 6 }
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "("),
      UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "{"), 0xE2:
      if let end = text.signEnd(at: index) {
        return take(sign: index..<end)
      }
      if let inner = marked(at: index) { return take(marked: inner, from: index) }
    case UInt8(ascii: ":"), 0xF0:
      if let end = text.signEnd(at: index) {
        return take(sign: index..<end)
      }
    case UInt8(ascii: "-"):
      // A dash that touches the word after it is still a dash.
      if index > 0, text[index - 1].isWhitespace, !tokens.isEmpty, index + 1 < text.count,
        text[index + 1].isLetter
      {
        return index + 1
      }
    default: break
    }
    if let width = separatorWidth(at: index) { return index + width }
    return takeRun(from: index)
  }

  private mutating func takeLink() -> Int {
    let link = links[nextLink]
    // A picture that leads nowhere is not a field.
    if text[link.range.lowerBound] == UInt8(ascii: "!") {
      append(.html, link.range, words: 0)
      nextLink += 1
      return link.range.upperBound
    }
    let label = link.labelRange ?? link.range
    append(.link, link.range, link: nextLink, words: text.wordCount(label, upTo: Token.mostWords))
    nextLink += 1
    return link.range.upperBound
  }

  mutating func append(
    _ kind: Token.Kind,
    _ range: Range<Int>,
    open: Range<Int>? = nil,
    close: Range<Int>? = nil,
    link: Int? = nil,
    words: Int,
    traits: Token.Traits = []
  ) {
    var traits = traits
    if isContinued { traits.insert(.isContinued) }
    isContinued = false
    tokens.append(
      Token(
        kind: kind,
        range: range,
        open: open ?? range.lowerBound..<range.lowerBound,
        close: close ?? range.upperBound..<range.upperBound,
        link: link,
        cell: cell,
        words: words,
        traits: traits
      )
    )
  }

  /// Takes a nested item, known by its bullet at the start of a line, and returns where it ends.
  private mutating func nestedItemEnd(at index: Int) -> Int? {
    guard index > 0, !isRow, let bullet = text.nestedBullet(at: index) else { return nil }
    var end = index
    while end < text.count, !text[end].isLineEnd { end += 1 }
    let range = text.trimmed(bullet..<end)
    append(.detail, range, words: text.wordCount(range, upTo: Token.mostWords))
    return max(end, index + 1)
  }

  /// Returns the end of a comment, a line break or another tag; a tag with words in it is kept.
  private mutating func markupEnd(at index: Int) -> Int? {
    if text.matches("<!--", at: index) {
      var end = index + 4
      while end < text.count, !text.matches("-->", at: end) { end += 1 }
      let range = index..<min(text.count, end + 3)
      append(.html, range, words: 0)
      return range.upperBound
    }
    // What unfolds on demand is more than an entry has fields for.
    if text.matches("<details", at: index), let end = text.detailsEnd(from: index) {
      append(.html, index..<end, words: 0)
      return end
    }
    guard index + 1 < text.count, text[index + 1].isLetter || text[index + 1] == UInt8(ascii: "/"),
      let close = text.first(UInt8(ascii: ">"), in: index..<min(text.count, index + 600))
    else { return nil }
    let range = index..<close + 1
    if !text.isLineBreak(range) { append(.html, range, words: 0) }
    return range.upperBound
  }

  private mutating func take(sign range: Range<Int>) -> Int {
    append(.html, range, words: 0)
    return range.upperBound
  }

  /// Returns the width of what separates tokens at an offset and belongs to none.
  private func separatorWidth(at index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "\\"),
      UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: ">"), UInt8(ascii: "}"):
      return 1
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "!"),
      UInt8(ascii: "?"):
      // After a link it ends a field, whatever touches it.
      let isAfterLink = index > 0 && text[index - 1] == UInt8(ascii: ")") && text[index] == 0x2E
      return index + 1 == text.count || !text[index + 1].isWord || isAfterLink ? 1 : nil
    default: return text.separatorWidth(at: index) ?? text.blankWidth(at: index)
    }
  }

  // MARK: Marked text

  /// Returns what stands between the marks that open at an offset, with all marks that open there.
  private func marked(at index: Int) -> Range<Int>? {
    guard let end = text.markEnd(at: index, isRow: isRow) else { return nil }
    let byte = text[index]
    // A link in brackets is a link; in emphasis as well, and its marks are punctuation.
    if nextLink < links.count {
      let link = links[nextLink].range
      var start = index
      while start < link.lowerBound, !text[start].isWord, !text[start].isWhitespace { start += 1 }
      if start >= link.lowerBound { return nil }
      if byte == UInt8(ascii: "("), link.lowerBound < end.lowerBound { return nil }
    }
    return index..<end.upperBound
  }

  /// Takes a text in marks and returns where the marks end.
  private mutating func take(marked outer: Range<Int>, from index: Int) -> Int {
    var inner = outer
    var isQuoted = false
    while let widths = text.marks(around: inner) {
      if text[inner.lowerBound] == UInt8(ascii: "\"")
        || text.matches("\u{201C}", at: inner.lowerBound)
      {
        isQuoted = true
      }
      inner = inner.lowerBound + widths.open..<inner.upperBound - widths.close
    }
    inner = text.trimmed(inner)
    // How many citations or stars it has, as in `[31:fire:]`.
    if text.isCounter(inner) {
      append(.html, outer, words: 0)
      return outer.upperBound
    }
    inner = inner.lowerBound..<text.withoutStop(inner)
    // Marks around signs alone, as `**?**`, open nothing that ends further on.
    guard text[inner].contains(where: \.isWord) else { return outer.upperBound }
    skipLinks(to: outer.upperBound)
    // A number before everything else, as in `**[1]** K. He`, counts the entries.
    if inner.count <= 3, text[inner].allSatisfy(\.isDigit),
      tokens.allSatisfy({ $0.kind == .html })
    {
      append(.html, outer, words: 0)
      return outer.upperBound
    }
    var traits = traits(of: inner)
    if isQuoted { traits.insert(.quoted) }
    append(
      .text,
      inner,
      open: outer.lowerBound..<inner.lowerBound,
      close: inner.upperBound..<outer.upperBound,
      words: text.wordCount(inner, upTo: Token.mostWords),
      traits: traits
    )
    return outer.upperBound
  }

  private mutating func skipLinks(to end: Int) {
    while nextLink < links.count, links[nextLink].range.lowerBound < end { nextLink += 1 }
  }

  func traits(of range: Range<Int>) -> Token.Traits {
    traits(
      of: range,
      startingVenue: text.venueStart(in: range, vocabulary) == range.lowerBound
    )
  }

  /// Tells what a text looks like, of which it is known whether it is a venue from its start on.
  func traits(of range: Range<Int>, startingVenue isVenue: Bool) -> Token.Traits {
    if text.isDate(range) { return .date }
    if isVenue { return .venue }
    return text.isAuthors(range) ? .authors : []
  }
}
