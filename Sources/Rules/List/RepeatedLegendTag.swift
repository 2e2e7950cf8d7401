package import ListModel
internal import Markdown

/// Reports a tag that the legend declares twice.
package struct RepeatedLegendTag: ListRule {
  package static let description = RuleDescription(
    id: "repeated-legend-tag",
    summary: "The legend defines a tag twice.",
    rationale:
      "Readers cannot tell which of the two meanings is right.",
    fixes: .never,
    examples: [
      .accepted(
        "**`[ReferIS]`**: Referring Image Segmentation  \n**`[GRES]`**: Generalized Referring Expression Segmentation\n",
        in: .file
      ),
      .reported(
        "**`[GRES]`**: Generalized Referring Expression Segmentation  \n1️⃣**`[GRES]`**: Referring Image Segmentation\n",
        "'GRES' is already defined on line 1",
        in: .file
      ),
    ]
  )

  package init() {}

  package func check(_ list: ListDocument, in context: ListContext) -> [Finding] {
    var first: [String: Int] = [:]
    return list.legend.items.compactMap { item in
      guard let line = first[item.name] else {
        first[item.name] = item.line
        return nil
      }
      return finding(
        .repeated(item.name, line: line),
        at: list.text.line(item.line),
        relatedLine: line
      )
    }
  }
}

extension Message {
  fileprivate static func repeated(_ name: String, line: Int) -> Message {
    "\(quoting: name) is already defined on line \(line)"
  }
}
