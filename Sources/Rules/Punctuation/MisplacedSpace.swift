package import ListModel
internal import Text

/// Reports a space that is missing or stands where none belongs, between fields.
package struct MisplacedSpace: EntryRule {
  package static let description = RuleDescription(
    id: "misplaced-space",
    summary:
      "A space between two fields is missing, or is on the wrong side of the punctuation.",
    rationale:
      "Readers and tools tell the fields of an entry apart by the punctuation and spaces between them.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'20241️⃣.[[paper](https://arxiv.org/abs/2308.00692)]",
        "Write '. ' after the venue, not '.'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation1️⃣ . CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Remove a space after the title",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`**1️⃣LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Add a space after the tags",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    misplaced(in: entry, context) + glued(in: entry, context)
  }

  /// Reports links that words touch, whatever the list has there.
  private func glued(in entry: Entry, _ context: EntryContext) -> [Finding] {
    guard !context.format.isExact else { return [] }
    return entry.links.compactMap { link in
      let place = entry.startOfBrackets(around: link)
      guard link.kind != nil, link.url != nil, !link.isImage, place > entry.marker.range.upperBound,
        entry.text[place - 1].isLetter || entry.text[place - 1] == UInt8(ascii: "?"),
        entry.text[place] == UInt8(ascii: "["),
        !context.separators.contains(where: { $0.fault != nil && $0.range.touches(place..<place) })
      else { return nil }
      return finding(
        .missing(at: "before the link"),
        at: place..<place,
        fix: .replace(place..<place, with: " ", "Write the space where it belongs")
      )
    }
  }

  private func misplaced(in entry: Entry, _ context: EntryContext) -> [Finding] {
    context.separators.filter { $0.fault == .misplacedSpace }.compactMap { separator in
      guard let expected = separator.expected else { return nil }
      let place = separator.place
      let found = entry.string(separator.range)
      return finding(
        found.isEmpty ? .missing(at: place) : .misplaced(found, expected, at: place),
        at: separator.range,
        fix: .replace(separator.range, with: expected, "Write the space where it belongs")
      )
    }
  }
}

extension Entry {
  /// Returns where the brackets begin that a link is in.
  fileprivate func startOfBrackets(around link: Link) -> Int {
    var start = link.range.lowerBound
    while start > 0, text[start - 1] == UInt8(ascii: "[") { start -= 1 }
    return start
  }
}

extension Message {
  fileprivate static func missing(at place: String) -> Message {
    "Add a space \(place)"
  }

  fileprivate static func misplaced(
    _ found: String,
    _ expected: String,
    at place: String
  ) -> Message {
    misplacement(of: found, expected, place)
  }
}
