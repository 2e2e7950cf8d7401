/// What keeps bytes from being a list's text.
package struct TextFault: Error, Hashable {
  package let reason: String
  package let remedy: String
}

extension SourceText {
  /// Takes bytes for text where they are: UTF-8 without a NUL byte.
  package init(validating bytes: [UInt8]) throws(TextFault) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw TextFault(reason: "it is UTF-16", remedy: "save it as UTF-8")
    }
    self.init(bytes)
    if let offset = bytes.firstOffset(of: 0) {
      throw TextFault(
        reason: "line \(position(at: offset).line) holds a NUL byte, so it is not text",
        remedy: "name a Markdown file"
      )
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let position = position(at: error.byteOffsets.lowerBound)
      throw TextFault(
        reason: "line \(position.line), column \(position.column) is not UTF-8",
        remedy: "save it as UTF-8"
      )
    }
  }
}
