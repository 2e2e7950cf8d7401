internal import ListModel
internal import Text

extension EntryFormat {
  /// Reads venue and year at the end of a run of text, nil where there is neither.
  ///
  /// The year is what is certain: digits at the end, or after an apostrophe. The name is what
  /// stands before it back to the nearest sign that separates fields, or as many words as make a
  /// known venue, where such a sign is missing.
  func readVenue(_ text: [UInt8], in run: Range<Int>) -> VenueYear? {
    guard let venue, let year = gluedYear(text, in: run) ?? text.year(in: run) else {
      return venueWithoutYear(text, in: run)
    }
    var end =
      venue.close.isEmpty ? year.upperBound : text.end(of: venue.close, from: year.upperBound)
    guard var nameEnd = text.nameEnd(before: year.lowerBound, in: run) else {
      guard text.isSeparate(year, in: run) else { return nil }
      return VenueYear(
        range: year.lowerBound..<end,
        name: nil,
        nameRange: nil,
        year: text.yearValue(year),
        yearRange: year
      )
    }
    // `arXiv.'2024`: the full stop is not part of a name that everybody knows without it.
    if text[nameEnd - 1] == UInt8(ascii: "."),
      text.wordStarts(before: nameEnd - 1, in: run, limit: 4)
        .contains(where: { isKnown(text.string($0..<nameEnd - 1)) })
    {
      nameEnd -= 1
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
    if let known = starts.last(where: { isKnown(text.string($0..<end)) }) {
      // `ACM TOG`, `IEEE/CVF WACV`: who publishes it may stand before what is known.
      let publisher = text[sentence.start..<known]
      let isPublisher =
        sentence.isSeparated && publisher.contains(where: \.isUppercase)
        && !publisher.contains(where: \.isLowercase)
      return (isPublisher ? sentence.start : known)..<end
    }
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
