package import ListModel

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
    entry.glues.filter { $0.fault == .misplacedSpace }.compactMap { glue in
      guard let expected = glue.expected else { return nil }
      let place = glue.place
      let found = entry.string(glue.range)
      return finding(
        found.isEmpty ? .missing(at: place) : .misplaced(found, expected, at: place),
        at: glue.range,
        fix: .replace(glue.range, with: expected, "Write the space where it belongs")
      )
    }
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
