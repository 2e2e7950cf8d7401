package import ListModel

/// Reports a known venue under another spelling or a former name.
package struct MisspeltVenue: EntryRule {
  package static let description = RuleDescription(
    id: "misspelt-venue",
    summary: "A known venue stands under another spelling or a former name.",
    rationale:
      "Readers search for a venue by its name, and find only the entries that spell it.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. 1️⃣Arxiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]",
        "the venue is spelt 'arXiv', not 'Arxiv'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. 1️⃣NIPS'2023. [[paper](https://arxiv.org/abs/2308.00692)]",
        "the venue is spelt 'NeurIPS', not 'NIPS'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. NeurIPS'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let venue = entry.venue, let name = venue.name, let range = venue.nameRange,
      let known = context.rulebook.venues.name(of: name), known != name
    else { return [] }
    return [
      finding(
        .misspelt(name, known: known),
        at: range,
        fix: .replace(range, with: known, "Write \(known)"),
        // In a name of several words, small and capital letters are a matter of taste.
        severity: name.contains(" ") && name.lowercased() == known.lowercased() ? .warning : nil
      )
    ]
  }
}

extension Message {
  fileprivate static func misspelt(_ name: String, known: String) -> Message {
    "the venue is spelt \(quoting: known), not \(quoting: name)"
  }
}
