package import ListModel
internal import Markdown

/// Reports a line of the legend that runs into the next one.
package struct LegendLineWithoutBreak: ListRule {
  package static let description = RuleDescription(
    id: "legend-line-without-break",
    summary: "A line of the legend has no hard line break and is followed by another.",
    rationale:
      "GitHub shows both as one line, so the second tag is overlooked.",
    fixes: .always,
    examples: [
      .accepted(
        "**`[ReferIS]`**: Referring Image Segmentation  \n**`[GRES]`**: Generalized Referring Expression Segmentation\n",
        in: .file
      ),
      .reported(
        "1️⃣**`[ReferIS]`**: Referring Image Segmentation\n**`[GRES]`**: Generalized Referring Expression Segmentation\n",
        "End the line of 'ReferIS' with two spaces, or GitHub joins it with the next",
        fixed:
          "**`[ReferIS]`**: Referring Image Segmentation  \n**`[GRES]`**: Generalized Referring Expression Segmentation\n",
        in: .file
      ),
    ]
  )

  package init() {}

  package func check(_ list: ListDocument, in context: ListContext) -> [Finding] {
    list.legend.items.filter { $0.isFollowed && !$0.hasHardBreak }.map { item in
      let line = list.text.line(item.line)
      let trimmed = list.text.bytes[line].last == .space ? line.upperBound - 1 : line.upperBound
      return finding(
        .withoutBreak(item.name),
        at: line,
        fix: .replace(trimmed..<line.upperBound, with: "  ", "End the line with two spaces")
      )
    }
  }
}

extension Message {
  fileprivate static func withoutBreak(_ name: String) -> Message {
    "End the line of \(quoting: name) with two spaces, or GitHub joins it with the next"
  }
}
