package import ListModel

/// Reports links that are not set apart in the list's way.
package struct WrongLinkSeparator: EntryRule {
  package static let description = RuleDescription(
    id: "wrong-link-separator",
    summary: "Two links are not separated in the way that the list uses.",
    rationale:
      "Links are hard to skim if they run together or are separated in different ways.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]1️⃣ [[code](https://github.com/dvlab-research/LISA)]",
        "Separate the links with ' | ', not ' '",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]1️⃣[[code](https://github.com/dvlab-research/LISA)]",
        "Separate the links with ' | '",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]1️⃣ |",
        "Remove ' |' after the last link",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    context.separators.filter { $0.fault == .wrongLinkSeparator && !entry.isBesideAccount($0) }.map
    {
      separator in
      let found = entry.string(separator.range)
      let expected = separator.expected ?? ""
      let message: Message =
        if separator.after == nil {
          .dangling(found)
        } else if found.isEmpty {
          .missing(expected)
        } else {
          .wrong(found, expected)
        }
      return finding(
        message,
        at: separator.range,
        fix: .replace(separator.range, with: expected, "Write the separator")
      )
    }
  }
}

extension Entry {
  /// Tells whether the link after a separator is somebody's account: people are told apart in another way.
  fileprivate func isBesideAccount(_ separator: JudgedSeparator) -> Bool {
    guard case .link(let index)? = separator.after else { return false }
    return links[index].label?.utf8.first == UInt8(ascii: "@")
  }
}

extension Message {
  fileprivate static func wrong(_ found: String, _ expected: String) -> Message {
    "Separate the links with \(quoting: expected), not \(quoting: found)"
  }

  fileprivate static func missing(_ expected: String) -> Message {
    "Separate the links with \(quoting: expected)"
  }

  fileprivate static func dangling(_ found: String) -> Message {
    "Remove \(quoting: found) after the last link"
  }
}
