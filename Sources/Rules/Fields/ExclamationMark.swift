package import ListModel

/// Reports a description that ends in an exclamation mark, where the list's end in a full stop.
package struct ExclamationMark: EntryRule {
  package static let description = RuleDescription(
    id: "exclamation-mark",
    summary: "A description ends with an exclamation mark, while the others end with a full stop.",
    rationale: "It sounds like advertising; a list should describe, not praise.",
    severity: .note,
    fixes: .always,
    examples: [
      .accepted(
        "- [LISA](https://github.com/dvlab-research/LISA) - What does a model see?",
        in: .described
      ),
      .reported(
        "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation for all1️⃣!",
        "End the description with a full stop, not an exclamation mark",
        fixed: "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation for all.",
        in: .described
      ),
      .reported(
        "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation for all1️⃣!.",
        "End the description with a full stop, not an exclamation mark",
        fixed: "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation for all.",
        in: .described
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    context.separators.compactMap { separator in
      let mark = separator.range.lowerBound - 1
      guard separator.before == .field(.description), mark >= 0,
        entry.text[mark] == UInt8(ascii: "!"),
        let usual = separator.usual, usual.isUsual, usual.text.utf8.first == UInt8(ascii: ".")
      else { return nil }
      let range = mark..<mark + 1
      let isStopped = mark + 1 < entry.text.count && entry.text[mark + 1] == UInt8(ascii: ".")
      return finding(
        .exclaimed,
        at: range,
        fix: .replace(range, with: isStopped ? "" : ".", "End with a full stop", .needsReview)
      )
    }
  }
}

extension Message {
  fileprivate static var exclaimed: Message {
    "End the description with a full stop, not an exclamation mark"
  }
}
