package import ListModel

/// Reports two or more spaces in a row.
package struct DoubledSpace: EntryRule {
  package static let description = RuleDescription(
    id: "doubled-space",
    summary: "Two or more spaces stand in a row.",
    rationale:
      "GitHub shows one, so the rest is seen only by those who search or compare the text.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA:1️⃣  Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "2 spaces in a row",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard !context.format.customs.contains(.doubledSpace) else { return [] }
    var runs: [Range<Int>] = []
    var index = entry.marker.range.upperBound
    while index < entry.text.count {
      let start = index
      while index < entry.text.count, entry.text[index] == .space { index += 1 }
      if index - start > 1 { runs.append(start..<index) }
      index += 1
    }
    // At the end of a line, in a link's marks and in a wrong separator they are other rules' matter.
    return runs.filter { run in
      !context.format.isPadding(run, in: entry.text)
        && run.upperBound < entry.text.count && !entry.text[run.upperBound].isWhitespace
        && !entry.text[run.lowerBound - 1].isWhitespace
        && !entry.links.contains { $0.range.overlaps(run) }
        && !entry.glues.contains { $0.fault != nil && $0.range.overlaps(run) }
    }
    .map { finding(.doubled($0.count), at: $0, fix: .replace($0, with: " ", "Leave one space")) }
  }
}

extension EntryFormat {
  /// Tells whether spaces only fill a table's cell.
  fileprivate func isPadding(_ run: Range<Int>, in text: [UInt8]) -> Bool {
    guard unit == .row else { return false }
    let bar = UInt8(ascii: "|")
    return run.upperBound == text.count || text[run.upperBound] == bar
      || run.lowerBound == 0 || text[run.lowerBound - 1] == bar
  }
}

extension Message {
  fileprivate static func doubled(_ count: Int) -> Message {
    "\(count) spaces in a row"
  }
}
