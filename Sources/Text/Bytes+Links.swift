/// How labels and destinations of links look in bytes.
extension [UInt8] {
  /// How long a link's text may be, in bytes; a title can be one.
  private static let longestLabel = 300
  /// How many brackets are inside one another at most; more are opened by nobody who writes a list.
  static let deepestBracket = 16

  /// Returns where a label ends: before `]`, or before a destination whose bracket was forgotten.
  package func labelEnd(from start: Int) -> Int? {
    var index = start
    var depth = 0
    while index < count, index - start <= Self.longestLabel {
      switch self[index] {
      case UInt8(ascii: "["):
        depth += 1
        if depth > Self.deepestBracket { return nil }
      case UInt8(ascii: "]"):
        if depth == 0 { return index }
        depth -= 1
      case UInt8(ascii: "("):
        if isScheme(at: index + 1) { return index }
      case UInt8(ascii: "|"):
        return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Tells whether a parenthesis is open at an offset, on its line.
  package func isInParentheses(_ offset: Int) -> Bool {
    var index = offset
    var closed = 0
    while index > 0, !self[index - 1].isLineEnd, offset - index < 1000 {
      index -= 1
      if self[index] == UInt8(ascii: ")") { closed += 1 }
      if self[index] == UInt8(ascii: "(") {
        if closed == 0 { return true }
        closed -= 1
      }
    }
    return false
  }

  package func openingParenthesis(at index: Int) -> Int? {
    if matches("(", at: index) { return 1 }
    if matches("\u{FF08}", at: index) { return 3 }
    return nil
  }

  package func isScheme(at index: Int) -> Bool {
    matches("https://", at: index) || matches("http://", at: index)
  }

  /// Tells whether text in parentheses that stand apart from a label is its destination.
  package func looksLikeDestination(from start: Int) -> Bool {
    var index = start
    while index < count, self[index] == .space || self[index] == UInt8(ascii: "<") { index += 1 }
    return isScheme(at: index) || matches("www.", at: index) || matches("#", at: index)
      || matches("./", at: index) || matches("/", at: index)
      || (index < count && self[index] == UInt8(ascii: ")"))
  }

  /// Returns the destination after an opening parenthesis, without spaces and brackets around it.
  package func destination(afterParenthesis start: Int) -> Range<Int> {
    var index = start
    while index < count,
      self[index] == .space || self[index] == UInt8(ascii: "<") || self[index] == UInt8(ascii: "[")
        || self[index] == UInt8(ascii: "(")
    {
      index += 1
    }
    return words(from: index) ?? destination(from: index)
  }

  /// Returns words that stand where an address belongs, as in `[code](Coming soon)`.
  private func words(from start: Int) -> Range<Int>? {
    let end = self[start...].prefix(40).firstIndex { byte in
      !byte.isLetter && byte != .space && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "!")
    }
    guard let end, self[end] == UInt8(ascii: ")"), self[start..<end].contains(.space) else {
      return nil
    }
    return trimmed(start..<end)
  }

  /// Returns the bytes that can be a URL from an offset on; parentheses in it must be balanced.
  package func destination(from start: Int) -> Range<Int> {
    var index = start
    var depth = 0
    scan: while index < count {
      switch self[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case UInt8(ascii: "["):
        guard index > start, let end = bracketEnd(from: index) else { break scan }
        index = end
      case UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "|"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        break scan
      case let byte where byte.isWhitespace: break scan
      default:
        if matches("\u{FF09}", at: index) { break scan }
      }
      index += 1
    }
    return start..<index
  }

  /// Returns where brackets end that are part of an address, as in `/[AAAI17]Transfer.pdf`; nil for those of the next
  /// link.
  private func bracketEnd(from start: Int) -> Int? {
    let end = self[(start + 1)...].prefix(64).firstIndex { !$0.isWord && !"-._%".utf8.contains($0) }
    guard let end, end > start + 1, self[end] == UInt8(ascii: "]"), end + 1 < count,
      self[end + 1].isWord || "-._%/".utf8.contains(self[end + 1])
    else { return nil }
    return end
  }

  /// Returns the end of a link after its destination, with all closing brackets that are its own:
  /// those it still owes, and any that directly follow.
  package func linkEnd(
    from start: Int,
    owing brackets: Int,
    isInParentheses: @autoclosure () -> Bool
  ) -> Int {
    var index = start
    var end = start
    var owed = brackets
    var parentheses = 1
    if index < count, self[index] == .space, let title = titleEnd(from: index) { index = title }
    while index < count {
      switch self[index] {
      case .space, UInt8(ascii: ">"):
        break
      case UInt8(ascii: ")"):
        // One more than was opened belongs to whatever stands around the link.
        if parentheses <= 0, index != end || isInParentheses() { return end }
        parentheses -= 1
        end = index + 1
      case UInt8(ascii: "]"):
        if owed <= 0, index != end { return end }
        owed -= 1
        end = index + 1
      default:
        guard matches("\u{FF09}", at: index), parentheses > 0 else { return end }
        parentheses -= 1
        end = index + 3
        index += 2
      }
      index += 1
    }
    return end
  }

  /// Returns the end of a link title, as in `(url "title")`.
  private func titleEnd(from start: Int) -> Int? {
    var index = start
    while index < count, self[index] == .space { index += 1 }
    guard index < count, self[index] == UInt8(ascii: "\""),
      let close = first(UInt8(ascii: "\""), in: index + 1..<count)
    else { return nil }
    return close + 1
  }
}
