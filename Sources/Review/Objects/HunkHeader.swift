/// The first line of a hunk in a unified diff: `@@ -1,3 +1,4 @@`.
struct HunkHeader {
  /// Where a side of the hunk starts, 1-based, or the line after which it stands where it is empty, and how many
  /// lines it has.
  struct Side: Hashable {
    let start: Int
    let count: Int
  }

  let old: Side
  let new: Side

  /// Reads the line; nil where it is none, or has numbers that no file has.
  init?(_ line: some Collection<UInt8>) {
    guard line.starts(with: "@@ -".utf8) else { return nil }
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
    guard words.count > 3, words[3].starts(with: "@@".utf8),
      let old = Side(words[1], after: UInt8(ascii: "-")),
      let new = Side(words[2], after: UInt8(ascii: "+"))
    else { return nil }
    (self.old, self.new) = (old, new)
  }
}

extension HunkHeader.Side {
  /// More lines than any file has that git compares, and few enough to be added without overflow.
  private static let mostLines = Int(Int32.max)

  /// Reads `-1,3` or `+1`.
  fileprivate init?(_ word: some Collection<UInt8>, after sign: UInt8) {
    guard word.first == sign else { return nil }
    let numbers = word.dropFirst()
      .split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count <= 2, let first = numbers.first, let start = first,
      let count = numbers.count > 1 ? numbers[1] : 1,
      (0...Self.mostLines).contains(start), (0...Self.mostLines).contains(count)
    else { return nil }
    (self.start, self.count) = (start, count)
  }
}
