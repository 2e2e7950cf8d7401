package import ListModel

/// Reports an entry without venue and year.
package struct MissingVenue: EntryRule {
  package static let description = RuleDescription(
    id: "missing-venue",
    summary: "An entry gives neither a venue nor a year.",
    rationale:
      "Readers choose papers by where and when they appeared; for a preprint, use arXiv and the year in its identifier.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation1️⃣. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Add the venue and the year, as in 'arXiv'2023'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let style = context.format.venue, context.format.has(.venue), entry.venue == nil,
      let title = entry.title, !title.isLink
    else { return [] }
    let end = title.range.upperBound
    // What is known for certain of a preprint is the year of its identifier.
    guard case .arXiv(let id) = entry.identity,
      let separator = entry.separators.first(where: { $0.before == .field(.title) }),
      let stop = context.format.terminator(ofTitle: title.text),
      let after = context.format.separator(from: .venue, to: separator.after?.field)
    else {
      return [
        finding(
          .missing(example: style.write(name: "CVPR", year: context.list.year)),
          at: end..<end
        )
      ]
    }
    let venue = style.write(name: "arXiv", year: id.year)
    return [
      finding(
        .missing(example: venue),
        at: end..<end,
        fix: .replace(separator.range, with: stop + venue + after, "Add the venue", .needsReview)
      )
    ]
  }
}

extension Message {
  fileprivate static func missing(example: String) -> Message {
    "Add the venue and the year, as in \(quoting: example)"
  }
}
