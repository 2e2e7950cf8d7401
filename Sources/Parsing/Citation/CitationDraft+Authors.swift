internal import ListModel
internal import Text

/// Who wrote it.
extension CitationDraft {
  /// Takes a description for names of people, in a list in which that is what most are.
  mutating func takeAuthorsFromDescription() {
    guard authors == nil, let own = description else { return }
    let names = text.withoutLineComments(own)
    guard !names.isEmpty, text.isPeople(names, besides: 1) else { return }
    authors = names
    description = nil
  }

  /// Parts names of people from the words before them, which go on with the title where a colon leads to
  /// them: `[BiPO](url): A Network for Motion, Hong et al.`.
  mutating func takeTitleFromAuthors() {
    guard let own = authors, let title, own.lowerBound >= title.upperBound else { return }
    let start = entry.titleLink.map { entry.links[$0].range.upperBound } ?? title.upperBound
    let gap = text.string(min(start, own.lowerBound)..<own.lowerBound)
    let isGoingOn = gap.filter({ $0 != " " && $0 != "*" }) == ":" || gap == "</a>: " || gap == ": "
    guard
      let names = text.namesAfterWords(in: own)
        ?? (isGoingOn ? text.familyNameAfterWords(in: own) : nil)
    else { return }
    let words = text.titleRange(in: own.lowerBound..<names.lowerBound)
    guard isGoingOn else {
      authors = names
      description = words
      return
    }
    authors = names
    self.title = words
    if let end = text.firstRange(of: " et al", in: title)?.lowerBound {
      // `Yi et al: Title, Yi et al.` has no name; after any other it is a slip.
      name =
        text[title.lowerBound..<end].elementsEqual(text[names].prefix(end - title.lowerBound))
        ? nil : title.lowerBound..<end
    } else {
      name = title
    }
    if let name, text.string(words).lowercased().hasPrefix(text.string(name).lowercased()) {
      return
    }
    titleStart = name
    if name.map({ text.wordCount($0) > 3 }) ?? false { name = nil }
  }

  /// Takes from names of people what stands after them: `Deng et al., 2020`, `A. Foo, Journal of Bar`.
  mutating func cutAuthors() {
    guard let own = authors else { return }
    if description == nil, entry.titleLink != nil, text.isPhrase(own) {
      (authors, description) = (nil, own)
      return
    }
    if let shortened = text.firstRange(of: "et al", in: own) {
      var end = shortened.upperBound
      if end < own.upperBound, text[end] == UInt8(ascii: ".") { end += 1 }
      if text[end..<own.upperBound].contains(where: \.isWord) {
        authors = own.lowerBound..<end
        rest = text.titleRange(in: end..<own.upperBound)
      }
      return
    }
    // The forms in which a book can be had: `Hernan Rojas (HTML)`.
    if text[own].last == UInt8(ascii: ")"), let open = text[own].firstIndex(of: UInt8(ascii: "(")),
      !text[open..<own.upperBound].contains(where: \.isLowercase),
      text.isPeople(text.trimmed(own.lowerBound..<open))
    {
      authors = text.trimmed(own.lowerBound..<open)
      return
    }
    guard let comma = text[own].lastIndex(of: UInt8(ascii: ",")) else { return }
    let last = text.titleRange(in: comma..<own.upperBound)
    guard text.isPublicationName(last) || text.isDate(last) else { return }
    authors = own.lowerBound..<comma
    rest = last
  }

  /// Takes the title from what stands after names of people in a note below, where what was taken for it says no
  /// more than where they work: `Google [[paper](url)]`, and `Q. Le, T. Luong, *A Title*, arXiv:1411.4555` below.
  mutating func takeTitleFromNote() {
    guard let own = title, entry.titleLink == nil, text.wordCount(own) <= 6,
      let note = authors ?? entry.texts.first(where: { $0.field == .details })?.range,
      note.lowerBound > own.upperBound,
      let (names, words) = text.namesBeforeWords(in: note)
    else { return }
    var (start, end) = (words.lowerBound, words.upperBound)
    if let open = text[words].firstIndex(of: UInt8(ascii: "*")), open == words.lowerBound,
      let close = text.markEnd(at: open, isRow: false), close.upperBound <= note.upperBound
    {
      // The emphasis may close after what was read as the note.
      end = min(close.upperBound, note.upperBound)
    } else if text[words].first == UInt8(ascii: "\""),
      let close = text.first(
        UInt8(ascii: "\""),
        in: words.lowerBound + 1..<min(words.upperBound + 1, text.count)
      )
    {
      (start, end) = (words.lowerBound + 1, close)
    } else if let comma = text[words].lastIndex(of: UInt8(ascii: ",")),
      text.wordCount(words.lowerBound..<comma) >= 3
    {
      end = comma
    }
    rest = text.titleRange(in: end..<note.upperBound)
    authors = names
    title = text.titleRange(in: start..<end)
    name = nil
  }

  /// Parts names of people from the words after them, which are the title: `K. He, J. Sun, Deep Learning of Images`.
  mutating func takeAuthorsBeforeTitle() {
    guard let own = title, entry.titleLink == nil,
      let (names, words) = text.namesBeforeWords(in: own)
    else { return }
    authors = names
    title = text.titleRange(in: words)
  }

  /// Parts names of people from the end of the title, where nothing else is known of them.
  mutating func takeAuthorsFromTitle() {
    guard let own = title, !takeNamesAfterBy(own), entry.titleLink == nil,
      let names = text.namesAfterWords(in: own) ?? text.nameAfterSentence(in: own)
    else { return }
    var words = text.titleRange(in: own.lowerBound..<names.lowerBound)
    // `Title (2014, C. Dong et al.` lacks its parenthesis.
    if let open = text[words].lastIndex(of: UInt8(ascii: "(")), open + 5 == words.upperBound,
      let value = text.yearValue(open + 1..<words.upperBound)
    {
      year = value
      words = text.trimmed(words.lowerBound..<open)
    } else if let open = text.firstRange(of: "):", in: words)?.lowerBound,
      open >= words.lowerBound + 5,
      text[open - 5] == UInt8(ascii: "("), let value = text.yearValue(open - 4..<open)
    {
      year = year ?? value
    }
    guard text.wordCount(words) >= 3 else { return }
    title = words
    authors = names
  }

  /// Takes the name of somebody after `by` at the end of a title, and tells whether there was one.
  ///
  /// The title of a paper can end so too, but a paper has a venue, a year, or links with labels.
  private mutating func takeNamesAfterBy(_ own: Range<Int>) -> Bool {
    guard entry.venue == nil, entry.year == nil, entry.links.allSatisfy({ $0.kind == nil }),
      let by = text.firstRange(of: " by ", in: own),
      text.wordCount(own.lowerBound..<by.lowerBound) >= 2
    else { return false }
    let names = text.withoutLineComments(by.upperBound..<own.upperBound)
    let isHandle = text.firstRange(of: "(@", in: by.upperBound..<own.upperBound) != nil
    guard text.wordCount(names) <= 3, isHandle || text.isPeople(names),
      !text[names].split(separator: .space).contains(where: {
        $0.reversed().starts(with: "gni".utf8)
      })
    else { return false }
    title = text.trimmed(own.lowerBound..<by.lowerBound)
    authors = by.upperBound..<own.upperBound
    return true
  }
}

extension [UInt8] {
  /// Returns a range with the full stop after it that `et al` has.
  func withAbbreviation(_ range: Range<Int>) -> Range<Int> {
    matches(" al.", at: range.upperBound - 3) ? range.lowerBound..<range.upperBound + 1 : range
  }

  /// Tells whether a range is a phrase and names nobody: most of its words begin with a small letter.
  func isPhrase(_ range: Range<Int>) -> Bool {
    let words = self[range].split(separator: .space)
    return words.count >= 5 && words.count { $0.first?.isLowercase ?? false } * 2 > words.count
      && firstRange(of: "et al", in: range) == nil
  }

  /// Returns a range without the notes in parentheses and emphasis at its end: `Rich Hickey (PDF)`.
  func withoutLineComments(_ range: Range<Int>) -> Range<Int> {
    let end = self[range].firstIndex { "([*".utf8.contains($0) } ?? range.upperBound
    return titleRange(in: range.lowerBound..<end)
  }

  /// Tells whether a range names people, each in two to four words; so many words may be ordinary ones.
  func isPeople(_ range: Range<Int>, besides ordinary: Int = 0) -> Bool {
    guard !range.isEmpty, range.count <= 200, !self[range].contains(where: \.isDigit) else {
      return false
    }
    var others = 0
    var names = 0
    for part in self[range].split(whereSeparator: {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "&")
    }) {
      for name in part.split(separator: .space).split(whereSeparator: {
        $0.elementsEqual("and".utf8)
      }) {
        guard name.count <= 5 else { return false }
        names += name.count >= 2 ? 1 : 0
        for word in name where !(word.first.map { $0.isUppercase || $0 >= 0x80 } ?? false) {
          others += isParticle(word) ? 0 : 1
        }
      }
    }
    return names > 0 && others <= ordinary
  }

  private func isParticle(_ word: ArraySlice<UInt8>) -> Bool {
    ["et", "al", "al.", "de", "van", "von", "der", "den", "la", "le", "da", "di", "the", "del"]
      .contains { word.elementsEqual($0.utf8) }
  }

  /// Returns where the names of people begin that a range ends with after other words: a last one with `et
  /// al`, or with initials, and those before it; nil where all of it is names, or none are.
  func namesAfterWords(in range: Range<Int>) -> Range<Int>? {
    var end = trimmed(range).upperBound
    let own = range.lowerBound..<end
    if self[own].last == UInt8(ascii: ".") { end -= 1 }
    let isShortened = matches("et al", at: end - 5)
    var start = nameStart(before: end, in: own)
    guard start > own.lowerBound else { return nil }
    let last = start..<end
    guard isShortened ? isPeople(last) : hasInitial(last) && isPeople(last) else { return nil }
    // Those before it: each with a first name or an initial.
    while start > own.lowerBound + 2, self[start - 2] == UInt8(ascii: ",") {
      let before = nameStart(before: start - 2, in: own)
      guard hasInitial(before..<start - 2), isPeople(before..<start - 2), before > own.lowerBound
      else {
        break
      }
      start = before
    }
    let words = own.lowerBound..<start
    guard wordCount(words) >= 2, !isPeople(titleRange(in: words)) else { return nil }
    return start..<own.upperBound
  }

  /// Returns where several names of people stand that a range begins with, and the words after them.
  func namesBeforeWords(in range: Range<Int>) -> (names: Range<Int>, words: Range<Int>)? {
    var end = range.lowerBound
    var names = 0
    while let comma = first(UInt8(ascii: ","), in: end..<range.upperBound) {
      let part = trimmed(end..<comma)
      guard wordCount(part) >= 2, isPeople(part) else { break }
      // Two can stand without a comma between them.
      names += firstRange(of: " and ", in: part) == nil ? 1 : 2
      end = comma + 1
    }
    let words = trimmed(end..<range.upperBound)
    // Names go on after `and`, and a venue has no small letters.
    let hasSmallWord = self[words].split(separator: .space).dropFirst()
      .contains { $0.first?.isLowercase ?? false }
    guard names >= 2, wordCount(words) >= 3, !matches("and ", at: words.lowerBound),
      hasSmallWord || "*_\"".utf8.contains(self[words.lowerBound]),
      !isPeople(titleRange(in: words))
    else { return nil }
    return (titleRange(in: range.lowerBound..<end), words)
  }

  /// Returns the name of two or three words that a range ends with after a sentence: `A Title of Words. Richard
  /// Zhang`.
  func nameAfterSentence(in range: Range<Int>) -> Range<Int>? {
    let own = trimmed(range)
    guard
      let stop = self[own].indices.dropLast(2).last(where: { isStop(at: $0, from: own.lowerBound) }
      ),
      self[stop] == UInt8(ascii: "."), wordCount(own.lowerBound..<stop) >= 4
    else { return nil }
    let name = titleRange(in: stop + 1..<own.upperBound)
    let words = self[name].split(separator: .space)
    guard (2...3).contains(words.count), isPeople(name),
      words.allSatisfy({ $0.first?.isUppercase ?? false && !$0.contains(UInt8(ascii: "-")) })
    else { return nil }
    return name
  }

  /// Returns where the name begins that ends at an offset: after the comma, full stop or mark before it.
  private func nameStart(before end: Int, in range: Range<Int>) -> Int {
    var index = end
    while index > range.lowerBound {
      let byte = self[index - 1]
      let isInitial =
        byte == UInt8(ascii: ".") && index >= range.lowerBound + 2 && self[index - 2].isUppercase
        && (index == range.lowerBound + 2 || !self[index - 3].isWord)
      if ",.?!:;(".utf8.contains(byte), !isInitial, index < end { break }
      index -= 1
    }
    while index < end, self[index] == .space { index += 1 }
    return index
  }

  /// Tells whether a name has an initial: `C. Dong`.
  private func hasInitial(_ range: Range<Int>) -> Bool {
    range.dropLast().contains { index in
      self[index].isUppercase && self[index + 1] == UInt8(ascii: ".")
        && (index == range.lowerBound || !self[index - 1].isWord)
    }
  }
}
