/// Markup of HTML or XML, escaped by construction.
///
/// A literal is markup; whatever is put into it is text, and cannot become markup: neither between tags nor in
/// an attribute that stands in double quotes.
///
///     "<a href=\"\(address.text)\">\(title)</a>"
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  package private(set) var bytes: [UInt8]

  package init() { bytes = [] }

  /// Takes a literal; nothing calls this with text of another origin.
  package init(stringLiteral value: String) { bytes = Array(value.utf8) }

  package init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { bytes += literal.utf8 }

    /// Adds text.
    package mutating func appendInterpolation(_ text: String) { bytes.appendEscaped(text) }

    /// Adds markup.
    package mutating func appendInterpolation(_ markup: HTML) { bytes += markup.bytes }

    package mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }
  }

  package static func += (markup: inout HTML, more: HTML) { markup.bytes += more.bytes }

  package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// A file of the program's own, markup as it stands.
  init(file bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the markup with each `{{name}}` replaced; a name that is not known is an error of the program.
  func filled(_ values: [String: HTML]) -> HTML {
    var filled = HTML()
    var rest = bytes[...]
    while let open = rest.firstPair(UInt8(ascii: "{")) {
      filled.bytes += rest[..<open]
      guard let close = rest[open...].firstPair(UInt8(ascii: "}")) else {
        preconditionFailure("a template has an open slot")
      }
      let name = String(decoding: rest[open + 2..<close], as: UTF8.self)
      guard let value = values[name] else {
        preconditionFailure("a template has a slot '\(name)' that nobody fills")
      }
      filled.bytes += value.bytes
      rest = rest[(close + 2)...]
    }
    filled.bytes += rest
    return filled
  }
}

extension HTML {
  package init(_ parts: [HTML]) {
    bytes = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count })
    for part in parts { bytes += part.bytes }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func firstPair(_ byte: UInt8) -> Int? {
    indices.dropLast().first { self[$0] == byte && self[$0 + 1] == byte }
  }
}

extension [UInt8] {
  /// Adds text so that it stays text: what could end it is named, and control characters, which neither HTML nor
  /// XML has, are shown to be lost.
  fileprivate mutating func appendEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): self += "&amp;".utf8
      case UInt8(ascii: "<"): self += "&lt;".utf8
      case UInt8(ascii: ">"): self += "&gt;".utf8
      case UInt8(ascii: "\""): self += "&quot;".utf8
      case UInt8(ascii: "'"): self += "&#39;".utf8
      case 0x09, 0x0A, 0x20...: append(byte)
      default: self += "\u{FFFD}".utf8
      }
    }
  }
}
