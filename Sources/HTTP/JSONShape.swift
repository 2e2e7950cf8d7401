/// Tells a whole JSON text from one that was cut off, without reading what it says.
enum JSONShape {
  /// Whether the text is an object or an array whose last byte closes its first, apart from blanks.
  ///
  /// Every proper beginning of such a text fails this.
  static func isComplete(_ text: [UInt8]) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    var isClosed = false
    for byte in text {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      case _ where isClosed: return false
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { return false }
        isClosed = depth == 0
      case UInt8(ascii: "\"") where depth > 0: isInString = true
      default: if depth == 0 { return false }
      }
    }
    return isClosed
  }
}
