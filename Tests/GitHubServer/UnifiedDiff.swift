/// The hunks between two texts, as git writes them with three lines of context.
package struct UnifiedDiff: Sendable, Equatable {
  /// A run of lines that are close to each other.
  package struct Hunk: Sendable, Equatable {
    package enum Line: Sendable, Equatable {
      case context(String, old: Int, new: Int)
      case deleted(String, old: Int)
      case added(String, new: Int)
    }

    /// The lines in order, each with its line feed if it has one.
    package let lines: [Line]

    /// The numbers of the lines that the left side shows as deleted.
    package var left: [Int] {
      lines.compactMap { if case .deleted(_, let old) = $0 { old } else { nil } }
    }

    /// The numbers of the lines that the right side shows.
    package var right: [Int] {
      lines.compactMap {
        switch $0 {
        case .context(_, _, let new), .added(_, let new): new
        case .deleted: nil
        }
      }
    }
  }

  package let hunks: [Hunk]
  /// The new number of each old line that is still there.
  package let kept: [Int: Int]
  package let additions: Int
  package let deletions: Int

  package init(from oldText: String, to newText: String) {
    let old = Self.lines(oldText)
    let new = Self.lines(newText)
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var all: [Hunk.Line] = []
    var kept: [Int: Int] = [:]
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if removed.contains(i) {
        all.append(.deleted(old[i], old: i + 1))
        i += 1
      } else if inserted.contains(j) {
        all.append(.added(new[j], new: j + 1))
        j += 1
      } else {
        all.append(.context(old[i], old: i + 1, new: j + 1))
        kept[i + 1] = j + 1
        i += 1
        j += 1
      }
    }
    self.kept = kept
    additions = inserted.count
    deletions = removed.count
    hunks = Self.group(all)
  }

  /// The text of all hunks, as the API's `patch`; empty when nothing changed.
  package var patch: String { hunks.map(text).joined(separator: "\n") }

  /// The hunk that shows a line, if any does.
  package func hunk(showing line: Int, onLeft: Bool) -> Int? {
    hunks.firstIndex { (onLeft ? $0.left : $0.right).contains(line) }
  }

  /// The text of a hunk, header included.
  package func text(_ hunk: Hunk) -> String {
    var (oldStart, newStart, oldCount, newCount) = (0, 0, 0, 0)
    var text = ""
    for line in hunk.lines {
      switch line {
      case .context(let content, let old, let new):
        (oldStart, newStart) = (oldStart == 0 ? old : oldStart, newStart == 0 ? new : newStart)
        (oldCount, newCount) = (oldCount + 1, newCount + 1)
        text += "\n " + Self.show(content)
      case .deleted(let content, let old):
        (oldStart, oldCount) = (oldStart == 0 ? old : oldStart, oldCount + 1)
        text += "\n-" + Self.show(content)
      case .added(let content, let new):
        (newStart, newCount) = (newStart == 0 ? new : newStart, newCount + 1)
        text += "\n+" + Self.show(content)
      }
    }
    let left = oldCount == 1 ? "\(oldStart)" : "\(oldStart),\(oldCount)"
    let right = newCount == 1 ? "\(newStart)" : "\(newStart),\(newCount)"
    return "@@ -\(left) +\(right) @@" + text
  }

  /// Returns the lines of a text, each with its line feed if it has one.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 10).map { rest.index(after: $0) } ?? rest.endIndex
      lines.append(String(decoding: rest[..<end], as: UTF8.self))
      rest = rest[end...]
    }
    return lines
  }

  private static func show(_ line: String) -> String {
    line.utf8.last == 10
      ? String(decoding: line.utf8.dropLast(), as: UTF8.self)
      : line + "\n\\ No newline at end of file"
  }

  /// Returns what is at most three unchanged lines away from a change, in runs.
  private static func group(_ lines: [Hunk.Line]) -> [Hunk] {
    var shown = Array(repeating: false, count: lines.count)
    for (index, line) in lines.enumerated() {
      if case .context = line { continue }
      for near in max(0, index - 3)...min(lines.count - 1, index + 3) { shown[near] = true }
    }
    return zip(lines, shown).split { !$0.1 }.map { run in Hunk(lines: run.map(\.0)) }
  }
}
