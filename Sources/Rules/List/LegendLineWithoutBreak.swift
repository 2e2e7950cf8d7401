package import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// Reports a line of the legend that runs into the next one.
package struct LegendLineWithoutBreak: ListRule {
  package static let description = RuleDescription(
    id: "legend-line-without-break",
    summary: "A line of the legend is followed by another but does not end with a hard line break.",
    rationale:
      "GitHub shows both as one line, so readers overlook the second tag.",
    fixes: .always,
    examples: [
      .accepted(
        "**`[ReferIS]`**: Referring Image Segmentation  \n**`[GRES]`**: Generalized Referring Expression Segmentation\n",
        in: .file
      ),
      .reported(
        "1️⃣**`[ReferIS]`**: Referring Image Segmentation\n**`[GRES]`**: Generalized Referring Expression Segmentation\n",
        "End the 'ReferIS' line with two spaces, or GitHub joins it to the next line",
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
    "End the \(quoting: name) line with two spaces, or GitHub joins it to the next line"
  }
}
