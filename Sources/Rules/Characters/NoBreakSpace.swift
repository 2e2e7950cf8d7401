package import ListModel

/// Reports a space that is not the common one.
package struct NoBreakSpace: EntryRule {
  package static let description = RuleDescription(
    id: "no-break-space",
    summary: "A space is a no-break space or another unusual kind of space.",
    rationale:
      "It looks like an ordinary space but is not: searches miss it, and Markdown does not treat it as the end of a word.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA:1️⃣\u{00A0}Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Replace the non-breaking space (U+00A0) with a regular space",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    // After the bullet it is the marker's matter.
    entry.scalars.filter { scalar, range in
      isRareSpace(scalar) && range.lowerBound >= entry.marker.range.upperBound
    }
    .map { scalar, range in
      var finding = finding(
        scalar.value == 0xA0 ? .noBreak : .rare(scalar),
        at: range,
        fix: .replace(range, with: " ", "Write a common space")
      )
      // Only beside a mark of emphasis it shows: the mark does nothing there.
      let beside = [range.lowerBound - 1, range.upperBound].filter {
        entry.text.indices.contains($0)
      }
      finding.isInvisible = !beside.contains { "*_".utf8.contains(entry.text[$0]) }
      return finding
    }
  }
}

private func isRareSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: true
  default: false
  }
}

extension Message {
  fileprivate static var noBreak: Message {
    "Replace the non-breaking space (U+00A0) with a regular space"
  }

  fileprivate static func rare(_ scalar: Unicode.Scalar) -> Message {
    "Replace the unusual space (U+\(String(scalar.value, radix: 16, uppercase: true))) with a regular space"
  }
}
