package import ListModel
internal import Parsing

/// Reports papers that their authors have withdrawn from arXiv.
package struct WithdrawnPaper: FactRule {
  package static let description = RuleDescription(
    id: "withdrawn-paper",
    summary: "The paper was withdrawn from arXiv.",
    rationale: "Its authors, or arXiv, no longer stand by it, and readers should know.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        knowing: .lisaAndAttention
      ),
      .reported(
        "- **`[ReferIS]`** Another Way to Segment. arXiv'2023. [[paper](1️⃣https://arxiv.org/abs/2309.00001)]",
        "The paper was withdrawn from arXiv: 'This paper has been withdrawn by the authors'",
        knowing: .lisaAndAttention
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    var seen: Set<ArXivID> = []
    return entry.links.compactMap { link in
      guard let id = link.arXiv, let range = link.urlRange,
        let preprint = context.list.facts.preprints[id]?.value, preprint.isWithdrawn,
        seen.insert(id).inserted
      else { return nil }
      return finding(.withdrawn(preprint), at: range)
    }
  }
}

extension Message {
  fileprivate static func withdrawn(_ preprint: Preprint) -> Message {
    preprint.comment.isEmpty
      ? "The paper was withdrawn from arXiv"
      : "The paper was withdrawn from arXiv: \(quoting: preprint.comment)"
  }
}
