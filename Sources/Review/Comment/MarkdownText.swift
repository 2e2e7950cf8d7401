package import Rules
internal import Text

/// Text for GitHub's Markdown in which nothing that a contributor wrote is more than text.
package enum MarkdownText {
  /// Returns text as a code span, in which there are no mentions, references, links or HTML.
  ///
  /// The delimiter is longer than any run of backticks inside (CommonMark 6.1), and no longer than
  /// cmark-gfm takes one; what cannot be inside such a span is counted instead.
  package static func code(_ text: String) -> String {
    let text = text.withVisibleControls.countingBackticks(from: longestDelimiter)
    if text.isEmpty { return "` `" }
    let backtick = UInt8(ascii: "`")
    let space = UInt8(ascii: " ")
    let (first, last) = (text.utf8.first, text.utf8.last)
    let fence = String(repeating: "`", count: text.longestRunOfBackticks + 1)
    // A space at an end is taken off only where both ends have one.
    let needsPadding = first == backtick || last == backtick || (first == space && last == space)
    return needsPadding ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// Returns a message with its quotes as code spans.
  package static func message(_ message: Message) -> String {
    message.parts.map { part in
      switch part {
      case .text(let text): text
      case .quote(let text): code(text)
      }
    }
    .joined()
  }

  /// Returns a message in which words of its own, that quote nobody, are written in another way where they
  /// first stand; nil where they stand nowhere.
  static func message(_ message: Message, writing words: String, as other: String) -> String? {
    var text = ""
    var own = ""
    var isFound = false
    func end(_ own: String) -> String {
      guard !isFound, let range = own.firstRange(of: words),
        own[range.upperBound...].first?.isNumber != true
      else { return own }
      isFound = true
      return own[..<range.lowerBound] + other + own[range.upperBound...]
    }
    for part in message.parts {
      switch part {
      case .text(let words): own += words
      case .quote(let quote):
        text += end(own) + code(quote)
        own = ""
      }
    }
    text += end(own)
    return isFound ? text : nil
  }

  /// Returns text as a block that GitHub offers to accept.
  ///
  /// It has to be text that a block ``shows(_:)`` as it is.
  static func suggestion(_ text: String) -> String {
    precondition(shows(text), "a suggestion is offered only of what a block shows as it is")
    return fenced(text, info: "suggestion")
  }

  /// Returns text as a block to be copied, in which what no block can show is written out.
  package static func copied(_ text: String) -> String {
    if shows(text) { return fenced(text, info: "") }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).withVisibleControls.countingBackticks(from: longestFence) }
    return fenced(lines.joined(separator: "\n"), info: "")
  }

  /// Tells whether a fenced block shows a text to a reader as it is: it holds no character that steers
  /// a terminal, turns the order of what is read, or hides, and no run of backticks that would end
  /// any fence.
  static func shows(_ text: String) -> Bool {
    !text.unicodeScalars.contains(where: \.isDeceptive)
      && text.longestRunOfBackticks < longestFence
  }

  /// The longest delimiter of a code span in cmark-gfm, its `MAXBACKTICKS`.
  private static let longestDelimiter = 80
  /// The length at which cmark-gfm stops to count a fence.
  private static let longestFence = 255

  private static func fenced(_ text: String, info: String) -> String {
    let fence = String(repeating: "`", count: max(3, text.longestRunOfBackticks + 1))
    return text.isEmpty ? "\(fence)\(info)\n\(fence)" : "\(fence)\(info)\n\(text)\n\(fence)"
  }
}

extension String {
  /// Counts bytes: a backtick is one to the parser even where a combining character follows it.
  fileprivate var longestRunOfBackticks: Int {
    var longest = 0
    var run = 0
    for byte in utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Returns the text with their number in the place of backticks that stand in a run of at least so many.
  fileprivate func countingBackticks(from length: Int) -> String {
    guard longestRunOfBackticks >= length else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.first {
      let run = rest.prefix { $0 == byte }
      rest = rest.dropFirst(run.count)
      let isCounted = byte == UInt8(ascii: "`") && run.count >= length
      bytes += isCounted ? Array("<\(run.count) backticks>".utf8) : Array(run)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
