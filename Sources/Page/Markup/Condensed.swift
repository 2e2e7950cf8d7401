internal import ListModel
internal import Text

/// Files of the program's own as a page has them: without what is there for whoever reads the source.
enum Condensed {
  /// A script without indentation, empty lines, lines that are a comment, and spaces beside a sign.
  ///
  /// The script has no text of several lines, and no comment after code.
  static func script(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for line in bytes.split(separator: .newline) {
      let code = line.drop(while: \.isWhitespace)
      if code.isEmpty || code.starts(with: "//".utf8) { continue }
      appendCode(code, to: &result)
      result.append(.newline)
    }
    return result
  }

  private static func appendCode(_ code: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var index = code.startIndex
    while index < code.endIndex {
      let byte = code[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "/") && result.last.map(isSign) ?? true
      {
        let end = literalEnd(code, at: index)
        result += code[index..<end]
        index = end
        continue
      }
      index += 1
      let isSpare =
        byte == .space
        && (result.last.map(isSign) ?? true || index < code.endIndex && isSign(code[index]))
      if !isSpare { result.append(byte) }
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    "{}()[];,=<>&|?:!\n".utf8.contains(byte)
  }

  /// Returns where a text in quotation marks ends, or a pattern between slashes.
  private static func literalEnd(_ code: ArraySlice<UInt8>, at start: Int) -> Int {
    let mark = code[start]
    var isInClass = false
    var index = start + 1
    while index < code.endIndex {
      switch code[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "[") where mark == UInt8(ascii: "/"): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case mark where !isInClass: return index + 1
      default: break
      }
      index += 1
    }
    return code.endIndex
  }

  /// A style without comments, and with white space only where it parts words.
  static func style(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes.matches("/*", at: index) {
        index += 2
        while index < bytes.count, !bytes.matches("*/", at: index) { index += 1 }
        index += 2
        continue
      }
      let byte = bytes[index].isWhitespace ? .space : bytes[index]
      index += 1
      if byte == .space {
        if let last = result.last, !"{};,: ".utf8.contains(last) { result.append(byte) }
        continue
      }
      // Before a colon a space tells descendants from states.
      if "{};,".utf8.contains(byte), result.last == .space { result.removeLast() }
      result.append(byte)
    }
    return result
  }
}
