/// A small picture of a number, for a README.
package struct Badge: Sendable {
  package let label: String
  package let value: String

  package init(label: String, value: String) {
    self.label = label
    self.value = value
  }

  /// About how wide a text is in the badge's font, in pixels.
  private static func width(_ text: String) -> Int { text.unicodeScalars.count * 7 + 12 }

  /// The picture as SVG.
  package var file: HTML {
    let (left, right) = (Self.width(label), Self.width(value))
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(left + right)" height="20" viewBox="0 0 \(left + right) 20" role="img" aria-label="\(label): \(value)">
      <title>\(label): \(value)</title>
      <rect width="\(left + right)" height="20" rx="3" fill="#444c56"/><path d="M\(left) 0h\(right - 3)a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-\(right - 3)z" fill="#1f5fa8"/>
      <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle"><text x="\(left / 2)" y="14">\(label)</text><text x="\(left + right / 2)" y="14">\(value)</text></g>
      </svg>

      """
  }
}
