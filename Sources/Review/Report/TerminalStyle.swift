package import Rules

/// The colours of a terminal, by SGR codes (ECMA-48, 8.3.117), or none.
package struct TerminalStyle: Sendable {
  private let isColoured: Bool

  package static let plain = TerminalStyle(isColoured: false)
  package static let coloured = TerminalStyle(isColoured: true)

  package func bold(_ text: String) -> String { wrap(text, "1") }
  package func dim(_ text: String) -> String { wrap(text, "2") }
  package func good(_ text: String) -> String { wrap(text, "32") }

  package func colour(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;33")
    case .note: wrap(text, "1;36")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
