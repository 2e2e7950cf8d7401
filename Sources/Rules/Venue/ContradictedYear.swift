package import ListModel

/// Reports a year that the arXiv identifier contradicts.
package struct ContradictedYear: EntryRule {
  package static let description = RuleDescription(
    id: "contradicted-year",
    summary:
      "The year does not match the arXiv identifier, or is long before the preprint appeared.",
    rationale:
      "An arXiv identifier begins with the year and month in which the paper was announced, so either the year or the link is wrong.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. arXiv'1️⃣2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "The year is 2024, but arXiv 2308.00692 is from 2023: check the year and the link",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'1️⃣2021. [[paper](https://arxiv.org/abs/2308.00692)]",
        "The year is 2021, but arXiv 2308.00692 is from 2023: check the year and the link"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard case .arXiv(let id) = entry.identity else { return [] }
    guard let venue = entry.venue, let year = venue.year, let range = venue.yearRange else {
      return checkDate(entry, id, in: context)
    }
    let isPreprint = venue.name.map(context.rulebook.venues.isPreprint) ?? false
    // A paper may be put on arXiv months after the conference, never years.
    guard isPreprint ? year != id.year : year + 1 < id.year else {
      return checkDate(entry, id, in: context)
    }
    let digits = String(id.year).suffix(range.count)
    return [
      finding(
        .contradicted(year, id: id.description, idYear: id.year),
        at: range,
        fix: isPreprint
          ? .replace(range, with: String(digits), "Write the identifier's year", .needsReview) : nil
      )
    ]
  }

  /// Finds a date that is another month's, where the list's dates are those of the identifiers.
  private func checkDate(_ entry: Entry, _ id: ArXivID, in context: EntryContext) -> [Finding] {
    guard context.list.datesFollowIdentifiers,
      let range = entry.ranges(of: .date).first,
      let date = Month(entry.string(range))
    else { return [] }
    let distance = Month(year: id.year, month: id.month).distance(to: date)
    // A paper may get its date when it is published; it is never on arXiv long after.
    guard distance < -2 || distance > 11 else { return [] }
    return [finding(.contradictedDate(entry.string(range), id), at: range)]
  }
}

extension Message {
  fileprivate static func contradicted(_ year: Int, id: String, idYear: Int) -> Message {
    "The year is \(year), but arXiv \(id) is from \(idYear): check the year and the link"
  }

  fileprivate static func contradictedDate(_ date: String, _ id: ArXivID) -> Message {
    "The date is \(quoting: date), but arXiv \(id.description) is from \(id.year)-\(id.month < 10 ? "0" : "")\(id.month)"
  }
}
