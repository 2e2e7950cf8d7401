package import ListModel
internal import Text

extension EntryFormat {
  /// Reads an entry leniently: a field is known by what it is, not by the punctuation around it.
  ///
  /// What belongs to no field becomes a unparsed or a separator, so every byte is accounted for. `text` is
  /// the entry's lines, joined as they stand, without the last line end.
  package func read(_ text: [UInt8]) -> Entry {
    var entry = readFields(text)
    entry.separators = separators(of: entry) + nestedSeparators(of: entry)
    return entry
  }

  /// Reads an entry's fields without what stands between them, where only the paper is asked for.
  func readFields(_ source: [UInt8]) -> Entry {
    let commented = CommentedText(source)
    var entry = readTokens(commented.text)
    entry.comments = commented.comments
    entry.rememberIdentity()
    return entry
  }

  /// Finds the bullets at the start of a line.
  ///
  /// A bullet without a space after it counts where what follows cannot be emphasis.
  package func readMarker(_ text: [UInt8]) -> Marker {
    var index = 0
    while index < text.count, text[index].isWhitespace || text.matches("\u{FEFF}", at: index) {
      index += text[index].isWhitespace ? 1 : 3
    }
    let indentation = 0..<index
    var bullets: [Range<Int>] = []
    while let bullet = bullet(in: text, at: index, isFirst: bullets.isEmpty) {
      // After a bullet, `2008.` is a year.
      if !bullets.isEmpty, bullet.count == 5, text.yearValue(index..<index + 4) != nil { break }
      bullets.append(bullet)
      index = bullet.upperBound
      while let width = text.blankWidth(at: index), !text[index].isLineEnd { index += width }
    }
    return Marker(range: 0..<index, indentation: indentation, bullets: bullets)
  }

  private func bullet(in text: [UInt8], at index: Int, isFirst: Bool) -> Range<Int>? {
    guard index < text.count else { return nil }
    for dash in ["\u{2022}", "\u{2013}", "\u{2014}", "\u{00B7}", "\u{2219}", "\u{25CF}"]
      as [StaticString]
    where text.matches(dash, at: index) {
      return index..<index + dash.utf8CodeUnitCount
    }
    let next = index + 1
    let isLast = next == text.count || text[next].isWhitespace
    switch text[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      // `-LISA`, and `-**` before a tag block; but `--` is a dash, unless it stands by itself.
      let isDoubled = !isLast && text[next] == text[index]
      let isApart = next + 1 < text.count && text[next + 1].isWhitespace
      return !isDoubled || isApart ? index..<next : nil
    case UInt8(ascii: "*"):
      // In a list of stars one without its other half is the bullet, whatever follows.
      let isBare =
        !isLast && (text[next] == UInt8(ascii: "[") || isFirst && marker == "*")
        && text.hasOddStars(from: index)
      return isLast || isBare ? index..<next : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var end = index
      while end < text.count, text[end].isDigit { end += 1 }
      guard end < text.count, end - index <= 9,
        text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"),
        end + 1 == text.count || text[end + 1].isWhitespace || isBareNumber(text, after: end)
      else { return nil }
      return index..<end + 1
    default: return nil
    }
  }

  /// Tells whether a number without a space after it is a marker: in a format of numbers, before
  /// what begins an entry.
  private func isBareNumber(_ text: [UInt8], after end: Int) -> Bool {
    marker.first?.isNumber ?? false
      && (text[end + 1].isUppercase || "*_[\"`".utf8.contains(text[end + 1]))
  }
}

extension [UInt8] {
  /// Returns a run of text without the punctuation that separates fields, and without marks of
  /// emphasis or quotation around the whole.
  func titleRange(in run: Range<Int>) -> Range<Int> {
    var start = run.lowerBound
    var end = run.upperBound
    var changed = true
    while changed, start < end {
      changed = false
      if let width = separatorWidth(at: start, forward: true) {
        start += width
        changed = true
      } else if let width = separatorWidth(at: end, forward: false), end - width >= start {
        end -= width
        changed = true
      } else if let (open, close) = wrapping(start..<end) {
        start += open
        end -= close
        changed = true
      }
    }
    return start..<Swift.max(start, end)
  }

  /// Returns the width of the separating character that begins or ends at an offset.
  private func separatorWidth(at offset: Int, forward: Bool) -> Int? {
    let index = forward ? offset : offset - 1
    guard indices.contains(index) else { return nil }
    switch self[index] {
    case .space, .tab, .newline, .carriageReturn, UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "|"):
      return 1
    case UInt8(ascii: "."):
      // `.NET` begins with a word's own full stop; an ellipsis belongs to the title.
      if forward { return index + 1 < count && self[index + 1].isWord ? nil : 1 }
      return index > 1 && self[index - 1] == self[index] && self[index - 2] == self[index] ? nil : 1
    case UInt8(ascii: "-"):
      return forward
        ? (index + 1 < count && self[index + 1] == .space ? 1 : nil)
        : (index > 0 && self[index - 1].isWhitespace ? 1 : nil)
    case UInt8(ascii: "("), UInt8(ascii: "["): return forward ? nil : 1
    case ..<0x80: return nil
    default:
      let characters: [StaticString] = [
        "\u{00A0}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{3000}",
        "\u{FF0E}", "\u{3002}", "\u{FF0C}", "\u{FF1A}", "\u{FF5C}", "\u{2013}", "\u{2014}",
        "\u{FF08}",
      ]
      for character in characters {
        let width = character.utf8CodeUnitCount
        if matches(character, at: forward ? offset : offset - width) { return width }
      }
      return nil
    }
  }

  /// Returns the widths of marks that stand around a whole run, as in `**Title**`.
  private func wrapping(_ run: Range<Int>) -> (Int, Int)? {
    switch self[run].first {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "\""), 0xE2: break
    default: return nil
    }
    let pairs: [(StaticString, StaticString)] = [
      ("**", "**"), ("__", "__"), ("*", "*"), ("_", "_"), ("`", "`"), ("\"", "\""),
      ("\u{201C}", "\u{201D}"),
    ]
    for (open, close) in pairs {
      let widths = (open.utf8CodeUnitCount, close.utf8CodeUnitCount)
      guard run.count > widths.0 + widths.1, matches(open, at: run.lowerBound),
        matches(close, at: run.upperBound - widths.1)
      else { continue }
      // Marks inside mean that the ones outside are not a pair.
      let inside = run.lowerBound + widths.0..<run.upperBound - widths.1
      guard !inside.contains(where: { matches(open, at: $0) }) else { continue }
      return widths
    }
    return nil
  }
}
