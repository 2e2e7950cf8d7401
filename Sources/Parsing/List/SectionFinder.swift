internal import ListModel
internal import Markdown
internal import Text

/// Follows the headings of a document and says which section a line is in.
struct SectionFinder {
  private(set) var sections: [Section] = [Section(path: [], line: nil)]
  private(set) var current = 0
  /// Whether the current section is about the list and holds no entries.
  private(set) var isAside = false

  private let text: SourceText
  private let asides: Set<String>
  /// The line of the heading that is the document's title.
  private let titleLine: Int?
  private static let announcements: Set<String> = [
    "content", "contents", "table of content", "table of contents", "toc",
  ]
  private var open: [(level: Int, name: String)] = []

  init(text: SourceText, blocks: [Block], asides: Set<String>) {
    self.text = text
    self.asides = asides
    let headings = blocks.compactMap { block -> (level: Int, line: Int)? in
      guard case .heading(let level) = block.kind else { return nil }
      return (Int(level), block.lines.lowerBound)
    }
    // The only heading of the first level, where it comes before all others, names the document.
    let isTitle = headings.first?.level == 1 && headings.count { $0.level == 1 } == 1
    titleLine = isTitle ? headings.first?.line : nil
  }

  /// Enters the headings that an anchor on the line above makes a part of its HTML: `<a name="x"/>`.
  mutating func enterHeadings(afterAnchorIn lines: Range<Int>) {
    let first = text.bytes[text.line(lines.lowerBound)].drop(while: \.isWhitespace)
    guard first.starts(with: "<a ".utf8) else { return }
    for line in lines.dropFirst() {
      let bytes = text.bytes[text.line(line)]
      let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
      guard (1...6).contains(level), level < bytes.count, bytes[bytes.startIndex + level] == .space
      else {
        continue
      }
      enter(level: level, line: line)
    }
  }

  /// Takes it that some sections hold entries, whatever their headings say.
  mutating func enterEntries(_ numbers: Set<Int>) {
    for number in numbers { sections[number].isAside = false }
  }

  mutating func enter(level: Int, line: Int) {
    guard line != titleLine else { return }
    while let last = open.last, last.level >= level { open.removeLast() }
    open.append((level, plainText(ofHeading: text.string(text.line(line)))))
    current = sections.count
    sections.append(Section(path: open.map(\.name), line: line))
    // Many lists put all they have below a heading that only announces it.
    isAside = open.enumerated().contains { index, heading in
      let own = heading.name.lowercased()
      // `🔔 News` is `News`.
      // So is `Update: 2024-06-20`.
      let words = own.utf8.prefix { $0 != UInt8(ascii: ":") }
      let name = asides.contains(own) ? own : LinkLabels.key(String(Substring(words)))
      return asides.contains(name)
        && (index == open.count - 1 || !Self.announcements.contains(name))
    }
    sections[current].isAside = isAside
  }
}

/// Returns a heading's text as a reader sees it: without number signs, emphasis, code marks, HTML
/// tags, images, and with a link's text for the link.
private func plainText(ofHeading line: String) -> String {
  let bytes = Array(line.utf8)
  var plain: [UInt8] = []
  var range = bytes.trimmed(0..<bytes.count)
  while let first = bytes[range].first, first == UInt8(ascii: "#") {
    range = range.lowerBound + 1..<range.upperBound
  }
  var index = range.lowerBound
  while index < range.upperBound {
    if let end = bytes.markupEnd(at: index, in: range) {
      index = end
    } else {
      plain.append(bytes[index])
      index += 1
    }
  }
  while plain.last == UInt8(ascii: "#") { plain.removeLast() }
  let trimmed = plain.trimmed(0..<plain.count)
  return plain.string(trimmed)
}

extension [UInt8] {
  /// Returns where markup that a reader does not see ends, nil where text stands.
  fileprivate func markupEnd(at index: Int, in range: Range<Int>) -> Int? {
    // No tag and no address is longer; what is never closed is not looked for without end.
    let rest = index..<Swift.min(range.upperBound, index + 4096)
    switch self[index] {
    case UInt8(ascii: "<"):
      guard index + 1 < range.upperBound,
        self[index + 1].isLetter || self[index + 1] == UInt8(ascii: "/"),
        let close = first(UInt8(ascii: ">"), in: rest)
      else { return nil }
      return close + 1
    case UInt8(ascii: "]"):
      guard matches("](", at: index), let close = first(UInt8(ascii: ")"), in: rest)
      else { return index + 1 }
      return close + 1
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["): return index + 1
    case UInt8(ascii: "!"): return matches("![", at: index) ? index + 1 : nil
    default: return nil
    }
  }
}
