internal import ListModel
internal import Text

/// Venues with a date where most have a year, and venues among names: `CoRL, Nov 2023`, `arXiv 2023.05`,
/// `PLDI 2020, K. He, J. Sun`.
extension [UInt8] {
  /// Returns the date that a range ends with, where it is more than a year, and its year: `Nov 2023`,
  /// `2023.05`; nil for anything else.
  package func date(atEndOf run: Range<Int>) -> (range: Range<Int>, year: Range<Int>)? {
    var digits = run.upperBound
    while digits > run.lowerBound, self[digits - 1].isDigit { digits -= 1 }
    switch run.upperBound - digits {
    case 4:
      let year = digits..<run.upperBound
      guard yearValue(year) != nil, let start = monthStart(before: digits, in: run) else {
        return nil
      }
      return (start..<run.upperBound, year)
    case 1...2:
      let year = digits - 5..<digits - 1
      guard year.lowerBound > run.lowerBound, "./-".utf8.contains(self[digits - 1]),
        self[year].allSatisfy(\.isDigit), !self[year.lowerBound - 1].isWord,
        self[year.lowerBound] == 0x31 || self[year.lowerBound] == 0x32, yearValue(year) != nil
      else { return nil }
      return (year.lowerBound..<run.upperBound, year)
    default: return nil
    }
  }

  /// Returns where the month before a year begins: `Nov 2023`, `Nov. 2023`, `11/2023`.
  private func monthStart(before year: Int, in run: Range<Int>) -> Int? {
    var end = year
    while end > run.lowerBound, self[end - 1] == .space || ".,/".utf8.contains(self[end - 1]) {
      end -= 1
    }
    guard end < year else { return nil }
    var start = end
    while start > run.lowerBound, self[start - 1].isWord { start -= 1 }
    let isNumber = end - start <= 2 && self[start..<end].allSatisfy(\.isDigit)
    guard start < end, isNumber ? self[end] == UInt8(ascii: "/") : isMonth(start..<end) else {
      return nil
    }
    return start
  }

  /// Returns the known venue after a date, where a range holds nothing else, and the date's year:
  /// `Nov 2023, CoRL`, `2015 ICCV`.
  func venue(
    afterDateIn run: Range<Int>,
    _ vocabulary: VenueVocabulary
  ) -> (name: Range<Int>, year: Range<Int>)? {
    guard run.count <= 60, let end = leadingDateEnd(in: run) else { return nil }
    let date = run.lowerBound..<end
    guard let last = self[date].last, last.isDigit, isDate(date) else { return nil }
    let name = titleRange(in: end..<run.upperBound)
    guard let year = year(in: date) ?? self.date(atEndOf: date)?.year,
      vocabulary.canBeName(self[name]),
      vocabulary.name(of: string(name)) != nil
    else { return nil }
    return (name, year)
  }

  /// Returns where a date can end that a range begins with: after a year and a space, or before a comma.
  private func leadingDateEnd(in run: Range<Int>) -> Int? {
    let digits = self[run].prefix { $0.isDigit }
    if digits.count == 4, digits.endIndex < run.upperBound, self[digits.endIndex] == .space {
      return digits.endIndex
    }
    return first(UInt8(ascii: ","), in: run)
  }

  /// Returns where a venue with its year ends that a range begins with, where names of people follow
  /// after a comma, and nothing else.
  func venueEnd(beforeAuthors run: Range<Int>, _ vocabulary: VenueVocabulary) -> Int? {
    guard let comma = first(UInt8(ascii: ","), in: run), comma - run.lowerBound <= 60,
      self[comma - 1].isDigit, year(in: run.lowerBound..<comma) != nil,
      venueStart(in: run.lowerBound..<comma, vocabulary) == run.lowerBound,
      isAuthors(titleRange(in: comma..<run.upperBound))
    else { return nil }
    return comma
  }

  /// Returns where names of people begin that a range ends with after a title and a comma: at least two,
  /// each of two or three words.
  func names(atEndOf run: Range<Int>) -> Int? {
    var end = run.upperBound
    var start: Int?
    var names = 0
    while let comma = self[run.lowerBound..<end].lastIndex(of: UInt8(ascii: ",")) {
      var name = titleRange(in: comma..<end)
      if self[name].starts(with: "and ".utf8) { name = name.lowerBound + 4..<name.upperBound }
      guard isName(name) else { break }
      names += firstRange(of: " and ", in: name) == nil ? 1 : 2
      start = name.lowerBound
      end = comma
    }
    guard let start, names >= 2, wordCount(run.lowerBound..<end) >= 3,
      // A name's own commas leave no title: `Last, First`.
      self[run.lowerBound..<end].contains(where: \.isLowercase),
      !isAuthors(run.lowerBound..<end)
    else { return nil }
    return start
  }

  /// Returns where the name begins that stands for several people at the end of a range, after a title and a
  /// comma.
  ///
  /// An example is `Title, O. Levy et al.`
  func shortenedNames(atEndOf run: Range<Int>) -> Int? {
    guard run.count > 12 else { return nil }
    let end = self[run].last == UInt8(ascii: ".") ? run.upperBound - 1 : run.upperBound
    guard matches(" et al", at: end - 6),
      let comma = self[run.lowerBound..<end - 6].lastIndex(of: UInt8(ascii: ","))
    else { return nil }
    let name = trimmed(comma + 1..<end - 6)
    let words = self[name].split(separator: .space)
    guard (1...3).contains(words.count),
      words.allSatisfy({ $0.first.map { $0.isUppercase || $0 >= 0x80 } ?? false }),
      self[name].allSatisfy({ $0.isWord && !$0.isDigit || " .-'".utf8.contains($0) })
    else { return nil }
    let before = run.lowerBound..<comma
    // In a row of names the last stands for itself alone.
    guard wordCount(before) >= 3, self[before].contains(where: \.isLowercase), !isAuthors(before),
      // In a parenthesis that is not closed stands what the next field begins with.
      self[before].lastIndex(of: UInt8(ascii: "(")).map({
        self[$0..<before.upperBound].contains(UInt8(ascii: ")"))
      }) ?? true
    else { return nil }
    return name.lowerBound
  }

  /// Tells whether a range is a name of two or three words with capital letters, or two such names with
  /// `and` between them.
  private func isName(_ range: Range<Int>) -> Bool {
    let words = self[range].split(separator: .space)
    guard (2...7).contains(words.count) else { return false }
    return words.split { $0.elementsEqual("and".utf8) }.allSatisfy { name in
      (2...3).contains(name.count)
        && name.allSatisfy { word in
          (word.first.map { $0.isUppercase || $0 >= 0x80 } ?? false)
            && word.allSatisfy { $0.isWord && !$0.isDigit || ".-'".utf8.contains($0) }
        }
    }
  }

  /// Tells whether a range holds the pages of a citation and nothing else: `436-444`.
  func isPages(_ range: Range<Int>) -> Bool {
    self[range].first?.isDigit ?? false && !isDate(range)
      && self[range].contains { !$0.isDigit }
      && string(range).unicodeScalars.allSatisfy {
        ("0"..."9") ~= $0 || $0 == "-" || $0 == "\u{2013}"
      }
  }
}
