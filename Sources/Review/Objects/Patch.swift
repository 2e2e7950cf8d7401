internal import GitHub

/// A file's patch as GitHub shows it, read backwards.
///
/// The new text and the patch make the old text, so nobody has to ask for that.
struct Patch {
  private let lines: [Substring.UTF8View]
  private let additions: Int
  private let deletions: Int

  /// Returns nil where GitHub shows no patch or does not say how much there is of it.
  init?(_ file: PullRequestFile) {
    guard let additions = file.additions, let deletions = file.deletions else { return nil }
    // Without a patch nothing is proved: a file whose diff GitHub takes for binary has none, whatever it says of
    // its lines, as has one that only has another name.
    guard let patch = file.patch else { return nil }
    // Bytes that are not UTF-8 are not shown as they are.
    guard !patch.unicodeScalars.contains("\u{FFFD}") else { return nil }
    lines = patch.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0).utf8 }
    (self.additions, self.deletions) = (additions, deletions)
  }

  /// Returns the text before; nil where the patch is not whole, or not one that leads to this text.
  func reverted(from head: [UInt8]) -> [UInt8]? {
    let newLines = head.split(separator: 10, omittingEmptySubsequences: false)
    var reversal = Reversal(head: newLines)
    for (index, line) in lines.enumerated() {
      let isEnd = index + 1 < lines.count && lines[index + 1].first == UInt8(ascii: "\\")
      guard reversal.take(line, isWithoutLineEnd: isEnd) else { return nil }
    }
    guard reversal.finish(), reversal.additions == additions, reversal.deletions == deletions else {
      return nil
    }
    return reversal.base
  }

  /// The work of going back, line by line.
  private struct Reversal {
    /// The head's lines without their ends; the last is what follows the last line end.
    let head: [ArraySlice<UInt8>]
    private(set) var base: [UInt8] = []
    private(set) var additions = 0
    private(set) var deletions = 0
    /// The index of the next line of the head.
    private var next = 0
    /// How many lines of either side the hunk still has.
    private var left: (old: Int, new: Int) = (0, 0)

    init(head: [ArraySlice<UInt8>]) {
      self.head = head
    }

    /// Returns whether a line of the patch makes sense where it stands.
    mutating func take(_ line: Substring.UTF8View, isWithoutLineEnd: Bool) -> Bool {
      let text = line.dropFirst()
      switch line.first {
      case UInt8(ascii: "@") where left == (0, 0): return begin(line)
      case UInt8(ascii: " "):
        left = (left.old - 1, left.new - 1)
        guard keep(text) else { return false }
        base += text
        if !isWithoutLineEnd { base.append(10) }
      case UInt8(ascii: "-"):
        left.old -= 1
        deletions += 1
        base += text
        if !isWithoutLineEnd { base.append(10) }
      case UInt8(ascii: "+"):
        left.new -= 1
        additions += 1
        guard keep(text) else { return false }
      case UInt8(ascii: "\\"): return true
      case nil: return left == (0, 0)
      default: return false
      }
      return left.old >= 0 && left.new >= 0
    }

    /// Copies what no hunk shows any more; returns whether the last hunk was whole.
    mutating func finish() -> Bool {
      guard left == (0, 0) else { return false }
      copy(upTo: head.count)
      return true
    }

    /// Passes a line of the head, if it is this one.
    private mutating func keep(_ text: Substring.UTF8View.SubSequence) -> Bool {
      guard next < head.count, head[next].elementsEqual(text) else { return false }
      next += 1
      return true
    }

    private mutating func begin(_ header: Substring.UTF8View) -> Bool {
      guard let header = HunkHeader(header) else { return false }
      let start = header.new.count == 0 ? header.new.start : header.new.start - 1
      guard start >= next, start <= head.count else { return false }
      copy(upTo: start)
      left = (header.old.count, header.new.count)
      return true
    }

    private mutating func copy(upTo end: Int) {
      while next < end {
        base += head[next]
        next += 1
        if next < head.count { base.append(10) }
      }
    }
  }
}
