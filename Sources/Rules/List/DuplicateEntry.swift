package import ListModel

/// Reports a paper that stands in its section already.
package struct DuplicateEntry: EntryRule {
  package static let description = RuleDescription(
    id: "duplicate-entry",
    summary: "The same paper stands twice in a section.",
    rationale:
      "A list counts each paper once; the second entry is most often an older or newer version of the first.",
    fixes: .never,
    examples: [
      .accepted(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n",
        in: .file
      ),
      .reported(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n- **`[ReferIS]`** 1️⃣LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n",
        "the paper stands on line 3 already",
        in: .file
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let index = context.list.index
    let key = entry.titleKey
    let papers = index.papers(entry.identity) + (key.isEmpty ? [] : index.papers(titled: key))
    let others = papers.filter { paper in
      paper.place != context.place && paper.place.section == context.place.section
        && context.list.answers(for: context.place, beside: paper.place)
        && (paper.titleKey == key || isAlike(paper.titleKey, key))
    }
    guard let first = others.min(by: { $0.place.lines.lowerBound < $1.place.lines.lowerBound })
    else { return [] }
    let line = first.place.lines.lowerBound
    return [
      finding(
        .duplicate(ofLine: line),
        at: entry.title?.range ?? 0..<entry.text.count,
        relatedLine: line
      )
    ]
  }
}

extension Message {
  fileprivate static func duplicate(ofLine line: Int) -> Message {
    "the paper stands on line \(line) already"
  }
}
