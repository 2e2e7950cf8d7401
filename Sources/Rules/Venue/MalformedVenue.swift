package import ListModel
internal import Parsing
internal import Text

/// Reports venue and year that are not written in the list's way.
package struct MalformedVenue: EntryRule {
  package static let description = RuleDescription(
    id: "malformed-venue",
    summary: "The venue and year are not formatted like the others in the list.",
    rationale:
      "Readers can search for \"CVPR'2024\" only if it is always written that way.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. 1️⃣CVPR 2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Write the venue as 'CVPR'2024', not 'CVPR 2024'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. 1️⃣CVPR'24. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Write the venue as 'CVPR'2024', not 'CVPR'24'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. 1️⃣CVPR. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Add the year after 'CVPR'"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'1️⃣20224. [[paper](https://arxiv.org/abs/2308.00692)]",
        "'20224' is not a year"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. 1️⃣2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Add the venue before the year '2024'"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let venue = entry.venue, let style = context.format.venue else {
      return misplacedYear(entry, in: context)
    }
    guard let digits = venue.yearRange else {
      return [finding(.noYear(after: venue.name ?? ""), at: venue.range)]
    }
    guard let year = venue.year else {
      return [finding(.noYear(entry.string(digits)), at: digits)]
    }
    guard let name = venue.name else {
      return [finding(.noVenue(before: entry.string(digits)), at: venue.range)]
    }
    let wanted = style.write(name: name, year: year)
    let found = entry.string(venue.range)
    // The kind of apostrophe is another rule's matter, and so is what nobody sees.
    guard found.withoutInvisibles.replacingOtherApostrophes != wanted else { return [] }
    return [
      finding(
        .malformed(found, wanted: wanted),
        at: venue.range,
        fix: .replace(venue.range, with: wanted, "Write venue and year as the list does")
      )
    ]
  }
}

extension MalformedVenue {
  /// Tells whether a place is in a cell whose values are few: those are another rule's matter.
  private static func hasValues(
    _ entry: Entry,
    at gap: Range<Int>,
    in context: EntryContext
  ) -> Bool {
    zip(entry.cells, context.format.columnValues).contains { cell, values in
      cell.contains(gap.lowerBound) && values != nil
    }
  }

  /// Holds the year after a known venue against how the other entries write it; a name that is misspelt is
  /// another rule's matter, with its year.
  private func misplacedYear(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard MisspeltVenue.known(of: entry, in: context) == nil,
      let year = Self.yearAfterName(entry, in: context), let name = entry.venue?.name
    else { return [] }
    return [
      finding(
        .malformed(name + entry.string(year.range), wanted: name + year.wanted),
        at: year.range.lowerBound - name.utf8.count..<year.range.upperBound,
        fix: .replace(year.range, with: year.wanted, "Write venue and year as the list does"),
        // A space more or less takes nobody long.
        severity: year.isSpace ? .note : .warning
      )
    ]
  }

  /// What should follow a venue's name.
  struct Year {
    /// Where it is, with what stands before it.
    let range: Range<Int>
    let wanted: String
    /// Whether it is a matter of a space.
    let isSpace: Bool
  }

  /// Returns how the year after a known venue should be written, where the others write it in another way.
  static func yearAfterName(_ entry: Entry, in context: EntryContext) -> Year? {
    guard context.format.venue == nil, let style = context.format.venueYear,
      let venue = entry.venue, let name = venue.name,
      let gap = entry.venueYearGap, let digits = venue.yearRange, let year = venue.year,
      context.format.venues.name(of: name) != nil, !hasValues(entry, at: gap, in: context)
    else { return nil }
    let found = entry.string(gap)
    // How many spaces there are, and which, is another rule's matter.
    guard
      found.filter({ !$0.isWhitespace }) != style.middle.filter({ !$0.isWhitespace })
        || found.isEmpty != style.middle.isEmpty || (digits.count == 2) != style.hasShortYear
    else { return nil }
    // Names of several words have a space before the year, whatever others have.
    let isSpaced = found.allSatisfy(\.isWhitespace) && style.middle.allSatisfy(\.isWhitespace)
    guard !isSpaced || !name.contains(where: \.isWhitespace) else { return nil }
    return Year(
      range: gap.lowerBound..<digits.upperBound,
      wanted: style.write(year),
      isSpace: isSpaced && (digits.count == 2) == style.hasShortYear
    )
  }
}

extension String {
  /// The text with the apostrophes made plain for which there are rules.
  fileprivate var replacingOtherApostrophes: String {
    let others: Set<Character> = [
      "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}", "\u{B4}", "\u{FF07}",
    ]
    return String(map { others.contains($0) ? "'" : $0 })
  }
}

extension Message {
  fileprivate static func malformed(_ found: String, wanted: String) -> Message {
    "Write the venue as \(quoting: wanted), not \(quoting: found)"
  }

  fileprivate static func noYear(after name: String) -> Message {
    "Add the year after \(quoting: name)"
  }

  fileprivate static func noYear(_ digits: String) -> Message {
    "\(quoting: digits) is not a year"
  }

  fileprivate static func noVenue(before year: String) -> Message {
    "Add the venue before the year \(quoting: year)"
  }
}
