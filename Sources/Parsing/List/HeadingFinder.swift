internal import ListModel
internal import Markdown
internal import Text

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
    /// Whether the heading is a link itself, or has labelled links after its words.
    var isLinked = false
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
    candidates[candidates.count - 1].isLinked =
      isLinkedTitle(line) || text.hasLabelledLink(line, labels)
  }

  /// Adds a paragraph below the last heading.
  mutating func add(paragraph lines: Range<Int>) {
    guard let last = candidates.indices.last, !candidates[last].isSection,
      lines.contains(where: { text.hasLabelledLink($0, labels) })
    else { return }
    // Two paragraphs with links are entries themselves.
    if candidates[last].hasLabel, !candidates[last].isLinked {
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
    guard candidates.count >= Self.fewest.all,
      candidates.contains(where: { $0.isLinked || $0.hasLabel })
    else {
      return []
    }
    var groups: [[String]: (all: Int, levels: Set<Int>, found: [Unit])] = [:]
    for (index, candidate) in candidates.enumerated() {
      let next = index + 1 < candidates.count ? candidates[index + 1] : nil
      // What has headings below it is a section.
      if let next, next.level > candidate.level { continue }
      let path = Array(sections[candidate.section].path.dropLast())
      groups[path, default: (0, [], [])].all += 1
      groups[path]?.levels.insert(candidate.level)
      guard candidate.isLinked || candidate.hasLabel, !candidate.isSection else { continue }
      let lines = candidate.line..<end(before: next?.line ?? text.lineCount + 1)
      guard lines.count <= Self.longest else { continue }
      let parent = sections[..<candidate.section].lastIndex { $0.path == path } ?? 0
      groups[path]?.found.append(
        Unit(kind: .paragraph, lines: lines, section: parent, header: [])
      )
    }
    let large = groups.values.filter { group in
      group.found.count >= Self.fewest.group && group.found.count * 10 >= group.all * 7
    }
    guard large.reduce(0, { $0 + $1.found.count }) >= Self.fewest.all else { return [] }
    // Where it is known what papers look like, one by itself is one as well.
    let levels = large.reduce(into: Set<Int>()) { $0.formUnion($1.levels) }
    let small = groups.values.filter { group in
      (1..<Self.fewest.group).contains(group.all) && group.found.count == group.all
        && group.levels.isSubset(of: levels)
    }
    return (large + small).flatMap(\.found).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  /// Returns where the lines before another end, without those that only keep it apart.
  private func end(before line: Int) -> Int {
    var end = line
    while end > 1, isBlank(text.bytes[text.line(end - 1)]) { end -= 1 }
    return end
  }

  /// Tells whether a line is blank, a line break, a rule or a link within the page.
  private func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    let signs = line.filter { !$0.isWhitespace }
    if signs.first == UInt8(ascii: "["), Array(signs).isLinkWithinPage { return true }
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
}

extension [UInt8] {
  /// Whether it is a link to a heading, as in `[Back to top](#contents)`, and nothing else.
  fileprivate var isLinkWithinPage: Bool {
    guard let close = first(UInt8(ascii: "]"), in: 0..<count), matches("](#", at: close) else {
      return false
    }
    return first(UInt8(ascii: ")"), in: close..<count) == count - 1
  }
}
