internal import Git
internal import ListModel
internal import Markdown
internal import Text

/// The parts in which two neighbouring versions of a list differ, each so large that its entries are whole.
struct Step {
  /// A part of both versions: what stands around it is the same in both.
  struct Region {
    var base: Range<Int>
    var head: Range<Int>
  }

  /// In the order of the lines.
  private(set) var regions: [Region]
  /// What differs, without anything around it.
  let hunks: [Hunk]
  /// The head's lines that are new, 1-based.
  let added: [Range<Int>]

  /// Compares two versions; `entries` are the base's lines at which an entry begins without indentation.
  init(from base: SourceText, to head: SourceText, entries: Set<Int>) throws(GitError) {
    let hunks = try Self.hunks(from: base, to: head)
    var regions: [Region] = []
    for hunk in hunks {
      var region = Region(base: hunk.base, head: hunk.head)
      // What is above is the same in both, down from where the last part ended.
      let above = regions.last?.base.upperBound ?? 1
      var start = region.base.lowerBound
      while start > above,
        !Self.begins(at: start, base, entries, isTouched: start == hunk.base.lowerBound)
      {
        start -= 1
      }
      let grown = region.base.lowerBound - start
      region = Region(
        base: start..<region.base.upperBound,
        head: region.head.lowerBound - grown..<region.head.upperBound
      )
      if let last = regions.last, start == last.base.upperBound,
        region.head.lowerBound == last.head.upperBound
      {
        region = Region(
          base: last.base.lowerBound..<region.base.upperBound,
          head: last.head.lowerBound..<region.head.upperBound
        )
        regions.removeLast()
      }
      regions.append(region)
    }
    // Downwards, to where the next one begins.
    var merged: [Region] = []
    for (index, var region) in regions.enumerated() {
      let below =
        index + 1 < regions.count ? regions[index + 1].base.lowerBound : base.lineCount + 1
      var end = max(region.base.upperBound, merged.last?.base.upperBound ?? 0)
      let first = region.base.upperBound
      while end < below, !Self.begins(at: end, base, entries, isTouched: end == first) { end += 1 }
      region.head = region.head.lowerBound..<region.head.upperBound + (end - first)
      region.base = region.base.lowerBound..<end
      merged.append(region)
    }
    self.regions = merged
    self.hunks = hunks
    added = hunks.map(\.head)
  }

  /// Takes all of both texts for one part.
  mutating func takeAll(of base: SourceText, and head: SourceText) {
    regions = [Region(base: base.lineNumbers, head: head.lineNumbers)]
  }

  /// Tells whether an entry, or a block of several, may begin at a line or after the end.
  ///
  /// At the edge of what differs, one entry more is taken: two that begin alike may share a line there.
  private static func begins(
    at line: Int,
    _ text: SourceText,
    _ entries: Set<Int>,
    isTouched: Bool
  ) -> Bool {
    guard line > 1, line <= text.lineCount else { return true }
    if isTouched { return false }
    if entries.contains(line) { return true }
    let range = text.line(line)
    let isIndented = text.bytes[range].first.map(\.isWhitespace) ?? true
    return !isIndented && text.isBlank(line - 1)
  }

  /// Returns the differences of two texts; what they begin and end with is not looked at twice.
  private static func hunks(from base: SourceText, to head: SourceText) throws(GitError) -> [Hunk] {
    let start = base.bytes.commonPrefix(with: head.bytes)
    let room = min(base.bytes.count, head.bytes.count) - start
    let end = base.bytes.commonSuffix(with: head.bytes, atMost: room)
    // From the line that both texts share the start of, to the one that they share the end of.
    let first = min(base.line(containing: start), head.line(containing: start))
    guard first > 0 else { return try Repository.hunks(from: base.bytes, to: head.bytes) }
    let from = base.start(ofLine: first)
    let old = base.bytes.count - end
    let new = head.bytes.count - end
    let oldEnd = base.bytes[old...].firstIndex(of: .newline).map { $0 + 1 } ?? base.bytes.count
    let newEnd = head.bytes[new...].firstIndex(of: .newline).map { $0 + 1 } ?? head.bytes.count
    let hunks = try Repository.hunks(
      from: Array(base.bytes[from..<oldEnd]),
      to: Array(head.bytes[from..<newEnd])
    )
    return hunks.map { hunk in
      Hunk(
        base: hunk.base.lowerBound + first - 1..<hunk.base.upperBound + first - 1,
        head: hunk.head.lowerBound + first - 1..<hunk.head.upperBound + first - 1
      )
    }
  }
}

extension SourceText {
  /// Returns the 1-based line that an offset lies in; 0 in an empty text.
  fileprivate func line(containing offset: Int) -> Int {
    lineCount == 0 ? 0 : min(position(at: offset).line, lineCount)
  }

  fileprivate func start(ofLine line: Int) -> Int { self.line(line).lowerBound }
}

extension [UInt8] {
  /// How many bytes are compared at once.
  private static var chunk: Int { 4_096 }

  fileprivate func commonPrefix(with other: [UInt8]) -> Int {
    let limit = Swift.min(count, other.count)
    var length = 0
    while length + Self.chunk <= limit,
      self[length..<length + Self.chunk].hasBytes(of: other[length..<length + Self.chunk])
    {
      length += Self.chunk
    }
    while length < limit, self[length] == other[length] { length += 1 }
    return length
  }

  fileprivate func commonSuffix(with other: [UInt8], atMost limit: Int) -> Int {
    var length = 0
    while length + Self.chunk <= limit {
      let (end, otherEnd) = (count - length, other.count - length)
      guard
        self[end - Self.chunk..<end].hasBytes(of: other[otherEnd - Self.chunk..<otherEnd])
      else { break }
      length += Self.chunk
    }
    while length < limit, self[count - 1 - length] == other[other.count - 1 - length] {
      length += 1
    }
    return length
  }
}
