extension EntryFormat {
  /// Reads venue and year at the end of a run of text, nil where there is neither.
  ///
  /// The year is what is certain: digits at the end, or behind an apostrophe. The name is what
  /// stands before it back to the nearest sign that separates fields, or as many words as make a
  /// known venue, where such a sign is missing.
  func readVenue(_ text: [UInt8], in run: Range<Int>, needsTitle: Bool) -> VenueYear? {
    guard let venue, let year = gluedYear(text, in: run) ?? text.year(in: run) else {
      return venueWithoutYear(text, in: run)
    }
    var end =
      venue.close.isEmpty ? year.upperBound : text.end(of: venue.close, from: year.upperBound)
    guard let nameEnd = text.nameEnd(before: year.lowerBound, in: run) else {
      guard text.isSeparate(year, in: run) else { return nil }
      return VenueYear(
        range: year.lowerBound..<end,
        name: nil,
        nameRange: nil,
        year: text.yearValue(year),
        yearRange: year
      )
    }
    guard let name = name(text, endingAt: nameEnd, in: run, year: year) else {
      guard text.isSeparate(year, in: run) else { return nil }
      return VenueYear(
        range: year,
        name: nil,
        nameRange: nil,
        year: text.yearValue(year),
        yearRange: year
      )
    }
    let start = text.start(of: venue.open, before: name.lowerBound)
    if text[name.upperBound..<year.lowerBound].contains(UInt8(ascii: "(")) {
      end = text.end(of: ")", from: end)
    }
    return VenueYear(
      range: text.withMarks(around: start..<end, in: run),
      name: text.string(name),
      nameRange: name,
      year: text.yearValue(year),
      yearRange: year
    )
  }

  /// Finds the name of a venue that ends at an offset.
  private func name(
    _ text: [UInt8],
    endingAt end: Int,
    in run: Range<Int>,
    year: Range<Int>
  ) -> Range<Int>? {
    let sentence = text.sentenceStart(before: end, in: run)
    // Whole words, the longest first, that are a venue everybody knows.
    var starts = text.wordStarts(before: end, in: run, limit: 6).filter { $0 >= sentence.start }
    if let known = starts.last(where: { isKnown(text.string($0..<end)) }) { return known..<end }
    if let known = text.gluedStart(before: end, in: run), isKnown(text.string(known..<end)) {
      return known..<end
    }
    if sentence.isSeparated, !text[sentence.start..<end].isEmpty, starts.contains(sentence.start) {
      return sentence.start..<end
    }
    // The only word in capitals, or what an apostrophe ties to the year.
    starts = text.wordStarts(before: end, in: run, limit: 1)
    guard let word = starts.first else { return nil }
    let isAcronym = text[word..<end].count(where: \.isUppercase) >= 2
    let isTied = text.hasApostrophe(in: end..<year.lowerBound)
    return isAcronym || isTied ? word..<end : nil
  }

  /// Finds the year of a known venue that stands at the end without anything between: `CVPR2024`.
  private func gluedYear(_ text: [UInt8], in run: Range<Int>) -> Range<Int>? {
    let end = text.titleRange(in: run).upperBound
    var start = end
    while start > run.lowerBound, text[start - 1].isDigit { start -= 1 }
    let year = start..<end
    guard year.count == 4 || year.count == 2, text.yearValue(year) != nil,
      start > run.lowerBound, text[start - 1].isLetter
    else { return nil }
    var word = start
    while word > run.lowerBound, text[word - 1].isLetter { word -= 1 }
    // Two digits can be a model's number, so the venue has to stand apart.
    let isApart = year.count == 4 || text.sentenceStart(before: start, in: run).start == word
    return isApart && isKnown(text.string(word..<start)) ? year : nil
  }

  private func isKnown(_ name: String) -> Bool { venue?.vocabulary.name(of: name) != nil }

  /// Finds a venue everybody knows that makes the last sentence of a run: `Title. CVPR`.
  private func venueWithoutYear(_ text: [UInt8], in run: Range<Int>) -> VenueYear? {
    let range = text.titleRange(in: run)
    let sentence = text.sentenceStart(before: range.upperBound, in: run)
    let name = text.trimmed(sentence.start..<max(sentence.start, range.upperBound))
    guard sentence.isSeparated, !name.isEmpty, isKnown(text.string(name)) else { return nil }
    return VenueYear(
      range: name,
      name: text.string(name),
      nameRange: name,
      year: nil,
      yearRange: nil
    )
  }
}

extension [UInt8] {
  fileprivate static let apostrophes: [StaticString] = [
    "'", "\u{2019}", "\u{2018}", "`", "\u{00B4}", "\u{2032}", "\u{02BC}", "\u{FF07}", "\"",
  ]

  private func apostropheWidth(at index: Int) -> Int? {
    Self.apostrophes.first { matches($0, at: index) }?.utf8CodeUnitCount
  }

  private func apostropheWidth(before index: Int) -> Int? {
    Self.apostrophes.first { matches($0, at: index - $0.utf8CodeUnitCount) }?.utf8CodeUnitCount
  }

  fileprivate func hasApostrophe(in range: Range<Int>) -> Bool {
    range.contains { apostropheWidth(at: $0) != nil }
  }

  /// Finds the digits of a year: the last in the run that stand behind an apostrophe, else four
  /// digits at its end.
  fileprivate func year(in run: Range<Int>) -> Range<Int>? {
    var index = run.upperBound
    var isAtEnd = true
    while index > run.lowerBound {
      index -= 1
      guard self[index].isDigit else {
        if self[index].isLetter { isAtEnd = false }
        continue
      }
      var start = index
      while start > run.lowerBound, self[start - 1].isDigit { start -= 1 }
      let digits = start..<index + 1
      let isWord = digits.upperBound < run.upperBound && self[digits.upperBound].isLetter
      var mark = start
      while mark > run.lowerBound, let width = blankWidth(before: mark) { mark -= width }
      let isTied = mark > run.lowerBound + 1 && apostropheWidth(before: mark) != nil
      if !isWord, (1...6).contains(digits.count), isTied { return digits }
      if !isWord, isAtEnd, digits.count == 4, self[start] == 0x31 || self[start] == 0x32,
        start == run.lowerBound || !self[start - 1].isWord
      {
        return digits
      }
      isAtEnd = false
      index = start
    }
    return nil
  }

  /// Returns the year that digits mean, nil where they are none: two digits mean this century.
  fileprivate func yearValue(_ digits: Range<Int>) -> Int? {
    guard let number = Int(string(digits)) else { return nil }
    if digits.count == 2 { return 2000 + number }
    return digits.count == 4 && (1900...2199).contains(number) ? number : nil
  }

  /// Returns where the name before a year ends, nil where a full stop or nothing stands between.
  fileprivate func nameEnd(before year: Int, in run: Range<Int>) -> Int? {
    var index = year
    while index > run.lowerBound {
      if let width = apostropheWidth(before: index) ?? blankWidth(before: index) {
        index -= width
      } else if [
        UInt8(ascii: ","), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "("),
      ].contains(self[index - 1]) {
        index -= 1
      } else if self[index - 1] == UInt8(ascii: "."), index == year || self[index] != .space {
        index -= 1
      } else {
        break
      }
    }
    return index > run.lowerBound
      && (self[index - 1].isWord || self[index - 1] == UInt8(ascii: ")"))
      ? index : nil
  }

  /// Tells whether a sign that separates fields stands before a year without a name.
  fileprivate func isSeparate(_ year: Range<Int>, in run: Range<Int>) -> Bool {
    var index = year.lowerBound
    while index > run.lowerBound,
      self[index - 1].isWhitespace || apostropheWidth(before: index) == 1
    {
      index -= 1
    }
    guard index > run.lowerBound else { return true }
    return [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: "[")]
      .contains(self[index - 1])
  }

  /// Returns where the last sentence of a run begins, and whether a sign stands before it.
  fileprivate func sentenceStart(
    before end: Int,
    in run: Range<Int>
  ) -> (start: Int, isSeparated: Bool) {
    var index = end
    while index > run.lowerBound {
      let byte = self[index - 1]
      let isBreak: Bool =
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "|"): true
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "!"),
          UInt8(ascii: ";"):
          index < end && blankWidth(at: index) != nil
        case UInt8(ascii: "`"): true
        case 0x80...: isWideStop(before: index)
        default: false
        }
      if isBreak { return (firstVisible(in: index..<end), true) }
      index -= 1
    }
    return (firstVisible(in: run.lowerBound..<end), false)
  }

  /// Tells whether a full-width full stop or comma ends at an offset.
  private func isWideStop(before index: Int) -> Bool {
    (["\u{3002}", "\u{FF0E}", "\u{FF0C}"] as [StaticString]).contains {
      matches($0, at: index - $0.utf8CodeUnitCount)
    }
  }

  private func firstVisible(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, let width = blankWidth(at: index) { index += width }
    return Swift.min(index, range.upperBound)
  }

  /// Returns where the text behind a full stop without a space begins: `Title.CVPR`.
  fileprivate func gluedStart(before end: Int, in run: Range<Int>) -> Int? {
    let stop = self[run.lowerBound..<end].lastIndex { $0 == UInt8(ascii: ".") || $0.isWhitespace }
    guard let stop, self[stop] == UInt8(ascii: "."), stop + 1 < end else { return nil }
    return stop + 1
  }

  /// Returns a range with the marks that stand in pairs around it, as in `(CVPR'2024)`.
  fileprivate func withMarks(around range: Range<Int>, in run: Range<Int>) -> Range<Int> {
    let pairs: [(UInt8, UInt8)] = [
      (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")),
      (UInt8(ascii: "*"), UInt8(ascii: "*")), (UInt8(ascii: "_"), UInt8(ascii: "_")),
      (UInt8(ascii: "`"), UInt8(ascii: "`")),
    ]
    var range = range
    while range.lowerBound > run.lowerBound, range.upperBound < run.upperBound,
      pairs.contains(where: { $0 == (self[range.lowerBound - 1], self[range.upperBound]) })
    {
      range = range.lowerBound - 1..<range.upperBound + 1
    }
    return range
  }

  /// Returns where the last words of a run begin, the nearest first.
  fileprivate func wordStarts(before end: Int, in run: Range<Int>, limit: Int) -> [Int] {
    var starts: [Int] = []
    var index = end
    while index > run.lowerBound, starts.count < limit {
      if let width = blankWidth(before: index) {
        if starts.last != index, index < end { starts.append(index) }
        index -= width
        continue
      }
      index -= 1
      if self[index] == UInt8(ascii: "(")
        || self[index] == UInt8(ascii: "[")
        || self[index] == UInt8(ascii: "*") || self[index] == UInt8(ascii: ",")
        || self[index] == UInt8(ascii: "`")
      {
        if starts.last != index + 1, index + 1 < end { starts.append(index + 1) }
      }
    }
    if index == run.lowerBound, starts.count < limit, !self[index].isWhitespace {
      starts.append(index)
    }
    return starts
  }

  fileprivate func end(of close: String, from index: Int) -> Int {
    self[index...].starts(with: close.utf8) ? index + close.utf8.count : index
  }

  fileprivate func start(of open: String, before index: Int) -> Int {
    let start = index - open.utf8.count
    return start >= 0 && !open.isEmpty && self[start...].starts(with: open.utf8) ? start : index
  }
}
