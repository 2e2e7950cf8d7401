internal import ListModel
internal import Text

/// Where and when it appeared.
extension CitationDraft {
  mutating func readVenue() {
    if let own = entry.venue {
      venue = own.name.map { withoutPreposition(lastKnown($0)) }
      year = own.year ?? year
      takeWorkshop(after: own)
      takeAppearances(around: own)
    }
    if venue == nil, let rest { takeVenue(in: rest) }
    if venue == nil || isUnknown(venue) { takeProceedings() }
    if venue == nil { takeVenueFromTokens() }
    if venue == nil { takeVenueFromPictures() }
    takeShortYear()
    year = year ?? entry.text(of: .date).flatMap { Array($0.utf8).dateYear } ?? yearElsewhere()
  }

  /// Returns the venue that everybody knows after another: of `arXiv:2106.13884. NeurIPS` the last.
  private func lastKnown(_ name: String) -> String {
    guard let stop = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
    let last = String(name[name.utf8.index(after: stop)...].drop { $0 == " " })
    return format.venues.name(of: last) == nil ? name : last
  }

  private func isUnknown(_ name: String?) -> Bool {
    name.map { format.venues.name(of: $0) == nil } ?? true
  }

  /// Adds the workshop's name that stands after the year: `NeurIPS 2020 Workshop on Design`.
  private mutating func takeWorkshop(after own: VenueYear) {
    guard let name = own.name, let year = own.yearRange, year.upperBound < own.range.upperBound
    else {
      return
    }
    let more = text.titleRange(in: year.upperBound..<own.range.upperBound)
    if text.matches("Workshop", at: more.lowerBound) {
      venue = name + " " + text.string(more)
    }
  }

  /// Takes the venue from a text that may hold nothing else.
  private mutating func takeVenue(in range: Range<Int>) {
    if text.isDate(range) {
      year = year ?? Array(text[range]).dateYear
      return
    }
    if let found = proceedings(in: range) {
      (venue, year) = (found.name, found.year)
    } else if text.isPublicationName(range) {
      venue = text.string(range)
    } else if let found = knownVenue(in: range) {
      venue = found.name
      year = found.year ?? year
    }
  }

  /// Takes what stands after the title and the authors, up to the year: `Robotics: science and systems. Vol.
  /// 2. 2014.`.
  private mutating func takeProceedings() {
    guard let title, format.has(.venue) || format.has(.authors) else { return }
    var start = titleEnd(title)
    if let authors, authors.lowerBound >= start { start = authors.upperBound }
    var end = entry.links.first { $0.range.lowerBound >= start }?.range.lowerBound ?? text.count
    if let line = text.first(.newline, in: start..<end),
      text[start..<line].contains(where: \.isWord)
    {
      end = line
    }
    guard start < end, let found = proceedings(in: start..<end) else { return }
    (venue, year) = (found.name, found.year)
    if let own = description, own.lowerBound >= start, own.upperBound <= end { description = nil }
  }

  private func titleEnd(_ title: Range<Int>) -> Int {
    let link = entry.links.first { $0.range.contains(title.lowerBound) }?.range
    let own = tokens.first { $0.range == title }?.outer.upperBound ?? title.upperBound
    return max(link?.upperBound ?? own, own)
  }

  /// Returns the name and the year of a publication where a text holds them and little else: the first
  /// sentence, and digits of a year that close another or stand in parentheses.
  private func proceedings(in range: Range<Int>) -> (name: String, year: Int)? {
    var start = range.lowerBound
    while start < range.upperBound, !text[start].isWord {
      // What a dash or colon leads to describes it.
      if ":|-".utf8.contains(text[start]) { return nil }
      start += 1
    }
    guard start < range.upperBound, text[start].isUppercase || text[start].isDigit else {
      return nil
    }
    guard let digits = lastYear(in: start..<range.upperBound), digits.lowerBound > start + 1,
      let value = text.yearValue(digits)
    else { return nil }
    var end = digits.lowerBound
    if let stop = (start..<end).first(where: { text.isStop(at: $0, from: start) }) { end = stop }
    let name = text.titleRange(in: start..<end)
    guard text.wordCount(name) <= 30, text[name].contains(where: \.isLetter),
      !text[name].contains(where: { "[]|\n".utf8.contains($0) }), !text.isDate(name),
      !text.isPeople(name) || format.venues.name(of: text.string(name)) != nil
        || text.isPublicationName(name) || text.wordCount(name) == 1
    else { return nil }
    return (text.string(name).trimmingMarks.withoutVolume, value)
  }

  /// Returns the last digits of a year that stand after a space or a parenthesis, and before a sign.
  private func lastYear(in range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var index = range.lowerBound
    while index + 4 <= range.upperBound {
      let digits = index..<index + 4
      if text[digits].allSatisfy(\.isDigit), index == 0 || " ('".utf8.contains(text[index - 1]),
        index + 4 == text.count || !text[index + 4].isWord, let value = text.yearValue(digits),
        value >= 1950
      {
        found = digits
        index += 4
      }
      index += 1
    }
    return found
  }

  /// Takes the venue from text that no field has: in parentheses, in emphasis, or between links.
  private mutating func takeVenueFromTokens() {
    for token in tokens where token.kind == .text && isFree(token.range) {
      for chunk in text.chunks(of: token.range) {
        guard let found = knownVenue(in: chunk) else { continue }
        let isSetApart = token.open.isEmpty == false || found.year != nil
        guard isSetApart else { continue }
        venue = found.name
        year = found.year ?? year
        return
      }
      if text[token.open].contains(UInt8(ascii: "(")), text.isPublicationName(token.range),
        text.wordCount(token.range) <= 8
      {
        venue = text.string(token.range)
        return
      }
    }
  }

  /// Takes the venue from what a picture shows: `<img src="badge" alt="CVPR 2019">`.
  private mutating func takeVenueFromPictures() {
    var labels = entry.links.filter { $0.isImage && $0.kind == nil }.compactMap(\.labelRange)
    var index = entry.marker.range.upperBound
    while let name = text.firstRange(of: "alt=", in: index..<text.count) {
      index = name.upperBound
      guard index < text.count, "\"'".utf8.contains(text[index]),
        let close = text.first(text[index], in: index + 1..<text.count)
      else { continue }
      labels.append(index + 1..<close)
    }
    for label in labels {
      guard let found = knownVenue(in: text.trimmed(label)), let value = found.year else {
        continue
      }
      venue = found.name
      year = year ?? value
      return
    }
  }

  /// Returns the venue that everybody knows, and its year, where a range holds nothing else but an award.
  private func knownVenue(in range: Range<Int>) -> (name: String, year: Int?)? {
    guard range.count >= 2, range.count <= 100,
      text.venueStart(in: range, format.venues) == range.lowerBound
    else { return nil }
    let found = format.venue(in: range, of: text)
    guard let name = found.name, format.venues.name(of: name) != nil else { return nil }
    return (name, found.year)
  }

  /// Tells whether a range is not part of what is known already.
  private func isFree(_ range: Range<Int>) -> Bool {
    ![title, titleStart, authors].contains { $0?.overlaps(range) ?? false }
  }

  /// Takes two digits after the venue, or a year and month of two digits each, for its year: `EMNLP 18`, `arXiv
  /// 20.10`.
  private mutating func takeShortYear() {
    guard year == nil, let own = venue, let space = own.utf8.lastIndex(of: .space) else { return }
    let digits = Array(own.utf8[own.utf8.index(after: space)...])
    let isShort = digits.count == 2 || digits.count == 5 && digits[2] == UInt8(ascii: ".")
    guard isShort, digits.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }),
      let value = digits.yearValue(0..<2)
    else { return }
    let name = String(own[..<space])
    guard format.venues.name(of: name) != nil else { return }
    (venue, year) = (name, value)
  }

  /// Returns the year of a date that stands outside of title and authors.
  private func yearElsewhere() -> Int? {
    for token in tokens
    where token.kind == .text && isFree(token.range)
      && !(description?.overlaps(token.range) ?? false)
    {
      if token.traits.contains(.date), let year = Array(text[token.range]).dateYear {
        return year
      }
      guard text[token.open].contains(UInt8(ascii: "(")) else { continue }
      for chunk in text.chunks(of: token.range) where text.isDate(chunk) {
        if let year = Array(text[chunk]).dateYear { return year }
      }
    }
    return nil
  }
}

extension String {
  /// The name of a publication without `In` before it and the numbers of a volume after it: `Science 313.5786`.
  fileprivate var withoutVolume: String {
    var words = split(separator: " ")
    if words.count > 1, words[0] == "In" { words.removeFirst() }
    while words.count > 1, let last = words.last, last.utf8.contains(where: \.isDigit),
      last.utf8.allSatisfy({ $0.isDigit || ".,:()-".utf8.contains($0) })
    {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  /// The text without marks of emphasis and quotation at both ends.
  fileprivate var trimmingMarks: String {
    let marks: Set<Character> = ["*", "_", "`", "\"", " "]
    var own = self[...]
    while let first = own.first, marks.contains(first) { own.removeFirst() }
    while let last = own.last, marks.contains(last) { own.removeLast() }
    return String(own)
  }
}

extension [UInt8] {
  /// Returns the parts of a range that commas and parentheses keep apart.
  func chunks(of range: Range<Int>) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where "(),;".utf8.contains(self[index]) {
      chunks.append(start..<index)
      start = index + 1
    }
    chunks.append(start..<range.upperBound)
    return chunks.map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// Tells whether a text says what honour a paper has had: `Oral`, `Best Paper`.
  func isHonour(_ range: Range<Int>) -> Bool {
    let honours = ["oral", "spotlight", "highlight", "best paper", "award", "poster"]
    let own = string(range).lowercased()
    return range.count <= 40 && honours.contains { own.contains($0) }
  }

  /// Tells whether a text is the name of a journal, of proceedings or of a meeting by one of its words.
  func isPublicationName(_ range: Range<Int>) -> Bool {
    let words: Set<String> = [
      "conference", "symposium", "proceedings", "journal", "transactions", "workshop", "letters",
      "magazine",
    ]
    guard self[range].first?.isUppercase ?? false, range.count <= 250 else { return false }
    return self[range].split(separator: .space).contains { word in
      word.count >= 7 && words.contains(String(decoding: word, as: UTF8.self).lowercased())
    }
  }
}
