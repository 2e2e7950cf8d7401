package import ListModel
internal import Parsing

/// Reports a comma, colon or semicolon in an entry's text with a space before it, or a comma with
/// none after it.
package struct SpaceAroundComma: EntryRule {
  package static let description = RuleDescription(
    id: "space-around-comma",
    summary: "There is a space before a comma or colon, or no space after a comma.",
    rationale: "It is a small typo, but readers stumble over it.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- [LISA](https://github.com/dvlab-research/LISA) - Segments, reasons: 1,000 times faster.",
        in: .described
      ),
      .reported(
        "- [LISA](https://github.com/dvlab-research/LISA) - Segments,1️⃣reasons2️⃣ : and more.",
        "Add a space after ','",
        "Remove the space before ':'",
        fixed: "- [LISA](https://github.com/dvlab-research/LISA) - Segments, reasons: and more.",
        in: .described
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let isCustom = context.format.customs.contains(.spacedComma)
    let faults = entry.commaFaults.filter { fault in
      !isCustom || entry.text[fault.sign] != UInt8(ascii: ",")
    }
    return (faults + entry.keyFaults).map { fault in
      let sign = entry.string(fault.sign..<fault.sign + 1)
      return fault.isBefore
        ? finding(
          .before(sign),
          at: fault.space,
          fix: .replace(fault.space, with: "", "Remove the space")
        )
        : finding(.after(sign), at: fault.space, fix: .replace(fault.space, with: " ", "Add it"))
    }
  }
}

extension Message {
  fileprivate static func before(_ sign: String) -> Message {
    "Remove the space before \(quoting: sign)"
  }

  fileprivate static func after(_ sign: String) -> Message { "Add a space after \(quoting: sign)" }
}
