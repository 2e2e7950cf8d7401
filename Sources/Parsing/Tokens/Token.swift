package import ListModel
internal import Text

/// A piece of an entry that one field, or a part of it, can be: a link, or text that marks of
/// emphasis, brackets or punctuation set apart.
package struct Token: Sendable {
  package enum Kind: Sendable {
    case text
    case link
    /// A nested item: everything after its bullet.
    case detail
    /// Markup that is neither text nor link.
    case html
  }

  package let kind: Kind
  /// The bytes without the marks around them; of a link, all of it.
  package let range: Range<Int>
  /// What opens the marks around the text, as in `**`; empty for plain text.
  package let open: Range<Int>
  /// What closes them, with the punctuation before it, as in `.**`.
  package let close: Range<Int>
  /// The index of its link among the entry's.
  package let link: Int?
  /// The number of table cells before it.
  package let cell: Int
  /// How many words it has; more than `mostWords` are not counted.
  package let words: Int
  package let traits: Traits

  package static let mostWords = 10

  /// What a text looks like.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A venue, with or without its year.
    package static let venue = Traits(rawValue: 1)
    package static let date = Traits(rawValue: 2)
    package static let authors = Traits(rawValue: 4)
    /// Where a sentence goes on after a full stop or a mark of emphasis.
    package static let isContinued = Traits(rawValue: 8)
    /// In quotation marks.
    package static let quoted = Traits(rawValue: 16)
  }

  /// Where its closing marks end, without punctuation after them.
  package func markedEnd(in text: [UInt8]) -> Int {
    let stops = text[close].reversed().prefix { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    return stops.count == close.count ? range.upperBound : close.upperBound
  }

  /// From the first mark to the last.
  package var outer: Range<Int> { open.lowerBound..<close.upperBound }
}

extension Token {
  /// Takes a text or a link with nothing around it.
  init(
    _ kind: Kind,
    _ range: Range<Int>,
    in text: [UInt8],
    link: Int? = nil,
    traits: Traits = []
  ) {
    self.init(
      kind: kind,
      range: range,
      open: range.lowerBound..<range.lowerBound,
      close: range.upperBound..<range.upperBound,
      link: link,
      cell: 0,
      words: text.wordCount(range, upTo: Self.mostWords),
      traits: traits
    )
  }
}

extension [UInt8] {
  /// Returns the number of words in a range; more than `limit` are not counted.
  package func wordCount(_ range: Range<Int>, upTo limit: Int = .max) -> Int {
    var count = 0
    var end = range.lowerBound
    while count < limit, let start = first(from: end, to: range.upperBound, where: \.isWord) {
      count += 1
      end = first(from: start, to: range.upperBound, where: \.isWhitespace) ?? range.upperBound
    }
    return count
  }

  private static let months: Set<String> = [
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june",
    "jul", "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov",
    "november", "dec", "december",
  ]

  /// Tells whether a word is the name of a month, shortened or not.
  func isMonth(_ word: Range<Int>) -> Bool {
    word.count <= 9 && Self.months.contains(string(word).lowercased())
  }

  /// Tells whether a range holds nothing but a date: a year, with a month or a day, in any order.
  package func isDate(_ range: Range<Int>) -> Bool {
    guard range.count <= 30, self[range].contains(where: \.isDigit) else { return false }
    var hasYear = false
    var hasMonth = false
    let words = self[range].split { byte in
      !byte.isDigit && !byte.isLetter
    }
    for word in words {
      let digits = word.prefix(while: \.isDigit)
      if digits.count == 4, word.count == 4 {
        let century = (word[word.startIndex], word[word.startIndex + 1])
        hasYear = hasYear || century == (0x32, 0x30) || century == (0x31, 0x39)
      } else if digits.isEmpty {
        guard isMonth(word.startIndex..<word.endIndex) else { return false }
        hasMonth = true
      } else if digits.count > 2
        || !["", "st", "nd", "rd", "th"].contains(
          String(decoding: word.dropFirst(digits.count), as: UTF8.self)
        )
      {
        return false
      }
    }
    return hasYear || hasMonth && words.count > 1
  }

  private static let particles: Set<String> = [
    "and", "de", "van", "von", "der", "den", "la", "le", "da", "dos", "di", "et", "al", "bin",
    "el", "with", "the", "del", "others",
  ]
  private static let longestParticle = particles.reduce(0) { Swift.max($0, $1.utf8.count) }

  /// Tells whether a range reads as names of people: `K. He, X. Zhang, and J. Sun`, `Liu et al`.
  package func isAuthors(_ range: Range<Int>) -> Bool {
    guard self[range].contains(.space) else { return false }
    // Where it comes late, somebody is mentioned in prose.
    let start = range.lowerBound..<Swift.min(range.upperBound, range.lowerBound + 160)
    let isShortened = start.dropLast().contains { index in
      self[index] == UInt8(ascii: "e") && self[index + 1] == UInt8(ascii: "t")
        && matches("et al", at: index)
    }
    if isShortened { return true }
    var names = 0
    // The words of one name, and whether it is two of them without a comma.
    var words = 0
    var isPair = false
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, !self[index].endsNamePart { index += 1 }
      let word = self[start..<index]
      let isAnd = word.elementsEqual("and".utf8)
      if !word.isEmpty, words > 0 || !isAnd {
        words += 1
        isPair = isPair || isAnd
        guard words <= 7, isAnd || isNamePart(word) else { return false }
      }
      if index == range.upperBound || self[index] != .space {
        if words > 0 { names += isPair ? 2 : 1 }
        words = 0
        isPair = false
      }
      index += 1
    }
    return names >= 2
      || names == 1 && (2...3).contains(self[range].split(separator: .space).count)
        && range.dropLast().contains { self[$0] == UInt8(ascii: ".") && self[$0 + 1] == .space }
  }

  /// Tells whether a word can be part of a name: it begins with a capital letter, or is a particle.
  private func isNamePart(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first(where: \.isWord), !first.isUppercase, first < 0x80 else {
      return true
    }
    return word.count <= Self.longestParticle
      && Self.particles.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  /// Returns where a venue begins that a range of text ends with, nil where it ends with none.
  package func venueStart(in run: Range<Int>, _ vocabulary: VenueVocabulary) -> Int? {
    // Long text is prose, and only its last words can be a venue.
    let tail = run.count > 60 ? lastWords(of: run) : run
    let date = date(atEndOf: tail)
    guard let year = date?.range ?? year(in: tail), date != nil || yearValue(year) != nil else {
      let isVenue =
        isKnownVenue(run, vocabulary) || leadingVenue(of: run, vocabulary) != nil
        || gluedYear(in: run, vocabulary) != nil
        || venue(afterDateIn: run, vocabulary) != nil
      return isVenue ? run.lowerBound : nil
    }
    var after = year.upperBound
    while after < run.upperBound, !self[after].isWord { after += 1 }
    let rest = after..<run.upperBound
    guard wordCount(rest) <= 6, let nameEnd = nameEnd(before: year.lowerBound, in: run) else {
      return venue(afterDateIn: run, vocabulary) == nil ? nil : run.lowerBound
    }
    let sentence = sentenceStart(before: nameEnd, in: run)
    let starts = wordStarts(before: nameEnd, in: run, limit: 6)
      .filter { $0 >= sentence.start }
    if let known = starts.last(where: { isVenue($0..<nameEnd, in: vocabulary) }) {
      let publisher = self[sentence.start..<known]
      return sentence.isSeparated && !publisher.contains(where: \.isLowercase)
        ? sentence.start : known
    }
    let name = sentence.start..<nameEnd
    // What stands before a date may be anything, unless it is all there is.
    if let date,
      name.lowerBound > run.lowerBound || wordCount(name) > 2
        || self[name].contains(where: \.isDigit)
    {
      return rest.isEmpty ? date.range.lowerBound : nil
    }
    let isName = self[name].contains(where: \.isUppercase) && wordCount(name) <= 12
    guard isName, rest.isEmpty else { return nil }
    if name.lowerBound == run.lowerBound {
      // Alone it may be anything that ends in a year, unless it says what it is.
      return isPublication(name) || wordCount(name) <= 2 || hasPublicationWord(name)
        ? name.lowerBound : nil
    }
    return sentence.isSeparated ? name.lowerBound : nil
  }

  /// Returns the last words of a range: more than a venue has after its year.
  private func lastWords(of range: Range<Int>) -> Range<Int> {
    var start = range.upperBound
    var words = 0
    while start > range.lowerBound, words < 10 {
      start -= 1
      // No letter is looked at twice.
      guard self[start] <= .space, self[start].isWhitespace else { continue }
      if start + 1 < range.upperBound, !self[start + 1].isWhitespace { words += 1 }
    }
    return start..<range.upperBound
  }

  private func isKnownVenue(_ run: Range<Int>, _ vocabulary: VenueVocabulary) -> Bool {
    run.count <= 60 && (isVenue(run, in: vocabulary) || isPublication(run))
  }

  private func isVenue(_ range: Range<Int>, in vocabulary: VenueVocabulary) -> Bool {
    vocabulary.canBeName(self[range]) && vocabulary.name(of: string(range)) != nil
  }

  /// Tells whether a word is in a text that the names of proceedings and journals have.
  private func hasPublicationWord(_ run: Range<Int>) -> Bool {
    let words: Set<String> = [
      "conference", "symposium", "proceedings", "journal", "transactions", "workshop",
    ]
    return self[run].split(separator: .space).contains { word in
      word.count >= 7 && words.contains(String(decoding: word, as: UTF8.self).lowercased())
    }
  }

  /// Tells whether a text begins as the names of proceedings and journals do.
  private func isPublication(_ run: Range<Int>) -> Bool {
    for word in [
      "Proceedings", "In Proc", "Proc", "IEEE ", "ACM ", "Journal", "Transactions", "arXiv",
      "ArXiv", "Arxiv", "Advances in", "International ", "Nature", "Springer",
    ] as [StaticString] where matches(word, at: run.lowerBound) {
      return true
    }
    return false
  }
}

extension UInt8 {
  /// Whether it stands between the parts of a name, or between names.
  fileprivate var endsNamePart: Bool {
    self == .space || self == UInt8(ascii: ",") || self == UInt8(ascii: ";")
      || self == UInt8(ascii: "&")
  }
}
