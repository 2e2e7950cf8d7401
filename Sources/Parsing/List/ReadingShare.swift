internal import ListModel
internal import Markdown
internal import Text

/// How much of what looks like entries in a list is read as entries: of a list that is hardly understood, silence
/// says nothing.
package struct ReadingShare: Hashable, Sendable {
  /// How many lines that look like the start of an entry are in one, and how many there are.
  package let read: Int
  package let total: Int
  /// The first of them, 1-based, that is in none.
  package let firstUnread: Int?
  /// Whether the list has no entry at all.
  package let isEmpty: Bool

  /// How few lines say nothing of the rest.
  private static let fewest = 5

  /// Whether no entry is read, or less than half of what looks like entries.
  package var isPoor: Bool { isEmpty || total >= Self.fewest && read * 2 < total }
}

extension ListDocument {
  /// How much of what looks like entries is read.
  package var readingShare: ReadingShare {
    var read = 0
    var total = 0
    var firstUnread: Int?
    var section = 0
    var entry = 0
    var code = 0
    var isComment = false
    for line in text.lineNumbers {
      while section + 1 < sections.count, let start = sections[section + 1].line, start <= line {
        section += 1
      }
      while code < codeLines.count, codeLines[code].upperBound <= line { code += 1 }
      while entry < entries.count, entries[entry].lines.upperBound <= line { entry += 1 }
      let isRead = entry < entries.count && entries[entry].lines.contains(line)
      let wasComment = isComment
      isComment = text.isComment(after: line, since: isComment)
      if wasComment || isComment, !isRead { continue }
      // What is read need not be looked at again where it begins.
      guard
        isRead
          || !sections[section].isAside
            && !(code < codeLines.count && codeLines[code].contains(line)),
        isRead ? entries[entry].lines.lowerBound == line : looksLikeEntry(line)
      else { continue }
      total += 1
      if isRead { read += 1 } else { firstUnread = firstUnread ?? line }
    }
    return ReadingShare(
      read: read,
      total: total,
      firstUnread: firstUnread,
      isEmpty: entries.isEmpty
    )
  }

  /// Tells whether a line has an address and begins as an entry does: with a bullet or a number, as a table's row,
  /// with a link, or with HTML that is not a picture.
  private func looksLikeEntry(_ line: Int) -> Bool {
    let range = text.line(line)
    let bytes = text.bytes[range]
    guard let start = bytes.firstIndex(where: { !$0.isWhitespace }),
      text.bytes.hasAddress(in: range)
    else {
      return false
    }
    let next = start + 1 < range.upperBound ? text.bytes[start + 1] : .newline
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"): return next.isWhitespace
    case UInt8(ascii: "*"): return next.isWhitespace || next == bytes[start]
    case UInt8(ascii: "|"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = bytes[start...].prefix(while: \.isDigit)
      return digits.endIndex < range.upperBound && ".)".utf8.contains(text.bytes[digits.endIndex])
    case UInt8(ascii: "["):
      // A badge is a picture, and what has a colon after its bracket defines an address.
      return next != UInt8(ascii: "!") && bytes.firstRange(of: "]:") == nil
    case UInt8(ascii: "<"):
      return (bytes.firstRange(of: "href=") != nil) && bytes.firstRange(of: "<img") == nil
    default: return false
    }
  }
}

extension SourceText {
  /// Tells whether an HTML comment is open at the end of a line, where one was or was not at its start.
  fileprivate func isComment(after line: Int, since isOpen: Bool) -> Bool {
    let bytes = bytes[self.line(line)]
    // Few lines have a bracket for it.
    guard isOpen || bytes.contains(UInt8(ascii: "<")) else { return false }
    if let close = bytes.firstRange(of: "-->") {
      return bytes[close.upperBound...].firstRange(of: "<!--") != nil
    }
    return isOpen || bytes.firstRange(of: "<!--") != nil
  }
}
