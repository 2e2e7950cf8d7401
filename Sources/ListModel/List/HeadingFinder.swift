internal import Markdown

/// Finds headings that are the titles of entries: links themselves, or with labelled links in the
/// paragraphs below.
///
/// One heading proves nothing: several side by side have to be of this kind, and hardly any of
/// another.
struct HeadingFinder {
  /// A heading and what stands below it, up to the next one.
  private struct Candidate {
    let level: Int
    let line: Int
    let section: Int
    var hasLabel = false
    /// Whether items or table rows stand below it, or nothing that could be an entry.
    var isSection = false
  }

  private let text: SourceText
  private let labels: LinkLabels
  private var candidates: [Candidate] = []

  /// How few headings side by side, and in the whole document, say that they are entries.
  private static let fewest = (group: 3, all: 5)
  private static let longest = 60

  init(text: SourceText, labels: LinkLabels) {
    self.text = text
    self.labels = labels
  }

  mutating func add(heading line: Int, level: Int, section: Int, isAside: Bool) {
    candidates.append(
      Candidate(level: level, line: line, section: section, isSection: isAside)
    )
    candidates[candidates.count - 1].hasLabel = isLinkedTitle(line)
  }

  /// Adds a paragraph below the last heading.
  mutating func add(paragraph lines: Range<Int>) {
    guard let last = candidates.indices.last, !candidates[last].isSection,
      lines.contains(where: { hasLabel($0) })
    else { return }
    // Two paragraphs with links are entries themselves.
    if candidates[last].hasLabel, !isLinkedTitle(candidates[last].line) {
      candidates[last].isSection = true
    }
    candidates[last].hasLabel = true
  }

  /// Adds an item, which no entry of this kind has.
  mutating func addItem() {
    if let last = candidates.indices.last { candidates[last].isSection = true }
  }

  /// Returns the entries, each in the section that its heading stands in.
  func units(in sections: [Section]) -> [Unit] {
    guard candidates.count >= Self.fewest.all, candidates.contains(where: \.hasLabel) else {
      return []
    }
    var groups: [[String]: (all: Int, found: [Unit])] = [:]
    for (index, candidate) in candidates.enumerated() {
      let next = index + 1 < candidates.count ? candidates[index + 1] : nil
      // What has headings below it is a section.
      if let next, next.level > candidate.level { continue }
      let path = Array(sections[candidate.section].path.dropLast())
      groups[path, default: (0, [])].all += 1
      guard candidate.hasLabel, !candidate.isSection else { continue }
      let lines = candidate.line..<end(before: next?.line ?? text.lineCount + 1)
      guard lines.count <= Self.longest else { continue }
      let parent = sections[..<candidate.section].lastIndex { $0.path == path } ?? 0
      groups[path, default: (0, [])].found.append(
        Unit(kind: .paragraph, lines: lines, section: parent, header: [])
      )
    }
    let units = groups.values.filter { group in
      group.found.count >= Self.fewest.group && group.found.count * 10 >= group.all * 7
    }
    .flatMap(\.found)
    return units.count >= Self.fewest.all
      ? units.sorted { $0.lines.lowerBound < $1.lines.lowerBound } : []
  }

  /// Returns where the lines before another end, without those that only keep it apart.
  private func end(before line: Int) -> Int {
    var end = line
    while end > 1, isBlank(text.bytes[text.line(end - 1)]) { end -= 1 }
    return end
  }

  /// Tells whether a line is blank, a line break or a rule.
  private func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    let signs = line.filter { !$0.isWhitespace }
    return signs.isEmpty || Array(signs).isLineBreak(0..<signs.count)
      || signs.count > 2 && signs.allSatisfy { $0 == signs[0] && "-*_".utf8.contains($0) }
  }

  /// Tells whether a heading's words are a link to somewhere else.
  private func isLinkedTitle(_ line: Int) -> Bool {
    let bytes = Array(text.bytes[text.line(line)])
    guard let start = bytes.firstIndex(where: { $0.isLetter || $0 == UInt8(ascii: "[") }),
      bytes[start] == UInt8(ascii: "["), start + 1 < bytes.count, bytes[start + 1].isWord,
      let close = bytes.first(UInt8(ascii: "]"), in: start..<bytes.count)
    else { return false }
    return bytes.matches("(http", at: close + 1) && bytes.wordCount(start + 1..<close) > 1
  }

  /// Tells whether a link with a known label stands on a line.
  private func hasLabel(_ line: Int) -> Bool {
    let bytes = Array(text.bytes[text.line(line)])
    var index = 0
    while let close = bytes[index...].firstIndex(of: UInt8(ascii: "]")) {
      index = close + 1
      guard bytes.matches("(http", at: index),
        let open = bytes[..<close].lastIndex(of: UInt8(ascii: "["))
      else { continue }
      if labels.name(of: bytes.string(open + 1..<close)) != nil { return true }
    }
    return false
  }
}
