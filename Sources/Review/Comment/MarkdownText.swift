internal import Rules

/// Text for GitHub's Markdown in which nothing that a contributor wrote is more than text.
enum MarkdownText {
  /// Returns text as a code span, in which there are no mentions, references, links or HTML.
  ///
  /// The delimiter is longer than any run of backticks inside (CommonMark 6.1).
  static func code(_ text: String) -> String {
    let text = text.withVisibleControls
    if text.isEmpty { return "` `" }
    let backtick = UInt8(ascii: "`")
    let space = UInt8(ascii: " ")
    let (first, last) = (text.utf8.first, text.utf8.last)
    let fence = String(repeating: "`", count: longestRunOfBackticks(in: text) + 1)
    // A space at an end is taken off only where both ends have one.
    let needsPadding = first == backtick || last == backtick || (first == space && last == space)
    return needsPadding ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// Returns a message with its quotes as code spans.
  static func message(_ message: Message) -> String {
    message.parts.map { part in
      switch part {
      case .text(let text): text
      case .quote(let text): code(text)
      }
    }
    .joined()
  }

  /// Returns text as a fenced code block; the fence is longer than any run of backticks inside.
  static func fenced(_ text: String, info: String = "") -> String {
    let fence = String(repeating: "`", count: max(3, longestRunOfBackticks(in: text) + 1))
    return text.isEmpty ? "\(fence)\(info)\n\(fence)" : "\(fence)\(info)\n\(text)\n\(fence)"
  }

  /// Returns text as a block to be copied; where it holds characters that steer what shows it, these
  /// are written out.
  static func copied(_ text: String) -> String {
    guard holdsControls(text) else { return fenced(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return fenced(lines.map { String($0).withVisibleControls }.joined(separator: "\n"))
  }

  /// Tells whether text holds a character, beside tabs and line feeds, that steers a terminal or turns
  /// the order of what is read.
  static func holdsControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  /// Counts bytes: a backtick is one to the parser even where a combining character follows it.
  private static func longestRunOfBackticks(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
