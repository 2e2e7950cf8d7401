package import ListModel

/// Reports spaces at the end of an entry.
package struct TrailingSpace: EntryRule {
  package static let description = RuleDescription(
    id: "trailing-space",
    summary: "Spaces stand at the end of an entry.",
    rationale:
      "Two of them mean a line break in Markdown, and every one makes a difference that nobody sees.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]1️⃣ ",
        "a space at the end",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]1️⃣   ",
        "3 spaces at the end",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard !entry.isEmpty else { return [] }
    let isCustom = context.format.customs.contains(.trailingSpace)
    // Behind the last bar of a row any number of them does nothing.
    let isRow = context.format.unit == .row
    return entry.trailingSpaces.filter { !isCustom || $0.count > 1 && !isRow }.map { range in
      finding(
        range.count == 1 ? .space : .spaces(range.count),
        at: range,
        fix: .replace(range, with: "", "Remove the space")
      )
    }
  }
}

extension Entry {
  /// The white space at the ends of its lines; two spaces or more within an entry break a line, which
  /// is the format's matter.
  fileprivate var trailingSpaces: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let end = text[index...].firstIndex(of: .newline) ?? text.count
      var start = end
      while start > index, text[start - 1].isWhitespace { start -= 1 }
      var last = end
      while last > start, text[last - 1] == .carriageReturn { last -= 1 }
      let isLast = !text[end...].contains { !$0.isWhitespace }
      if isLast {
        if start < text.count { ranges.append(start..<text.count) }
        break
      }
      if start > index, last - start == 1, text[start] != .carriageReturn {
        ranges.append(start..<last)
      }
      index = end + 1
    }
    return ranges
  }
}

extension Message {
  fileprivate static var space: Message { "a space at the end" }

  fileprivate static func spaces(_ count: Int) -> Message {
    "\(count) spaces at the end"
  }
}
