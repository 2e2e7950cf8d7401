package import ListModel
internal import Text

/// Reports an entry that goes on in the next line.
package struct WrappedEntry: EntryRule {
  package static let description = RuleDescription(
    id: "wrapped-entry",
    summary: "An entry continues on the next line, but the format is one line per entry.",
    rationale:
      "Tools that read the list line by line miss the second half, and so do people who search it.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024.1️⃣\n  [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        "Write the entry on one line",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard context.format.isExact, context.format.isOneLine else { return [] }
    let breaks = entry.lineBreaks
    guard let first = breaks.first else { return [] }
    return [
      finding(
        .wrapped,
        at: first.lowerBound..<first.lowerBound,
        fix: Fix("Join the lines", edits: breaks.map { Fix.Edit($0, " ") })
      )
    ]
  }
}

extension Entry {
  /// The line ends within the entry, with the white space around them.
  fileprivate var lineBreaks: [Range<Int>] {
    var breaks: [Range<Int>] = []
    for index in text.indices where text[index] == .newline {
      if let last = breaks.last, last.contains(index) { continue }
      var start = index
      var end = index + 1
      while start > 0, text[start - 1].isWhitespace { start -= 1 }
      while end < text.count, text[end].isWhitespace { end += 1 }
      breaks.append(start..<end)
    }
    return breaks
  }
}

extension Message {
  fileprivate static var wrapped: Message { "Write the entry on one line" }
}
