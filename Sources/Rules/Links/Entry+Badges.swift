internal import ListModel
internal import Text

/// A badge that is a link, as in `[![label](picture)](url)`, with a bracket too few or a space too many.
struct BrokenBadge {
  let range: Range<Int>
  let edit: Fix.Edit
}

extension Entry {
  /// The badges of which one sign is wrong.
  var brokenBadges: [BrokenBadge] {
    var badges: [BrokenBadge] = []
    var index = marker.range.upperBound
    var lineEnd = index
    while let open = text.first(UInt8(ascii: "!"), in: index..<text.count) {
      index = open + 1
      guard open > 0, text.matches("[![", at: open - 1) else { continue }
      if lineEnd <= open { lineEnd = text.first(.newline, in: open..<text.count) ?? text.count }
      let line = open - 1..<lineEnd
      if let (edit, end) = faultOfBadge(in: line) {
        badges.append(BrokenBadge(range: line.lowerBound..<end, edit: edit))
      }
    }
    return badges
  }

  /// Returns what mends the badge that a range begins with, and where it ends; nil where it is whole, or
  /// more than one sign is wrong.
  private func faultOfBadge(in line: Range<Int>) -> (Fix.Edit, end: Int)? {
    // No label is longer; one that is never closed is not looked for without end.
    let reach = min(line.upperBound, line.lowerBound + 4096)
    guard let close = text.first(UInt8(ascii: "]"), in: line.lowerBound + 3..<reach) else {
      return nil
    }
    var edits: [Fix.Edit] = []
    var index = close + 1
    /// Goes after signs that belong here; adds them where one of them is missing.
    func take(_ signs: String, lacking one: String) {
      let rest = text[index..<line.upperBound]
      if rest.starts(with: signs.utf8) {
        index += signs.utf8.count
      } else if rest.starts(with: one.utf8) {
        edits.append(Fix.Edit(index..<index + one.utf8.count, signs))
        index += one.utf8.count
      } else {
        edits.append(Fix.Edit(index..<index, signs))
      }
    }
    func skipAddress() {
      let rest = text[index..<line.upperBound]
      index = rest.firstIndex { $0.isWhitespace || ")](".utf8.contains($0) } ?? line.upperBound
    }
    take("(", lacking: "")
    guard text[index..<line.upperBound].starts(with: "http".utf8) else { return nil }
    skipAddress()
    let joint = text[index..<line.upperBound]
    if joint.starts(with: ")] (".utf8) {
      edits.append(Fix.Edit(index + 2..<index + 3, ""))
      index += 4
    } else {
      let signs = [")(", "](", ")]"].first { joint.starts(with: $0.utf8) } ?? ")]("
      take(")](", lacking: signs)
    }
    guard text[index..<line.upperBound].starts(with: "http".utf8) else { return nil }
    skipAddress()
    take(")", lacking: "")
    guard edits.count == 1 else { return nil }
    return (edits[0], index)
  }
}
