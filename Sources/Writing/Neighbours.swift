internal import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// The entries among which a new one goes: of one section and one indentation, in the order of the file.
struct Neighbours {
  let places: [EntryPlace]
  private let document: ListDocument
  private let marker: [UInt8]
  /// The numbers of their markers; nil where one has none.
  private let numbers: [Int?]
  /// The lines on which entries begin.
  private let starts: Set<Int>

  /// How many neighbours show what all of them have.
  private static let fewest = 3

  /// - Precondition: There is at least one.
  init(_ places: [EntryPlace], in document: ListDocument) {
    precondition(!places.isEmpty)
    self.places = places
    self.document = document
    let markers = places.map { document.marker(of: $0) }
    let most = markers.mostCommon ?? []
    // A sign that some have before their titles says something of each of these.
    let isOwn =
      most.hasEmoji
      && (markers.count < Self.fewest || markers.count { $0 == most } * 10 < markers.count * 9)
    marker = isOwn ? markers.filter { !$0.hasEmoji }.mostCommon ?? most.withoutEmoji : most
    numbers = markers.map(\.number)
    starts = Set(document.entries.map(\.lines.lowerBound))
  }

  /// Returns the number that an entry has before the neighbour of an index; nil where those there have none.
  private func number(at index: Int) -> Int? {
    guard index > 0, let last = numbers[index - 1] else {
      return index < numbers.count ? numbers[index] : nil
    }
    let next = index < numbers.count ? numbers[index] : nil
    let first = index > 1 ? numbers[index - 2] : nil
    // A list that leaves the counting to the page.
    if last == 1, (next ?? first) == 1 { return 1 }
    return last + 1
  }

  /// Returns the list with a draft before the neighbour of an index, or after the last one.
  func inserting(_ draft: Composer.Draft, at index: Int) -> (text: [UInt8], lines: Range<Int>) {
    let source = document.text
    var entry = marker + draft.text
    if document.format(of: places[0]).unit == .row {
      let rows = places.map { Array(document.bytes(of: $0)) }
      let dashes = document.dashes(above: places[0])
      entry = RowPadding(rows, below: dashes).padded(RowBlanks(rows).filled(entry))
    }
    let number = number(at: index)
    if let number { entry = marker.numbered(number) + draft.text }
    if number == nil, index > 0, draft.mould.gaps[0].isNumber {
      let last = Array(document.bytes(of: places[index - 1]))
      if let count = last.leadingNumber { entry = marker + draft.text.numbered(count + 1) }
    }
    let count = entry.count { $0 == .newline } + 1
    let tail = renumbered(from: index, after: number)
    guard index > 0 else {
      let start = source.line(places[0].lines.lowerBound).lowerBound
      let text = Array(source.bytes[..<start]) + entry + gap(at: 1) + tail
      return (text, places[0].lines.lowerBound..<places[0].lines.lowerBound + count)
    }
    let block = document.endOfBlock(places[index - 1], before: starts)
    let last = index < places.count ? min(block, places[index].lines.lowerBound - 1) : block
    let stop = source.line(last).upperBound
    let gap = gap(at: index)
    let next = index < places.count ? source.line(places[index].lines.lowerBound).lowerBound : stop
    let text = Array(source.bytes[..<stop]) + gap + entry + source.bytes[stop..<next] + tail
    let line = last + gap.count { $0 == .newline }
    return (text, line..<line + count)
  }

  /// Returns what the list has from a neighbour on, or after the last one, with numbers that count on from
  /// one that is new.
  private func renumbered(from index: Int, after new: Int?) -> [UInt8] {
    let source = document.text
    guard index < places.count else {
      return Array(
        source.bytes[
          source.line(document.endOfBlock(places[index - 1], before: starts)).upperBound...
        ]
      )
    }
    var tail: [UInt8] = []
    var position = source.line(places[index].lines.lowerBound).lowerBound
    // A list that leaves the counting to the page has the same number again.
    let isCounted =
      index > 0
      ? numbers[index - 1] != new
      : index + 1 >= numbers.count
        || numbers[index + 1] != numbers[index]
    guard var expected = new, isCounted else { return Array(source.bytes[position...]) }
    for (place, number) in zip(places[index...], numbers[index...]) {
      guard number == expected else { break }
      expected += 1
      let own = document.marker(of: place)
      let start = source.line(place.lines.lowerBound).lowerBound
      tail += source.bytes[position..<start]
      tail += own.numbered(expected)
      position = start + own.count
    }
    return tail + source.bytes[position...]
  }

  /// Returns what stands between the neighbour of an index and the one before, where that is blank, else
  /// what mostly does.
  private func gap(at index: Int) -> [UInt8] {
    let source = document.text
    let gaps = zip(places, places.dropFirst()).map { first, second -> [UInt8] in
      // One that is indented by a tab seems to be less deep than one below it that is by spaces.
      let last = min(document.endOfBlock(first, before: starts), second.lines.lowerBound - 1)
      return Array(
        source.bytes[
          source.line(last).upperBound..<source.line(second.lines.lowerBound).lowerBound
        ]
      )
    }
    if index >= 1, index <= gaps.count, gaps[index - 1].allSatisfy(\.isWhitespace) {
      return gaps[index - 1]
    }
    if let gap = gaps.filter({ $0.allSatisfy(\.isWhitespace) }).mostCommon { return gap }
    let own = source.lineEnd(places[0].lines.lowerBound)
    let end = own.isEmpty ? [.newline] : Array(own)
    // What follows a picture directly is a part of what is around that.
    let place = places[max(0, index - 1)]
    return document.endOfBlock(place, before: starts) > document.endOfSubtree(place)
      ? end + end : end
  }
}

extension ListDocument {
  /// Returns what an entry has before its content.
  fileprivate func marker(of place: EntryPlace) -> [UInt8] {
    let entry = fields(at: place)
    return Array(entry.text[entry.marker.range])
  }

  /// Returns the line of dashes below the header of a row's table; nil where there is none.
  fileprivate func dashes(above place: EntryPlace) -> [UInt8]? {
    var line = place.lines.lowerBound - 1
    while line > 0, !text.isBlank(line) {
      let bytes = Array(text.bytes[text.line(line)])
      if bytes.contains(UInt8(ascii: "-")),
        bytes.allSatisfy({ $0.isWhitespace || "|-:".utf8.contains($0) })
      {
        return bytes
      }
      line -= 1
    }
    return nil
  }

  /// Returns the last line of an entry with all that belongs to it: what is indented deeper below it, and what follows
  /// without a blank line, as far as it is a picture, or goes on a paragraph without a bullet.
  fileprivate func endOfBlock(_ place: EntryPlace, before starts: Set<Int>) -> Int {
    let last = endOfSubtree(place)
    guard format(of: place).unit != .row else { return last }
    let isItem = !fields(at: place).marker.bullets.isEmpty
    var (end, line) = (last, last + 1)
    while line <= text.lineCount, !text.isBlank(line), !starts.contains(line) {
      let range = text.line(line)
      let isBreak = text.bytes.matches("<br", at: range.lowerBound)
      let isPicture = ["![", "<img "].contains { text.bytes.firstRange(of: $0, in: range) != nil }
      guard isBreak || isPicture || !isItem && !text.beginsBlock(line) else { break }
      if isPicture || !isItem { end = line }
      line += 1
    }
    return end
  }

  /// Returns the last line of an entry with all that is indented deeper below it.
  fileprivate func endOfSubtree(_ place: EntryPlace) -> Int {
    func depth(_ line: Int) -> Int {
      text.bytes[text.line(line)].prefix { $0.isWhitespace }.count
    }
    let own = depth(place.lines.lowerBound)
    var last = place.lines.upperBound - 1
    var line = last + 1
    while line <= text.lineCount {
      if !text.isBlank(line) {
        guard depth(line) > own else { break }
        last = line
      }
      line += 1
    }
    return last
  }
}

extension SourceText {
  /// Tells whether a line begins, or closes, what is not part of the paragraph before it.
  fileprivate func beginsBlock(_ line: Int) -> Bool {
    let start = self.line(line).lowerBound
    let signs: [StaticString] = [
      "</", "#", "<h", "<ul", "<ol", "<li", "<details", "<table", "<a name", "<a id", "|", "```",
      "~~~", "- ", "* ", "+ ", "---", "===", "<!--",
    ]
    return signs.contains { bytes.matches($0, at: start) }
  }
}

extension [UInt8] {
  /// The number that a marker has; nil where it has none.
  fileprivate var number: Int? {
    let digits = drop { !$0.isDigit }.prefix { $0.isDigit }
    return digits.isEmpty || digits.count > 6 ? nil : Int(String(decoding: digits, as: UTF8.self))
  }

  /// The number that a text begins with after signs; nil where it begins with words.
  fileprivate var leadingNumber: Int? {
    let start = drop { !$0.isWord }
    return Array(start.prefix { $0.isWord }).allSatisfy(\.isDigit)
      ? Array(start.prefix(6)).number : nil
  }

  /// The marker with another number.
  fileprivate func numbered(_ number: Int) -> [UInt8] {
    guard let start = firstIndex(where: \.isDigit) else { return self }
    let end = self[start...].firstIndex { !$0.isDigit } ?? count
    return self[..<start] + Array(String(number).utf8) + self[end...]
  }
}
