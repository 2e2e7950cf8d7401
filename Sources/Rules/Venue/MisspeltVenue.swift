package import ListModel
internal import Text

/// Reports a known venue under another spelling or a former name.
package struct MisspeltVenue: EntryRule {
  package static let description = RuleDescription(
    id: "misspelt-venue",
    summary: "A known venue is given with a different spelling or a former name.",
    rationale:
      "Readers search for a venue by its name and find only the entries that spell it that way. To add venues, or other names for known ones, list them under `venues` in the rulebook.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. 1️⃣Arxiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Write the venue as 'arXiv', not 'Arxiv'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. 1️⃣NIPS'2023. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Write the venue as 'NeurIPS', not 'NIPS'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. NeurIPS'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let venue = entry.venue, let name = venue.name, let range = venue.nameRange,
      let known = Self.known(of: entry, in: context)
    else { return [] }
    // What follows the name is written as the others write it in the same stroke.
    let year = MalformedVenue.yearAfterName(entry, in: context)
    let whole = range.lowerBound..<(year?.range.upperBound ?? range.upperBound)
    return [
      finding(
        .misspelt(entry.string(whole), known: known + (year?.wanted ?? "")),
        at: whole,
        fix: .replace(whole, with: known + (year?.wanted ?? ""), "Write \(known)"),
        // In a name of several words, small and capital letters are a matter of taste.
        severity: name.contains(" ") && name.lowercased() == known.lowercased() ? .warning : nil
      )
    ]
  }

  /// Returns how the venue of an entry should be spelt; nil where it is spelt so, or nobody knows.
  static func known(of entry: Entry, in context: EntryContext) -> String? {
    guard let name = entry.venue?.name, entry.venue?.nameRange != nil,
      let known = context.rulebook.venues.name(of: name), known != name
    else { return nil }
    // Whose names a list writes in its own way is its own matter, unless its rulebook says which; a slip
    // of the pen is not.
    let isSure =
      context.format.venue != nil || context.rulebook.venues.isStated(name)
      || isSlip(name, of: known)
    return isSure ? known : nil
  }
}

/// Tells whether a name has the letters of another in a wrong order, or one too few or too many.
private func isSlip(_ name: String, of known: String) -> Bool {
  // A transposition is one edit.
  known.utf8.count >= 4 && name.lowercased() != known.lowercased()
    && editDistance(name, known) <= 1
}

extension Message {
  fileprivate static func misspelt(_ name: String, known: String) -> Message {
    "Write the venue as \(quoting: known), not \(quoting: name)"
  }
}
