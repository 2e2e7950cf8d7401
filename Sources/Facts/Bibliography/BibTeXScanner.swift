internal import ListModel
internal import Text

/// Finds where the fields of one record stand.
struct BibTeXScanner {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var position: Int
  /// In lower case.
  let kind: String
  private var key = 0..<0
  private var fields: [(name: Range<Int>, value: Range<Int>)] = []
  /// Where the value of the title stands.
  private(set) var title: Range<Int>?

  /// - Precondition: The range begins with an `@`, letters, and a brace or parenthesis.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    var index = range.lowerBound + 1
    while index < range.upperBound, bytes[index].isLetter { index += 1 }
    kind = bytes.string(range.lowerBound + 1..<index).lowercased()
    position = index
    fields.reserveCapacity(16)
  }

  var record: BibTeXRecord {
    var values: [String: String] = [:]
    for field in fields {
      let name = bytes.string(field.name).lowercased()
      if values[name] == nil { values[name] = bytes.string(field.value) }
    }
    return BibTeXRecord(kind: kind, key: bytes.string(key), fields: values)
  }

  /// Finds all fields; false where the record does not end, or is not of this form.
  mutating func scan() -> Bool {
    skipBlanks()
    position += 1
    guard let comma = nextSign(UInt8(ascii: ",")) else { return false }
    key = bytes.trimmed(position..<comma)
    position = comma + 1
    while true {
      skipBlanks()
      guard position < range.upperBound else { return false }
      if bytes[position] == UInt8(ascii: "}") || bytes[position] == UInt8(ascii: ")") {
        return true
      }
      if bytes[position] == UInt8(ascii: ",") {
        position += 1
        continue
      }
      guard readField() else { return false }
    }
  }

  private mutating func readField() -> Bool {
    let start = position
    while position < range.upperBound,
      bytes[position].isLetter || bytes[position].isDigit
        || bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "_")
    {
      position += 1
    }
    let name = start..<position
    skipBlanks()
    guard !name.isEmpty, position < range.upperBound, bytes[position] == UInt8(ascii: "=") else {
      return false
    }
    position += 1
    skipBlanks()
    guard let value = readValue() else { return false }
    fields.append((name, value))
    if name.count == 5, title == nil, isTitle(name) { title = value }
    skipBlanks()
    // Of a value in several parts the first is taken.
    while position < range.upperBound, bytes[position] == UInt8(ascii: "#") {
      position += 1
      skipBlanks()
      guard readValue() != nil else { return false }
      skipBlanks()
    }
    return true
  }

  /// Reads a value, and returns where it stands without its delimiters.
  private mutating func readValue() -> Range<Int>? {
    guard position < range.upperBound else { return nil }
    let isQuoted = bytes[position] == UInt8(ascii: "\"")
    guard isQuoted || bytes[position] == UInt8(ascii: "{") else {
      let start = position
      while position < range.upperBound, bytes[position].isWord { position += 1 }
      return position > start ? start..<position : nil
    }
    let start = position + 1
    var depth = isQuoted ? 0 : 1
    var index = start
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return nil }
        if depth == 0, !isQuoted {
          position = index + 1
          return start..<index
        }
      case UInt8(ascii: "\"") where isQuoted && depth == 0:
        position = index + 1
        return start..<index
      default: break
      }
      index += 1
    }
    return nil
  }

  private func isTitle(_ name: Range<Int>) -> Bool {
    zip(bytes[name], "title".utf8).allSatisfy { $0.lowercased == $1 }
  }

  private func nextSign(_ sign: UInt8) -> Int? {
    bytes.first(sign, in: position..<range.upperBound)
  }

  private mutating func skipBlanks() {
    while position < range.upperBound, bytes[position].isWhitespace { position += 1 }
  }
}
