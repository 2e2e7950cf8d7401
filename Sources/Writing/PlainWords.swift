internal import ListModel
internal import Text

/// Text of a stranger as an entry can have it: to a reader the same words, and no markup.
struct PlainWords {
  /// Where the words go.
  struct Place {
    /// Whether a bar would end a table's cell.
    var isRow = false
    /// Whether they are the first of a line.
    var isFirst = false
    /// Whether marks of emphasis are open before them.
    var isEmphasised = false
  }

  /// Returns words without line breaks and what nobody sees, with what could be markup escaped.
  static func escaped(_ text: String, in place: Place) -> [UInt8] {
    let bytes = visible(text)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if needsEscape(byte, at: index, in: bytes, place) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return result
  }

  /// Returns Markdown that somebody wrote for this list, on one line, and in a table in one cell.
  static func line(_ markdown: String, isRow: Bool) -> [UInt8] {
    var result: [UInt8] = []
    for byte in visible(markdown) {
      if byte == UInt8(ascii: "|"), isRow, result.last != UInt8(ascii: "\\") {
        result.append(UInt8(ascii: "\\"))
      }
      result.append(byte)
    }
    return result
  }

  /// Returns text on one line, without characters that nobody sees.
  private static func visible(_ text: String) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        if scalars.last ?? " " != " " { scalars.append(" ") }
      } else if !scalar.isInvisible || scalar.value == 0x200D {
        scalars.append(scalar)
      }
    }
    while scalars.last == " " { scalars.removeLast() }
    return Array(String(scalars).utf8)
  }

  private static func needsEscape(
    _ byte: UInt8,
    at index: Int,
    in bytes: [UInt8],
    _ place: Place
  ) -> Bool {
    func isWord(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index].isWord }
    func isBlank(_ index: Int) -> Bool { !bytes.indices.contains(index) || bytes[index] == .space }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"): return true
    case UInt8(ascii: "\\"):
      // Before a letter it is no more than itself.
      return index + 1 >= bytes.count || !isWord(index + 1) && bytes[index + 1] != .space
    case UInt8(ascii: "~"): return !(isBlank(index - 1) && isBlank(index + 1))
    case UInt8(ascii: "*"):
      if isBlank(index - 1), isBlank(index + 1) { return false }
      // After a word and before none it can only close.
      return place.isEmphasised || !isWord(index - 1) || isWord(index + 1)
    case UInt8(ascii: "_"): return !(isWord(index - 1) && isWord(index + 1))
    case UInt8(ascii: "<"):
      return index + 1 < bytes.count
        && (bytes[index + 1].isLetter || "/!?".utf8.contains(bytes[index + 1]))
    case UInt8(ascii: "&"):
      let name = bytes[(index + 1)...].prefix {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#")
      }
      return !name.isEmpty && name.endIndex < bytes.count
        && bytes[name.endIndex] == UInt8(ascii: ";")
    case UInt8(ascii: "|"): return place.isRow
    // An address by itself becomes a link.
    case UInt8(ascii: ":"): return bytes.matches("://", at: index)
    case UInt8(ascii: "."):
      if bytes.matches("www", at: index - 3), !isWord(index - 4) { return true }
      return place.isFirst && index > 0 && bytes[..<index].allSatisfy(\.isDigit)
    case UInt8(ascii: ")"):
      return place.isFirst && index > 0 && bytes[..<index].allSatisfy(\.isDigit)
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ">"):
      return place.isFirst && index == 0 && !isWord(1)
    default: return false
    }
  }

  /// Returns an address with all percent-encoded that could end it; nil where it is none of the web.
  static func address(_ url: String) -> [UInt8]? {
    let address = WebAddress(url)
    // Beside the web there are the list's own files; a scheme begins neither with a dot nor a slash.
    let isOwn = address.scheme.isEmpty && address.host.isEmpty && url.isPathOfList
    guard isOwn || ["http", "https"].contains(address.scheme) && !address.host.isEmpty else {
      return nil
    }
    let bytes = Array(url.utf8)
    // Only parentheses that close what they opened may stand there.
    var depth = 0
    var isBalanced = true
    for byte in bytes {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { isBalanced = false }
    }
    isBalanced = isBalanced && depth == 0
    return bytes.flatMap { byte -> [UInt8] in
      let isParenthesis = byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      guard
        byte <= 0x20 || byte >= 0x7F || "<>\"\\`|{}^[]".utf8.contains(byte)
          || isParenthesis && !isBalanced
      else { return [byte] }
      let digits = Array("0123456789ABCDEF".utf8)
      return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}

extension String {
  /// Whether it leads to a file beside the list, or to a part of it.
  fileprivate var isPathOfList: Bool {
    if ["./", "../", "#"].contains(where: hasPrefix) { return true }
    return !hasPrefix("//") && !utf8.contains(UInt8(ascii: ":"))
      && utf8.contains(UInt8(ascii: "/"))
  }
}
