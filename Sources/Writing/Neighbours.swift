internal import ListModel
internal import Markdown

/// The entries among which a new one goes: of one section and one indentation, in the order of the file.
struct Neighbours {
  let places: [EntryPlace]
  private let document: ListDocument
  private let marker: [UInt8]
  /// The numbers of their markers; nil where they are not numbered, or not counted on.
  private let numbers: [Int]?

  /// - Precondition: There is at least one.
  init(_ places: [EntryPlace], in document: ListDocument) {
    precondition(!places.isEmpty)
    self.places = places
    self.document = document
    let markers = places.map { document.marker(of: $0) }
    marker = markers.mostCommon ?? []
    let numbers = markers.compactMap(\.number)
    let steps = zip(numbers, numbers.dropFirst()).count { $1 == $0 + 1 }
    self.numbers =
      numbers.count == places.count && (steps * 2 > numbers.count - 1 || numbers.count == 1)
      ? numbers : nil
  }

  /// Returns the list with a draft before the neighbour of an index, or behind the last one.
  func inserting(_ draft: Composer.Draft, at index: Int) -> (text: [UInt8], lines: Range<Int>) {
    let source = document.text
    var entry = marker + draft.text
    if let numbers {
      let number = index > 0 ? numbers[index - 1] + 1 : numbers[0]
      entry = marker.numbered(number) + draft.text
    }
    let count = entry.count { $0 == .newline } + 1
    let tail = renumbered(from: index)
    guard index > 0 else {
      let start = source.line(places[0].lines.lowerBound).lowerBound
      let text = Array(source.bytes[..<start]) + entry + gap(at: 1) + tail
      return (text, places[0].lines.lowerBound..<places[0].lines.lowerBound + count)
    }
    let last = document.endOfSubtree(places[index - 1])
    let stop = source.line(last).upperBound
    let gap = gap(at: index)
    let next = index < places.count ? source.line(places[index].lines.lowerBound).lowerBound : stop
    let text = Array(source.bytes[..<stop]) + gap + entry + source.bytes[stop..<next] + tail
    let line = last + gap.count { $0 == .newline }
    return (text, line..<line + count)
  }

  /// Returns what the list has from a neighbour on, or behind the last one, with numbers that count on.
  private func renumbered(from index: Int) -> [UInt8] {
    let source = document.text
    guard index < places.count else {
      return Array(
        source.bytes[source.line(document.endOfSubtree(places[index - 1])).upperBound...]
      )
    }
    var tail: [UInt8] = []
    var position = source.line(places[index].lines.lowerBound).lowerBound
    guard let numbers else { return Array(source.bytes[position...]) }
    var expected = index > 0 ? numbers[index - 1] + 1 : numbers[0]
    for (place, number) in zip(places[index...], numbers[index...]) {
      guard number == expected else { break }
      expected += 1
      let own = document.marker(of: place)
      let start = source.line(place.lines.lowerBound).lowerBound
      tail += source.bytes[position..<start]
      tail += own.numbered(number + 1)
      position = start + own.count
    }
    return tail + source.bytes[position...]
  }

  /// Returns what stands between the neighbour of an index and the one before, where that is blank, else
  /// what mostly does.
  private func gap(at index: Int) -> [UInt8] {
    let source = document.text
    let gaps = zip(places, places.dropFirst()).map { first, second in
      Array(
        source.bytes[
          source.line(first.lines.upperBound - 1)
            .upperBound..<source.line(second.lines.lowerBound)
            .lowerBound
        ]
      )
    }
    if index >= 1, index <= gaps.count, gaps[index - 1].allSatisfy(\.isWhitespace) {
      return gaps[index - 1]
    }
    if let gap = gaps.filter({ $0.allSatisfy(\.isWhitespace) }).mostCommon { return gap }
    let end = source.lineEnd(places[0].lines.lowerBound)
    return end.isEmpty ? [.newline] : Array(end)
  }
}

extension ListDocument {
  /// Returns what an entry has before its content.
  fileprivate func marker(of place: EntryPlace) -> [UInt8] {
    let entry = fields(at: place)
    return Array(entry.text[entry.marker.range])
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

extension [UInt8] {
  /// The number that a marker has; nil where it has none.
  fileprivate var number: Int? {
    let digits = drop { !$0.isDigit }.prefix { $0.isDigit }
    return digits.isEmpty || digits.count > 6 ? nil : Int(String(decoding: digits, as: UTF8.self))
  }

  /// The marker with another number.
  fileprivate func numbered(_ number: Int) -> [UInt8] {
    guard let start = firstIndex(where: \.isDigit) else { return self }
    let end = self[start...].firstIndex { !$0.isDigit } ?? count
    return self[..<start] + Array(String(number).utf8) + self[end...]
  }
}
