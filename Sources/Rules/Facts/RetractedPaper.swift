package import ListModel
internal import Text

/// Reports papers that were retracted.
package struct RetractedPaper: FactRule {
  package static let description = RuleDescription(
    id: "retracted-paper",
    summary: "The paper was retracted.",
    rationale: "According to Crossref, its publisher no longer stands by it.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** Segmenting All. CVPR'2024. [[paper](https://doi.org/10.1000/sound)]",
        knowing: .twoWorks
      ),
      .reported(
        "- **`[ReferIS]`** Segmenting Nothing. CVPR'2024. [[paper](1️⃣https://doi.org/10.1000/retracted)]",
        "The paper was retracted, says Crossref under '10.1000/retracted'",
        knowing: .twoWorks
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let doi = entry.doi ?? context.authorsDOI(of: entry),
      let work = context.list.facts.works[doi]?.value, work.isRetracted,
      TitleKey.agree(work.title, entry.fullTitle) || work.title.lowercased().contains("retract")
    else { return [] }
    let range =
      entry.links.first { link in
        link.address.flatMap { Identity($0) } == .doi(doi) || link.arXiv != nil
      }?.urlRange ?? entry.title?.range ?? 0..<0
    return [finding("The paper was retracted, says Crossref under \(quoting: doi)", at: range)]
  }
}

extension EntryContext {
  /// The DOI that the authors name on arXiv.
  fileprivate func authorsDOI(of entry: Entry) -> String? {
    guard case .arXiv(let id) = entry.identity else { return nil }
    return list.facts.preprints[id]?.value.flatMap { $0.doi.isEmpty ? nil : $0.doi }
  }
}
