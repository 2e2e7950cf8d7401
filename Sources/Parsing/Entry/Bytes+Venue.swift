internal import Text

extension UInt8 {
  /// Whether it is an apostrophe, a sign that stands for one, or a part of such a character.
  fileprivate var canBeApostrophe: Bool {
    self == UInt8(ascii: "'") || self == UInt8(ascii: "`") || self == UInt8(ascii: "\"")
      || self >= 0x80
  }
}

/// How venues and years look in bytes.
extension [UInt8] {
  static let apostrophes: [StaticString] = [
    "'", "\u{2019}", "\u{2018}", "`", "\u{00B4}", "\u{2032}", "\u{02BC}", "\u{FF07}", "\"",
  ]

  func apostropheWidth(at index: Int) -> Int? {
    guard index < count, self[index].canBeApostrophe else { return nil }
    return Self.apostrophes.first { matches($0, at: index) }?.utf8CodeUnitCount
  }

  private func apostropheWidth(before index: Int) -> Int? {
    guard index > 0, self[index - 1].canBeApostrophe else { return nil }
    let found = Self.apostrophes.first { matches($0, at: index - $0.utf8CodeUnitCount) }
    return found?.utf8CodeUnitCount
  }

  func hasApostrophe(in range: Range<Int>) -> Bool {
    range.contains { apostropheWidth(at: $0) != nil }
  }

  /// Finds the digits of a year: the last in the run that stand after an apostrophe, else four
  /// digits at its end.
  func year(in run: Range<Int>) -> Range<Int>? {
    // Most runs have no digit, and few have one at their end.
    guard let last = last(in: run, where: { $0.isDigit }) else { return nil }
    var index = last + 1
    var isAtEnd = !self[index..<run.upperBound].contains(where: \.isLetter)
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

  /// Returns where the name before a year ends, nil where a full stop or nothing stands between.
  func nameEnd(before year: Int, in run: Range<Int>) -> Int? {
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
        // A shortened name keeps its full stop: `Vis.'2024`.
        if index < year, apostropheWidth(at: index) != nil { return index }
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
  func isSeparate(_ year: Range<Int>, in run: Range<Int>) -> Bool {
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
  func sentenceStart(
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
          index < end && blankWidth(at: index) != nil && !isInitial(endingAt: index)
        case UInt8(ascii: "`"): true
        case 0x80...: isWideStop(before: index)
        default: false
        }
      if isBreak { return (firstVisible(in: index..<end), true) }
      index -= 1
    }
    return (firstVisible(in: run.lowerBound..<end), false)
  }

  /// Tells whether a single capital with its full stop ends at an offset, with another before it, as in
  /// `J. D. Prince`.
  private func isInitial(endingAt index: Int) -> Bool {
    func isOne(_ end: Int) -> Bool {
      end >= 2 && self[end - 1] == UInt8(ascii: ".") && self[end - 2].isUppercase
        && (end == 2 || !self[end - 3].isWord)
    }
    guard isOne(index) else { return false }
    return isOne(index - 2) || index >= 4 && self[index - 3] == .space && isOne(index - 3)
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

  /// Returns where the text after a full stop without a space begins: `Title.CVPR`.
  func gluedStart(before end: Int, in run: Range<Int>) -> Int? {
    let stop = self[run.lowerBound..<end].lastIndex { $0 == UInt8(ascii: ".") || $0.isWhitespace }
    guard let stop, self[stop] == UInt8(ascii: "."), stop + 1 < end else { return nil }
    return stop + 1
  }

  /// Returns a range with the marks that stand in pairs around it, as in `(CVPR'2024)`.
  func withMarks(around range: Range<Int>, in run: Range<Int>) -> Range<Int> {
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
  func wordStarts(before end: Int, in run: Range<Int>, limit: Int) -> [Int] {
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

  func end(of close: String, from index: Int) -> Int {
    self[index...].starts(with: close.utf8) ? index + close.utf8.count : index
  }

  func start(of open: String, before index: Int) -> Int {
    let start = index - open.utf8.count
    return start >= 0 && !open.isEmpty && self[start...].starts(with: open.utf8) ? start : index
  }
}
