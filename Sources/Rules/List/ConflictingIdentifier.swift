package import ListModel

/// Reports a title that stands under two arXiv identifiers.
package struct ConflictingIdentifier: EntryRule {
  package static let description = RuleDescription(
    id: "conflicting-identifier",
    summary: "The same title appears elsewhere in the file with a different arXiv identifier.",
    rationale:
      "A paper has only one identifier, so one of the two links leads to a different paper. Within one section, this counts as a duplicate instead.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "## A\n\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n\n## B\n\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        in: .file
      ),
      .reported(
        "## A\n\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n\n## B\n\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣https://arxiv.org/abs/2308.00962)]\n",
        "The title is on line 3 with arXiv 2308.00692, and here with 2308.00962: check which is right",
        in: .file
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let key = entry.titleKey
    // A short title can be that of two papers.
    guard case .arXiv(let id) = entry.identity, key.utf8.count >= Self.leastLength else {
      return []
    }
    for paper in context.list.index.papers(titled: key, near: context.place) {
      guard case .arXiv(let other) = paper.identity, other != id,
        paper.place.section != context.place.section,
        context.list.answers(for: context.place, beside: paper.place)
      else { continue }
      let line = paper.place.lines.lowerBound
      let url = entry.links.first { link in
        link.url.flatMap { ArXivID(WebAddress($0)) } == id
      }
      return [
        finding(
          .conflicting(id.description, other.description, line: line),
          at: url?.urlRange ?? 0..<entry.text.count,
          relatedLine: line
        )
      ]
    }
    return []
  }

  private static let leastLength = 20
}

extension Message {
  fileprivate static func conflicting(_ id: String, _ other: String, line: Int) -> Message {
    "The title is on line \(line) with arXiv \(other), and here with \(id): check which is right"
  }
}
