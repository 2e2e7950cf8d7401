package import ListModel

/// Reports a paper that stands in another section too.
package struct PaperInOtherSection: EntryRule {
  package static let description = RuleDescription(
    id: "paper-in-other-section",
    summary: "The same paper is also in another section.",
    rationale:
      "Some lists want each paper in one place only. Most do not, so the rule is off unless a rulebook turns it on.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "## A\n\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n\n## B\n\n- GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n",
        in: .file
      ),
      .reported(
        "## A\n\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n\n## B\n\n- 1️⃣LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        "This paper is on line 3 too, under 'A'",
        in: .file
      ),
    ]
  )

  package static let isOffByDefault = true

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let index = context.list.index
    let key = entry.titleKey
    let others = index.papers(like: entry, near: context.place).filter { paper in
      paper.place.section != context.place.section
        && context.list.answers(for: context.place, beside: paper.place)
        && (paper.titleKey == key || isAlike(paper.titleKey, key))
    }
    guard let first = others.min(by: { $0.place.lines.lowerBound < $1.place.lines.lowerBound })
    else { return [] }
    let line = first.place.lines.lowerBound
    return [
      finding(
        .elsewhere(line: line, context.document.section(of: first.place).name),
        at: entry.title?.range ?? 0..<entry.text.count,
        relatedLine: line
      )
    ]
  }
}

extension Message {
  fileprivate static func elsewhere(line: Int, _ section: String) -> Message {
    section.isEmpty
      ? "This paper is on line \(line) too, before the first heading"
      : "This paper is on line \(line) too, under \(quoting: section)"
  }
}
