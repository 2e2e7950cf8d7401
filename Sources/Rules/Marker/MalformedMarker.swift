package import ListModel

/// Reports an entry that does not begin with the list's bullet and one space.
package struct MalformedMarker: EntryRule {
  package static let description = RuleDescription(
    id: "malformed-marker",
    summary: "An entry does not begin with the list's bullet and one space.",
    rationale:
      "Without the space GitHub shows no item, and another bullet begins another list.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "1️⃣* **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        "entries begin with '- ', not '* '",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "1️⃣-  **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        "entries begin with '- ', not '-  '",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "1️⃣-**`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        "entries begin with '- ', not '-'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let marker = entry.marker
    guard marker.bullets.count <= 1, !entry.isEmpty else { return [] }
    let range = marker.indentation.upperBound..<marker.range.upperBound
    let found = entry.string(range)
    guard let wanted = context.format.marker(insteadOf: found), found != wanted,
      !isOfSublist(found, marker, entry, in: context.format)
    else { return [] }
    return [
      finding(
        found.isEmpty ? .missing(wanted) : .malformed(found, wanted),
        at: range,
        fix: .replace(range, with: wanted, "Begin as the other entries do")
      )
    ]
  }
}

extension MalformedMarker {
  /// Tells whether a whole bullet begins an item of a level below: a list inside may have its own.
  private func isOfSublist(
    _ found: String,
    _ marker: Marker,
    _ entry: Entry,
    in format: EntryFormat
  ) -> Bool {
    let indentation = entry.string(marker.indentation)
    return ["- ", "* ", "+ "].contains(found) && indentation.utf8.count > 1
      && format.indentations.contains(indentation) && format.indentations.contains("")
  }
}

extension Message {
  fileprivate static func malformed(_ found: String, _ wanted: String) -> Message {
    "entries begin with \(quoting: wanted), not \(quoting: found)"
  }

  fileprivate static func missing(_ wanted: String) -> Message {
    "entries begin with \(quoting: wanted)"
  }
}
