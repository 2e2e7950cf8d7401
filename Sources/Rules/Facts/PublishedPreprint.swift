package import ListModel
internal import Text

/// Reports entries that call themselves preprints and have been published.
package struct PublishedPreprint: FactRule {
  package static let description = RuleDescription(
    id: "published-preprint",
    summary: "The entry is listed as a preprint, but the paper has been published.",
    rationale:
      "Readers cite the venue that a list gives, and look for a paper where it was published after review. This rule needs `--online` or a bibliography. It offers the venue only when it is certain: Crossref confirms the authors' DOI, a bibliography has the same title and first author, or two sources agree.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        knowing: .lisa
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. 1️⃣arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]",
        "The paper was published at 'CVPR 2024', according to 'published.bib' under 'DBLP:conf/cvpr/LaiTCLYLJ24'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        knowing: .lisa
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. 1️⃣arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]",
        "The paper may have been published at 'CVPR 2024': so far only 'Semantic Scholar' says so",
        knowing: .lisaByOne
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let reader = VenueReader(context.rulebook.venues)
    guard let venue = entry.venue, let name = venue.name, reader.isPreprint(name),
      let proof = context.publicationProof(of: entry)
    else { return [] }
    let publication = proof.publication
    let named = reader.publications(in: entry.string(venue.range))
    let said = named.union(entry.links.compactMap(\.label).flatMap(reader.publications))
    // It says already where that was, beside the preprint.
    guard said.isDisjoint(with: reader.publications(in: publication.venue)),
      !said.contains(publication.venue)
    else { return [] }
    guard proof.isCertain else {
      return [finding(.perhaps(publication), at: venue.range, severity: .note)]
    }
    return [
      finding(
        .published(publication),
        at: entry.dateOfVenue.map { venue.range.lowerBound..<$0.upperBound } ?? venue.range,
        // What names another venue beside the preprint is for a person to weigh.
        fix: named.isEmpty ? context.fix(publication, entry) : nil
      )
    ]
  }
}

extension EntryContext {
  /// Returns the edits that write venue and year as this list does; nil where that is not certain.
  fileprivate func fix(_ publication: Publication, _ entry: Entry) -> Fix? {
    guard let year = publication.year, let venue = entry.venue, let nameRange = venue.nameRange,
      publication.kind == .conference || publication.kind == .journal
    else { return nil }
    let name = list.venueHabits.spelling(of: publication.venue)
    let summary = "Write where the paper was published"
    if let date = entry.dateOfVenue {
      return Fix(
        summary,
        .needsReview,
        edits: [Fix.Edit(nameRange, name), Fix.Edit(date, String(year))]
      )
    }
    let forms = [
      format.venue?.write(name: name, year: year),
      list.venueHabits.form(in: place.section)?.write(name, year),
      entry.venueForm?.write(name, year),
    ]
    // Where the entry has a year, one stays, as in `arXiv:1502.05698(2015)`.
    let text = forms.lazy.compactMap(\.self).first { form in
      venue.year == nil || form.contains(String(year).suffix(2))
    }
    return text.map { .replace(venue.range, with: $0, summary, .needsReview) }
  }
}

extension Entry {
  /// The year that stands by itself after the venue, where the venue has none: `arXiv (2023)`.
  fileprivate var dateOfVenue: Range<Int>? {
    guard let venue, venue.yearRange == nil else { return nil }
    return texts.lazy.filter { $0.field == .date }.map(\.range).first { date in
      date.count == 4 && string(date).year != nil && venue.range.upperBound <= date.lowerBound
        && !text[venue.range.upperBound..<date.lowerBound].contains(where: \.isWord)
    }
  }
}

extension Message {
  fileprivate static func published(_ publication: Publication) -> Message {
    "The paper was published at \(quoting: publication.text), according to \(quoting: publication.source) under \(quoting: publication.place)"
  }

  fileprivate static func perhaps(_ publication: Publication) -> Message {
    "The paper may have been published at \(quoting: publication.text): so far only \(quoting: publication.source) says so"
  }
}
