package import ListModel

/// Reports a typographic quotation mark or apostrophe.
package struct SmartQuote: EntryRule {
  package static let description = RuleDescription(
    id: "smart-quote",
    summary: "A quotation mark or apostrophe is curly (typographic), not plain.",
    rationale:
      "Readers who search for the title type plain quotes, so they will not find it.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA 1️⃣\u{201C}Reasoning2️⃣\u{201D} Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Replace the curly '\u{201C}' with a straight '\"'",
        "Replace the curly '\u{201D}' with a straight '\"'",
        fixed:
          "- **`[ReferIS]`** LISA \"Reasoning\" Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR1️⃣\u{2019}2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Replace the curly '\u{2019}' with a straight '''",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.scalars.compactMap { scalar, range in
      let plain: String
      switch scalar.value {
      case 0x2018, 0x2019, 0x201B, 0x2032, 0xB4: plain = "'"
      case 0x201C, 0x201D, 0x201F: plain = "\""
      default: return nil
      }
      let isInVenue = entry.venue?.range.overlaps(range) ?? false
      return finding(
        .typographic(scalar, plain),
        at: range,
        fix: .replace(range, with: plain, "Write the plain mark"),
        severity: isInVenue ? .error : nil
      )
    }
  }
}

extension Message {
  fileprivate static func typographic(_ scalar: Unicode.Scalar, _ plain: String) -> Message {
    "Replace the curly \(quoting: String(scalar)) with a straight \(quoting: plain)"
  }
}
