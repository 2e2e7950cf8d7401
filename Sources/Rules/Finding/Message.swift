internal import Text

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
