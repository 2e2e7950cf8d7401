package import ListModel

/// Reports a character without width.
package struct ZeroWidthCharacter: EntryRule {
  package static let description = RuleDescription(
    id: "zero-width-character",
    summary: "There is a zero-width character in an entry.",
    rationale:
      "It is invisible, gets in when you copy text from a PDF or a chat, and breaks links and searches.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA1️⃣\u{200B}: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Remove the invisible character (zero width space, U+200B)",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let scalars = entry.scalars
    return scalars.indices.filter { index in
      switch scalars[index].scalar.value {
      case 0x200B, 0x2060, 0xFEFF, 0xAD, 0x200E, 0x200F: return true
      case 0x200C, 0x200D:
        // Joiners belong to emoji and to scripts that join letters.
        let range = scalars[index].range
        return index == 0 || scalars[index - 1].range.upperBound < range.lowerBound
          || index + 1 == scalars.count
          || scalars[index + 1].range.lowerBound > range.upperBound
      default: return false
      }
    }
    .map { index in
      let (scalar, range) = scalars[index]
      return finding(
        .zeroWidth(scalar),
        at: range,
        fix: .replace(range, with: "", "Remove the character")
      )
    }
  }
}

extension Message {
  fileprivate static func zeroWidth(_ scalar: Unicode.Scalar) -> Message {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
    let name = scalar.properties.name.map { $0.lowercased() + ", " } ?? ""
    return "Remove the invisible character (\(name)\(number))"
  }
}
