internal import ListModel
internal import Markdown

/// Reports an edit of entries that a program writes.
package struct EditedGeneratedList: RevisionRule {
  package static let description = RuleDescription(
    id: "edited-generated-list",
    summary: "The contribution edits entries that a program writes.",
    rationale:
      "The next run of the program undoes the edit; nothing else is said of such entries, because what is wrong with them is wrong in the source. Where the contribution changes the source too, the program has most likely run. What no comment in the list marks, the rulebook's `generated-from` names.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "# Papers\n\nThis list is kept by hand.\n\n## General\n\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        in: .file
      ),
      .reported(
        "# Papers\n\nThis file is generated from `papers.yaml`; please do not edit it.\n\n## General\n\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n1️⃣- LISA: Reasoning Segmentation [[paper](https://arxiv.org/abs/2308.00692)]\n",
        "line 3 says that the entry is generated, from 'papers.yaml': the source is the place for the change",
        in: .file,
        after:
          "# Papers\n\nThis file is generated from `papers.yaml`; please do not edit it.\n\n## General\n\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n"
      ),
      .reported(
        "## General\n\n<!-- PAPERS:START -->\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n1️⃣- LISA: Reasoning Segmentation [[paper](https://arxiv.org/abs/2308.00692)]\n<!-- PAPERS:END -->\n",
        "line 3 says that the entry is generated: the source is the place for the change",
        in: .file,
        after:
          "## General\n\n<!-- PAPERS:START -->\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n<!-- PAPERS:END -->\n"
      ),
    ]
  )

  package init() {}

  package func check(_ revision: Revision, in context: ListContext) -> [Finding] {
    let head = revision.head
    for region in revision.generated where !region.isRegenerated {
      let place = head.entries.first { entry in
        region.lines.contains(entry.lines.lowerBound)
          && revision.touched.contains { $0.overlaps(entry.lines) }
      }
      guard let place else { continue }
      return [
        finding(
          .generated(line: region.line, source: region.source),
          at: head.text.line(place.lines.lowerBound),
          relatedLine: region.line
        )
      ]
    }
    return []
  }
}

extension Message {
  fileprivate static func generated(line: Int?, source: String?) -> Message {
    guard let line else {
      return
        "the rulebook says that the entry is generated, from \(quoting: source ?? ""): the source is the place for the change"
    }
    guard let source else {
      return "line \(line) says that the entry is generated: the source is the place for the change"
    }
    return
      "line \(line) says that the entry is generated, from \(quoting: source): the source is the place for the change"
  }
}
