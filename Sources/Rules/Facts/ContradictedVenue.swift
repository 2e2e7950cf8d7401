package import ListModel
internal import Text

/// Reports venues that two sources contradict.
package struct ContradictedVenue: FactRule {
  package static let description = RuleDescription(
    id: "contradicted-venue",
    summary: "Two sources say that the paper appeared at a different venue.",
    rationale:
      "People cite papers as a list gives them. Any one source can be wrong, so this is reported only if two agree.",
    severity: .note,
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        knowing: .lisaByTwo
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. 1️⃣ICCV'2023. [[paper](https://arxiv.org/abs/2308.00692)]",
        "2 sources say that the paper appeared at 'CVPR 2024', one of them 'published.bib' under 'DBLP:conf/cvpr/LaiTCLYLJ24'",
        knowing: .lisaByTwo
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let venues = context.rulebook.venues
    guard let venue = entry.venue, let name = venue.name, let known = venues.name(of: name),
      !VenueReader(venues).isPreprint(name), venues.kind(of: name) != .workshop,
      let proof = context.publicationProof(of: entry), proof.count > 1
    else { return [] }
    let publication = proof.publication
    let isVenue =
      VenueReader(venues).venue(name)?.name.lowercased() == publication.venue.lowercased()
      || known.lowercased().contains(publication.venue.lowercased())
      || publication.venue.lowercased().contains(known.lowercased())
    let distance = (venue.year ?? publication.year ?? 0) - (publication.year ?? venue.year ?? 0)
    guard !isVenue || abs(distance) > (publication.kind == .journal ? 1 : 0) else { return [] }
    return [finding(.contradicted(publication, proof.count), at: venue.range)]
  }
}

extension Message {
  fileprivate static func contradicted(_ publication: Publication, _ count: Int) -> Message {
    "\(count) sources say that the paper appeared at \(quoting: publication.text), one of them \(quoting: publication.source) under \(quoting: publication.place)"
  }
}
