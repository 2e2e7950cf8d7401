package import ListModel
internal import Text

/// Reports a full-width form of an ASCII character.
package struct FullWidthCharacter: EntryRule {
  package static let description = RuleDescription(
    id: "full-width-character",
    summary: "A full-width character is used where its ASCII form belongs.",
    rationale:
      "It usually comes from a Chinese or Japanese input method; Markdown does not recognise full-width punctuation.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA1️⃣\u{FF1A} Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Replace the full-width '\u{FF1A}' with ':'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let scalars = entry.scalars
    // In text that is Chinese, Japanese or Korean they are at home.
    guard !scalars.contains(where: { isEastAsian($0.scalar) }) else { return [] }
    return scalars.compactMap { scalar, range in
      guard let plain = plainForm(of: scalar) else { return nil }
      // The space after a full-width comma is part of it.
      let next = range.upperBound < entry.text.count ? entry.text[range.upperBound] : .space
      let isTight = [",", ";"].contains(plain) && (next.isWord || next == UInt8(ascii: "["))
      return finding(
        .fullWidth(scalar, plain),
        at: range,
        fix: .replace(range, with: isTight ? plain + " " : plain, "Write the ASCII form")
      )
    }
  }
}

private func plainForm(of scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0xFF01...0xFF5E: String(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
  case 0x3000: " "
  case 0x3002: "."
  case 0x3001: ","
  case 0x3010: "["
  case 0x3011: "]"
  default: nil
  }
}

private func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF: true
  default: false
  }
}

extension Message {
  fileprivate static func fullWidth(_ scalar: Unicode.Scalar, _ plain: String) -> Message {
    "Replace the full-width \(quoting: String(scalar)) with \(quoting: plain)"
  }
}
