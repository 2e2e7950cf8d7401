internal import ListModel
internal import Markdown

/// Reports that a contribution writes many entries in another way, beside what it is about.
package struct ReformattedEntries: RevisionRule {
  package static let description = RuleDescription(
    id: "reformatted-entries",
    summary: "A contribution changes only the formatting of many other entries.",
    rationale:
      "When an editor reformats the file, the real change gets lost in the diff and is hard to review.",
    severity: .note,
    fixes: .never,
    examples: [
      .accepted(
        "- Paper One. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00000)]\n- Paper Two. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n- Paper Three. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]\n- Paper Four. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00003)]\n- Paper Five. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00004)]\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        in: .file,
        after:
          "- Paper One. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00000)]\n- Paper Two. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n- Paper Three. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]\n- Paper Four. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00003)]\n- Paper Five. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00004)]\n"
      ),
      .reported(
        "1️⃣- Paper One. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00000)]\n- Paper Two. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n- Paper Three. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]\n- Paper Four. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00003)]\n- Paper Five. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00004)]\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        "5 other entries changed only in their formatting",
        in: .file,
        after:
          "* Paper One. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00000)]\n* Paper Two. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n* Paper Three. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]\n* Paper Four. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00003)]\n* Paper Five. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00004)]\n"
      ),
    ]
  )

  /// How many entries are many.
  private static let fewest = 5

  package init() {}

  package func check(_ revision: Revision, in context: ListContext) -> [Finding] {
    guard !revision.isWhole, revision.hasContent, revision.reformatted.count >= Self.fewest,
      let first = revision.reformatted.first
    else { return [] }
    return [
      finding(
        .reformatted(revision.reformatted.count),
        at: revision.head.text.line(first.lines.lowerBound)
      )
    ]
  }
}

extension Message {
  fileprivate static func reformatted(_ count: Int) -> Message {
    "\(count) other entries changed only in their formatting"
  }
}
