/// What a finding says: one line in which a contributor's text is kept apart from ours, so that it
/// can become neither markup nor a mention.
package struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
  package enum Part: Hashable, Sendable {
    case text(String)
    case quote(String)
  }

  package let parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  package init(stringLiteral value: String) { parts = [.text(value)] }

  package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    /// Quotes text that a contributor wrote.
    package mutating func appendInterpolation(quoting text: some StringProtocol) {
      parts.append(.quote(String(text)))
    }

    package mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }

    package mutating func appendInterpolation(_ number: Int) { parts.append(.text(String(number))) }
  }

  /// What was quoted, in order.
  package var quotes: [String] {
    parts.compactMap { if case .quote(let text) = $0 { text } else { nil } }
  }

  /// The message for a terminal or a log: quotes in `'`, with control characters made visible.
  package var plain: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .quote(let text): "'" + text.withVisibleControls + "'"
      }
    }
    .joined()
  }
}

extension String {
  /// The text with each control or invisible character written as its code point, so that it can
  /// neither act on a terminal nor hide.
  package var withVisibleControls: String {
    guard utf8.span.canHide, unicodeScalars.contains(where: \.isInvisible) else { return self }
    return unicodeScalars.map { scalar in
      guard scalar.isInvisible else { return String(scalar) }
      let code = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code + ">"
    }
    .joined()
  }
}

extension Span<UInt8> {
  /// Whether there are bytes with which an invisible character begins; most text has none.
  fileprivate var canHide: Bool {
    indices.contains { index in
      let byte = self[index]
      guard byte >= 0x7F else { return byte < 0x20 }
      switch byte {
      case 0x7F, 0xC2, 0xEF: return true
      // Of the General Punctuation only dashes and quotation marks are common.
      case 0xE2:
        return index + 2 >= count || self[index + 1] == 0x81
          || self[index + 1] == 0x80 && !(0x90...0xA7).contains(self[index + 2])
      default: return false
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA1, 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0xFEFF:
      true
    default: false
    }
  }
}
