internal import ListModel
internal import Text

extension Fix.Edit {
  /// Tells whether it can change nothing on a page but the very letters that it touches: then nothing has to be
  /// rendered to see that.
  ///
  /// It stands after the marker, touches no sign that Markdown or HTML gives a meaning, nor stands beside a mark of
  /// emphasis, and leaves two words two.
  func isInert(in entry: Entry) -> Bool {
    let text = entry.text
    guard range.lowerBound > entry.marker.range.upperBound + 3, range.upperBound < text.count,
      !entry.isRow, text[range].allSatisfy(\.isInert), replacement.utf8.allSatisfy(\.isInert)
    else { return false }
    let (before, after) = (text[range.lowerBound - 1], text[range.upperBound])
    guard !before.isEmphasis, !after.isEmphasis, before != .newline, after != .newline else {
      return false
    }
    let (first, last) = (replacement.utf8.first ?? after, replacement.utf8.last ?? before)
    if text[range].contains(.space), !replacement.utf8.contains(.space) { return false }
    let joins = before.isWord && first.isWord || last.isWord && after.isWord
    guard joins else { return true }
    // Within a word, or an address, letters stand for letters.
    return !range.isEmpty && !replacement.isEmpty
  }
}

extension UInt8 {
  /// Whether Markdown and HTML give it no meaning inside a line.
  fileprivate var isInert: Bool { isWord || " .,:;/?=%+'|-".utf8.contains(self) }

  fileprivate var isEmphasis: Bool { "*_`~\\".utf8.contains(self) }
}
