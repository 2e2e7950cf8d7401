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
