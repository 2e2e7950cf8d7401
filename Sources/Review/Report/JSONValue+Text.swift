internal import ListModel
internal import Text

extension JSONValue {
  /// The value as text, indented, with its keys sorted, so that the same value is the same bytes.
  ///
  /// Of a large report, Foundation's encoder takes a third of the time of the whole run, and half of its memory.
  package func text() -> String {
    var text = ""
    write { text += $0 }
    return text
  }

  /// Hands that text on piece by piece, so that a large one is never held as a whole.
  package func write(_ take: (String) -> Void) {
    withoutActuallyEscaping(take) { take in
      var writer = JSONWriter(take: take)
      writer.write(self, indent: 0)
      writer.flush()
    }
  }
}

/// Writes bytes, which is cheap, and makes them text piece by piece, between two values.
private struct JSONWriter {
  let take: (String) -> Void
  private var bytes: [UInt8] = []

  init(take: @escaping (String) -> Void) { self.take = take }

  mutating func flush() {
    take(String(decoding: bytes, as: UTF8.self))
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let value): bytes += String(value).utf8
    case .string(let value): write(value)
    case .array(let values): write(values.count, indent: indent) { values[$0] }
    case .elements(let count, let element): write(count, indent: indent, element)
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, (key, value)) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        breakLine(isFirst: index == 0, indent: indent + 1)
        write(key)
        bytes.append(.space)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(.space)
        write(value, indent: indent + 1)
      }
      close(with: UInt8(ascii: "}"), isEmpty: members.isEmpty, indent: indent)
    }
    if bytes.count > 1 << 16 { flush() }
  }

  /// Writes an array.
  private mutating func write(_ count: Int, indent: Int, _ element: (Int) -> JSONValue) {
    bytes.append(UInt8(ascii: "["))
    for index in 0..<count {
      breakLine(isFirst: index == 0, indent: indent + 1)
      write(element(index), indent: indent + 1)
    }
    close(with: UInt8(ascii: "]"), isEmpty: count == 0, indent: indent)
  }

  private mutating func breakLine(isFirst: Bool, indent: Int) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    bytes.append(.newline)
    append(indent)
  }

  private mutating func append(_ indent: Int) {
    for _ in 0..<indent * 2 { bytes.append(.space) }
  }

  private mutating func close(with mark: UInt8, isEmpty: Bool, indent: Int) {
    // An empty value has an empty line within it: so Foundation writes it, and so it stays.
    bytes.append(.newline)
    if isEmpty { bytes.append(.newline) }
    append(indent)
    bytes.append(mark)
  }

  /// Writes a string: what RFC 8259 asks to be escaped is, and nothing else.
  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    let isPlain = string.withUTF8 { text in
      guard unsafe !text.contains(where: Self.isEscaped) else { return false }
      unsafe bytes.append(contentsOf: text)
      return true
    }
    if !isPlain {
      for byte in string.utf8 { write(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func write(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x08: bytes += #"\b"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0C: bytes += #"\f"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    case 0..<0x20:
      bytes += (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8
      bytes += String(byte, radix: 16).utf8
    default: bytes.append(byte)
    }
  }
}
