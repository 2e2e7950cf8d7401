internal import Text

/// A word, as far as its capitals go.
struct CapitalisedWord: Hashable, Sendable {
  let range: Range<Int>
  let text: String
  /// Whether a sign after it ends a sentence, or a part of one.
  let endsSentence: Bool

  /// Whether it has a capital at its start, more letters and no other capitals: no acronym, no name
  /// such as `ReferIS` and no `I`.
  var isCapitalised: Bool {
    guard let first = text.first, first.isUppercase else { return false }
    let rest = text.dropFirst()
    return !rest.isEmpty && rest.allSatisfy { $0.isLowercase || !$0.isLetter && !$0.isNumber }
  }

  /// The word with a capital at its start, unless it has one elsewhere, as `iPhone`, or a digit.
  var capitalised: String {
    guard let first = text.first, first.isLowercase,
      text.allSatisfy({ !$0.isUppercase && !$0.isNumber })
    else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// Returns the words of a range: what stands between white space, without the signs around it.
  ///
  /// Code, links and addresses are not words.
  static func words(in text: [UInt8], _ range: Range<Int>) -> [CapitalisedWord] {
    var words: [CapitalisedWord] = []
    var isCode = false
    for run in text.runs(in: range) {
      let ticks = text[run].count { $0 == UInt8(ascii: "`") }
      let isInsideCode = isCode || ticks > 0
      if !ticks.isMultiple(of: 2) { isCode.toggle() }
      guard !isInsideCode, !text.isAddress(run) else { continue }
      var word = run
      while let first = text[word].first, !first.isWord, first < 0x80 { word.removeFirst() }
      while let last = text[word].last, !last.isWord, last < 0x80 { word.removeLast() }
      guard !word.isEmpty else { continue }
      let signs = text[word.upperBound..<run.upperBound]
      let endsSentence = signs.contains { ".:?!".utf8.contains($0) }
      words.append(
        CapitalisedWord(range: word, text: text.string(word), endsSentence: endsSentence)
      )
    }
    return words
  }
}

extension [UInt8] {
  /// The ranges between white space.
  fileprivate func runs(in range: Range<Int>) -> [Range<Int>] {
    self[range].split(whereSeparator: \.isWhitespace).map { $0.startIndex..<$0.endIndex }
  }

  /// Tells whether a run holds an address or a link.
  fileprivate func isAddress(_ run: Range<Int>) -> Bool {
    run.contains { matches("://", at: $0) || matches("](", at: $0) }
  }
}
