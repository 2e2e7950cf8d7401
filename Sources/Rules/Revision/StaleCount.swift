internal import ListModel

/// Reports a number of entries in the text that was right before the contribution.
package struct StaleCount: RevisionRule {
  package static let description = RuleDescription(
    id: "stale-count",
    summary:
      "The text gives a number of entries that was right before the contribution and is wrong now.",
    rationale:
      "Once a number is wrong, readers stop trusting it. A number that was not right before may count something else and is left alone.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "## General (3)\n\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n- Paper Two. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        in: .file,
        after:
          "## General (2)\n\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n- Paper Two. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]\n"
      ),
      .reported(
        "## General (1️⃣3)\n\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n- Paper Two. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]\n- Paper Three. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00003)]\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        "Change 3 to the new number of entries, 4",
        in: .file,
        after:
          "## General (3)\n\n- One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n- Paper Two. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]\n- Paper Three. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00003)]\n"
      ),
    ]
  )

  package init() {}

  package func check(_ revision: Revision, in context: ListContext) -> [Finding] {
    guard !revision.isWhole, revision.base.entries.count > 0 else { return [] }
    let before = revision.base.counts
    guard !before.isEmpty else { return [] }
    let right = Set(before.filter { $0.number == $0.entries }.map(\.phrase))
    guard !right.isEmpty else { return [] }
    return revision.head.counts.filter { count in
      right.contains(count.phrase) && count.number != count.entries
    }
    .map { count in
      finding(
        .stale(count.number, count.entries),
        at: count.range,
        fix: .replace(
          count.range,
          with: count.written(count.entries),
          "Write the number of entries",
          .needsReview
        )
      )
    }
  }
}

extension Message {
  fileprivate static func stale(_ number: Int, _ entries: Int) -> Message {
    "Change \(number) to the new number of entries, \(entries)"
  }
}
