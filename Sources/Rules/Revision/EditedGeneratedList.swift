internal import ListModel
internal import Markdown

/// Reports an edit of entries that a program writes.
package struct EditedGeneratedList: RevisionRule {
  package static let description = RuleDescription(
    id: "edited-generated-list",
    summary: "The contribution edits entries that a program generates.",
    rationale:
      "The next run of the program will undo your edit. No other rule reports such entries, because any mistake in them has to be fixed in the source. If the contribution also changes the source, or counts beside the entries, nothing is reported: the program has most likely been run. If no comment in the list marks generated entries, the rulebook can name their source under `generated-from`.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "# Papers\n\nThis list is kept by hand.\n\n## General\n\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        in: .file
      ),
      .accepted(
        "# Papers\n\nThis file is generated from `papers.yaml`; please do not edit it.\n\n2 papers from 1 conference\n\n## General\n\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        in: .file,
        after:
          "# Papers\n\nThis file is generated from `papers.yaml`; please do not edit it.\n\n1 papers from 1 conference\n\n## General\n\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n"
      ),
      .reported(
        "# Papers\n\nThis file is generated from `papers.yaml`; please do not edit it.\n\n## General\n\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n1️⃣- LISA: Reasoning Segmentation [[paper](https://arxiv.org/abs/2308.00692)]\n",
        "Change 'papers.yaml' instead: line 3 says that this entry is generated from it",
        in: .file,
        after:
          "# Papers\n\nThis file is generated from `papers.yaml`; please do not edit it.\n\n## General\n\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n"
      ),
      .reported(
        "## General\n\n<!-- PAPERS:START -->\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n1️⃣- LISA: Reasoning Segmentation [[paper](https://arxiv.org/abs/2308.00692)]\n<!-- PAPERS:END -->\n",
        "Change the source instead: line 3 says that this entry is generated",
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
        "Change \(quoting: source ?? "") instead: the rulebook says that this entry is generated from it"
    }
    guard let source else {
      return "Change the source instead: line \(line) says that this entry is generated"
    }
    return
      "Change \(quoting: source) instead: line \(line) says that this entry is generated from it"
  }
}
