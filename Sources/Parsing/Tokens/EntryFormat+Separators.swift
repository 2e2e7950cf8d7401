package import ListModel
internal import Text

extension EntryFormat {
  /// Lists what stands between the fields of an entry that was read by its tokens.
  ///
  /// Where text stands between them that belongs to no field, there is nothing to compare.
  package func separators(of entry: Entry) -> [Separator] {
    var neighbours: [(neighbour: Separator.Neighbour, range: Range<Int>)] = []
    if let block = entry.tags {
      // Without marks around the whole a row of tags is a row of neighbours.
      if tags == nil {
        neighbours += block.tags.map { (.field(.tags), $0.range) }
      } else {
        neighbours.append((.field(.tags), block.range))
      }
    }
    if let title = entry.title, !entry.texts.contains(where: { $0.range == title.range }) {
      neighbours.append((.field(.title), title.range))
    }
    // What nested items say stands in them, not beside them.
    if let venue = entry.venue, !entry.isNested(venue.range) {
      neighbours.append((.field(.venue), venue.range))
    }
    neighbours += entry.texts.map { (.field($0.field), $0.range) }
    let fields = Cover(neighbours.map(\.range))
    // Links are in the order of the text.
    var reach = 0
    for (index, link) in entry.links.enumerated()
    where index != entry.titleLink && entry.text[link.range.lowerBound] != UInt8(ascii: "!") {
      if !fields.cover(link.range.lowerBound), !(reach > link.range.lowerBound) {
        neighbours.append((.link(index), link.range))
        reach = max(reach, link.range.upperBound)
      }
    }
    neighbours.sort { $0.range.lowerBound < $1.range.lowerBound }
    var separators: [Separator] = []
    var before = Separator.Neighbour.start
    var position = entry.marker.range.upperBound
    for (neighbour, range) in neighbours {
      guard range.lowerBound >= position else { continue }
      add(position..<range.lowerBound, before, neighbour, of: entry, to: &separators)
      before = neighbour
      position = range.upperBound
    }
    add(position..<entry.text.count, before, nil, of: entry, to: &separators)
    return separators
  }

  private func add(
    _ range: Range<Int>,
    _ before: Separator.Neighbour,
    _ after: Separator.Neighbour?,
    of entry: Entry,
    to separators: inout [Separator]
  ) {
    guard unit == .row else {
      if let text = text(between: range, of: entry) {
        separators.append(Separator(before: before, after: after, range: range, text: text))
      } else if unit == .item, let (plain, end) = entry.text.withoutSigns(in: range),
        let text = text(between: range, of: entry, in: plain)
      {
        separators.append(
          Separator(before: before, after: after, range: range, text: text, signsEnd: end)
        )
      }
      return
    }
    // Each cell of a row begins and ends by itself.
    let bars = entry.text.cellBars(in: range)
    guard let first = bars.first, let last = bars.last else {
      if let text = text(between: range, of: entry) {
        separators.append(Separator(before: before, after: after, range: range, text: text))
      }
      return
    }
    var end = first
    while end > range.lowerBound, entry.text[end - 1].isWhitespace { end -= 1 }
    if before != .start, let text = text(between: range.lowerBound..<end, of: entry) {
      separators.append(
        Separator(before: before, after: nil, range: range.lowerBound..<end, text: text)
      )
    }
    guard let after else { return }
    var start = last + 1
    while start < range.upperBound, entry.text[start].isWhitespace { start += 1 }
    if let text = text(between: start..<range.upperBound, of: entry) {
      separators.append(
        Separator(before: .start, after: after, range: start..<range.upperBound, text: text)
      )
    }
  }

  /// Returns what stands between two fields as it is compared; nil where words stand in it.
  ///
  /// `plain` is the entry's text, where something in it is not to be seen.
  private func text(
    between range: Range<Int>,
    of entry: Entry,
    in plain: [UInt8]? = nil
  ) -> String? {
    if unit == .html { return htmlSeparatorText(range, of: entry) }
    let text = plain ?? entry.text
    guard let index = entry.titleLink, let title = entry.title,
      let label = entry.links[index].labelRange
    else {
      return text.separatorText(
        range,
        isAtEnd: range.upperBound == text.count,
        joinsLines: isExact && isOneLine
      )
    }
    let link = entry.links[index].range
    if range.upperBound == title.range.lowerBound, range.lowerBound <= link.lowerBound {
      guard let outside = text.separatorText(range.lowerBound..<link.lowerBound, isAtEnd: false),
        let inside = text.separatorText(label.lowerBound..<title.range.lowerBound, isAtEnd: false)
      else { return nil }
      return outside + "[" + inside
    }
    if range.lowerBound == title.range.upperBound, link.upperBound <= range.upperBound {
      let isAtEnd = range.upperBound == text.count
      guard
        let inside = text.separatorText(title.range.upperBound..<label.upperBound, isAtEnd: false),
        let outside = text.separatorText(link.upperBound..<range.upperBound, isAtEnd: isAtEnd)
      else { return nil }
      return inside + "](\(UsualSeparator.address))" + outside
    }
    return text.separatorText(
      range,
      isAtEnd: range.upperBound == text.count,
      // Where the entry is wrapped, that is one mistake for itself.
      joinsLines: isExact && isOneLine
    )
  }
}

extension [UInt8] {
  /// Returns what separates two fields, with runs of spaces as one; nil where there are words in it.
  ///
  /// The blanks before a line end and after it are kept: they break lines and indent.
  package func separatorText(
    _ range: Range<Int>,
    isAtEnd: Bool,
    joinsLines: Bool = false
  ) -> String? {
    guard range.count <= 80 else { return nil }
    var plain: [UInt8] = []
    for scalar in string(range).unicodeScalars {
      switch scalar.value {
      case 0x200B...0x200D, 0x2060, 0xFEFF, 0xAD, 0x0D: continue
      case 0x0A where joinsLines: plain.append(.space)
      case 0x3002: plain.append(UInt8(ascii: "."))
      case 0x20, 0xA0, 0x2002...0x200A, 0x202F, 0x3000, 0x09: plain.append(.space)
      case 0xFF01...0xFF5E: plain.append(UInt8(scalar.value - 0xFEE0))
      default: plain.append(contentsOf: String(scalar).utf8)
      }
    }
    let words = plain.contains { $0.isDigit || $0 >= 0x80 && !isDash($0, in: plain) }
    let letters = plain.split { !$0.isLetter }
    guard !words, letters.allSatisfy({ $0.elementsEqual("br".utf8) }) else { return nil }
    if isAtEnd { while plain.last?.isWhitespace ?? false { plain.removeLast() } }
    return plain.collapsed()
  }

  private func isDash(_ byte: UInt8, in plain: [UInt8]) -> Bool {
    let text = String(decoding: plain, as: UTF8.self)
    return text.unicodeScalars.allSatisfy { $0.isASCII || (0x2010...0x203A).contains($0.value) }
  }

  /// Returns bytes with runs of spaces as one, but for those after a line end; two before a line end
  /// stay two.
  private func collapsed() -> String {
    var result: [UInt8] = []
    var index = 0
    while index < count {
      guard self[index] == .space else {
        result.append(self[index])
        index += 1
        continue
      }
      var end = index
      while end < count, self[end] == .space { end += 1 }
      let width = end - index
      if result.last == .newline {
        result += self[index..<end]
      } else if end < count, self[end] == .newline {
        if width > 1 {
          result += [.space, .space]
        } else if index == 0 || result.last == 0x5C {
          result += []
        }
      } else {
        result.append(.space)
      }
      index = end
    }
    return String(streamSafe: result[...])
  }
}
