internal import Markdown
internal import Rules

/// A file that should be a list and cannot be read as one.
package struct ListTextError: Error, CustomStringConvertible {
  let path: String
  let commit: String
  let reason: String

  /// The path may be a stranger's: control characters are written out.
  package var description: String {
    "cannot read the list '\(path.withVisibleControls)' at \(commit): \(reason)"
  }

  /// Finds what keeps bytes from being a list's text; nil where nothing does.
  static func reason(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "it is UTF-16; save it as UTF-8"
    }
    if let offset = bytes.firstIndex(of: 0) {
      let line = SourceText(bytes).position(at: offset).line
      return "line \(line) holds a NUL byte, so it is no text"
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let position = SourceText(bytes).position(at: error.byteOffsets.lowerBound)
      return "line \(position.line), column \(position.column) is not UTF-8; save it as UTF-8"
    }
  }
}
