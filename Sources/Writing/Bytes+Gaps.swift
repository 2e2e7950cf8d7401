internal import ListModel
internal import Text

extension MouldBook.Counts {
  /// How common a text is among those that have words, from 0 to 1.
  func shareAmongWords(of text: [UInt8]) -> Double {
    let words = text.words
    let worded = texts.filter { !$0.key.words.isEmpty }
    let same = worded.filter { $0.key.words == words }.values.reduce(0, +)
    return Double(same) / Double(max(1, worded.values.reduce(0, +)))
  }

  /// The text that stands most often of those that differ from another in its spaces only.
  func mostLike(_ text: [UInt8]) -> [UInt8] {
    let marks = text.filter { $0 != .space }
    return texts.filter { $0.key.filter { $0 != .space } == marks }
      .max { ($0.value, $1.key.count) < ($1.value, $0.key.count) }?.key ?? text
  }

  /// The text without words that stands most often, and closes what another closes; nil where there is none.
  func mostWithoutWords(like other: [UInt8], isRow: Bool) -> [UInt8]? {
    texts.filter { text, _ in
      !text.hasWords && text.depth == other.depth && (!isRow || text.bars == other.bars)
    }
    .max { ($0.value, $1.key.count) < ($1.value, $0.key.count) }?.key
  }
}

extension [UInt8] {
  /// Returns what follows this text, without a full stop that it has already.
  func avoidingTwoStops(_ next: [UInt8]) -> [UInt8] {
    guard let last, ".?!".utf8.contains(last), next.first == UInt8(ascii: ".") else { return next }
    return Array(next.dropFirst())
  }

  /// Whether it holds a number and no other words, as in `**[5]** `.
  var isNumber: Bool {
    let words = filter(\.isWord)
    guard let first = firstIndex(where: \.isDigit), !words.isEmpty, words.count <= 5 else {
      return false
    }
    return words.allSatisfy(\.isDigit)
      && self[first..<first + words.count].allSatisfy(\.isDigit)
  }

  /// Whether there are words in it that a page shows.
  var hasWords: Bool {
    var isTag = false
    return contains { byte in
      if byte == UInt8(ascii: "<") { isTag = true }
      if byte == UInt8(ascii: ">") { isTag = false }
      return byte.isWord && !isTag
    }
  }

  /// The words in it that a page shows.
  var words: [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var isTag = false
    for byte in self + [.space] {
      if byte == UInt8(ascii: "<") { isTag = true }
      if byte.isWord, !isTag {
        word.append(byte)
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return words
  }

  /// It without its words, and without brackets and marks around nothing else.
  var withoutWords: [UInt8] {
    var result: [UInt8] = []
    var isTag = false
    var index = startIndex
    while index < count {
      if let end = endOfEmoji(at: index) {
        index = end
        continue
      }
      let byte = self[index]
      index += 1
      if byte == UInt8(ascii: "<") { isTag = true }
      let isWord = byte.isWord && !isTag
      if byte == UInt8(ascii: ">") { isTag = false }
      if isWord {
        // The colon of a label goes with it.
        if index < count, self[index] == UInt8(ascii: ":") { index += 1 }
        continue
      }
      let pairs: [(UInt8, UInt8)] = [("[", "]"), ("(", ")"), ("`", "`"), ("*", "*"), ("_", "_")]
        .map { (UInt8(ascii: $0.0), UInt8(ascii: $0.1)) }
      while result.last == .space,
        pairs.contains(where: { $0.1 == byte && $0.0 == result.dropLast().last })
      {
        result.removeLast()
      }
      if let last = result.last, pairs.contains(where: { $0.0 == last && $0.1 == byte }) {
        result.removeLast()
      } else if byte != .space || result.last != .space {
        result.append(byte)
      }
    }
    return result
  }

  /// Whether an emoji stands in it that is written as a word.
  var hasEmoji: Bool { indices.contains { endOfEmoji(at: $0) != nil } }

  /// It without emoji that are written as words, and the space after each.
  var withoutEmoji: [UInt8] {
    var result: [UInt8] = []
    var index = startIndex
    while index < count {
      if let end = endOfEmoji(at: index) {
        index = end < count && self[end] == .space ? end + 1 : end
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }

  /// Returns where an emoji ends that begins at an offset and is written as a word, as in `:star:`; nil where there
  /// is none.
  private func endOfEmoji(at start: Int) -> Int? {
    guard self[start] == UInt8(ascii: ":") else { return nil }
    let name = self[(start + 1)...].prefix { $0.isLetter || $0.isDigit || "+-_".utf8.contains($0) }
    guard name.contains(where: \.isLetter), name.endIndex < count,
      self[name.endIndex] == UInt8(ascii: ":")
    else {
      return nil
    }
    return name.endIndex + 1
  }

  /// It without the spaces at its end.
  var withoutTrailingSpace: [UInt8] {
    Array(self[..<(lastIndex { $0 != .space }.map { $0 + 1 } ?? 0)])
  }

  /// Returns what follows something that was put where `old` stood, with the bracket closed that `first`, which stands
  /// before that, opens.
  func closing(_ first: [UInt8], insteadOf old: [UInt8]) -> [UInt8] {
    guard first.depth + depth == old.depth + 1,
      let open = first.last(where: { "([".utf8.contains($0) })
    else { return self }
    return [open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")] + self
  }

  /// Whether two blank lines stand in it, one after the other.
  var hasDoubledBlankLine: Bool { firstRange(of: "\n\n\n", in: 0..<count) != nil }

  /// It with no more than one blank line in a place.
  var withoutDoubledBlankLines: [UInt8] {
    reduce(into: []) { text, byte in
      if byte != .newline || text.suffix(2) != [.newline, .newline] { text.append(byte) }
    }
  }

  /// Whether the number of a paper on arXiv stands in it, as `1706.03762`.
  var hasArXivNumber: Bool {
    indices.contains { index in
      guard self[index] == UInt8(ascii: ".") else { return false }
      let before = self[..<index].reversed().prefix(while: \.isDigit).count
      let after = self[(index + 1)...].prefix(while: \.isDigit).count
      return before == 4 && (4...5).contains(after)
    }
  }

  /// How many brackets it opens more than it closes.
  var depth: Int {
    reduce(0) { $0 + ("([".utf8.contains($1) ? 1 : ")]".utf8.contains($1) ? -1 : 0) }
  }

  /// How many bars it has.
  var bars: Int { count { $0 == UInt8(ascii: "|") } }

  /// Where the marks and tags end that close what stands before it.
  private var endOfClosingMarks: Int {
    var index = 0
    while index < count {
      if "*_`)]".utf8.contains(self[index]) {
        index += 1
      } else if matches("</", at: index),
        let close = self[index...].firstIndex(of: UInt8(ascii: ">"))
      {
        index = close + 1
      } else {
        break
      }
    }
    return index
  }

  /// Returns what stands before and after something that is left out, put together.
  func joinedWithout(_ after: [UInt8], isLast: Bool, isRow: Bool) -> [UInt8] {
    let line = UInt8.newline
    // Of the blank lines on both sides those on one.
    let (blank, more) = (reversed().prefix { $0 == line }.count, after.prefix { $0 == line }.count)
    if blank > 1, more > 1 { return dropLast(blank < more ? blank : more) + after }
    // A line, or a cell, of its own.
    if let start = lastIndex(of: line), after.isEmpty || after.contains(line) {
      let end = after.firstIndex(of: line) ?? after.endIndex
      return Array(self[..<start]) + after[end...]
    }
    let bar = UInt8(ascii: "|")
    if isRow, contains(bar), let end = after.firstIndex(of: bar) {
      return self[...(lastIndex(of: bar) ?? 0)] + [.space] + after[end...]
    }
    let pairs: [(UInt8, UInt8)] = [("(", ")"), ("[", "]"), ("*", "*"), ("_", "_"), ("`", "`")]
      .map { (UInt8(ascii: $0.0), UInt8(ascii: $0.1)) }
    var (first, second) = (self, after)
    while let open = first.last, let close = second.first,
      pairs.contains(where: { $0.0 == open && $0.1 == close })
    {
      first.removeLast()
      second.removeFirst()
    }
    if isLast {
      while first.last?.isWhitespace ?? false { first.removeLast() }
      let stop = first.last
      if let stop, ",;:|-".utf8.contains(stop) { first.removeLast() }
      // The full stop of what a dash or a colon leads to goes with it.
      if let stop, ":-".utf8.contains(stop), second.first == UInt8(ascii: ".") {
        second.removeFirst()
      }
      return first[..<first.endOfClosingMarks] + first.avoidingTwoStops(second)
    }
    if second.allSatisfy(\.isWhitespace) {
      // A line that ends there ends still.
      return second.contains(line) && !first.contains(line) ? second : first
    }
    // A full stop after what a dash or a colon begins is its own.
    let isAppended = !first.hasWords && first.contains { "-:\u{2013}\u{2014}".utf8.contains($0) }
    if isAppended, second.first == UInt8(ascii: ".") { second.removeFirst() }
    // A line that ends before it, and marks that close what stands before it, stay.
    if let start = first.lastIndex(of: line) {
      // Where nothing is left on the line, nothing is left to end or to part.
      let isBlank = first[start...].allSatisfy(\.isWhitespace)
      return first + second.drop { $0 == .space || isBlank && ".,;:".utf8.contains($0) }
    }
    return first[..<first.endOfClosingMarks] + second
  }
}
