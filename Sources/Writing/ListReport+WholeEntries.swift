package import Classifier
internal import Learning
internal import ListModel
internal import Markdown
package import Rules

extension ListReport {
  /// The rules that say what an entry lacks.
  private static let lacks: Set<String> = ["missing-title", "missing-field", "missing-venue"]
  /// How many entries are written anew at most: nobody who adds so many leaves them so.
  private static let most = 25

  /// Returns the report with the whole entry offered where a contribution has an address and little else, and
  /// registries know what is there.
  package func offeringWholeEntries(knowing facts: FactTable, year: Int) -> ListReport {
    guard !facts.isEmpty, let rulebook = settings?.rulebook else { return self }
    let written = changes.filter { $0.isTouched && $0.kind == .added }.compactMap(\.head)
    let lacking = written.filter { side in
      findings.contains {
        $0.lines == side.place.lines && $0.isIntroduced && Self.lacks.contains($0.finding.rule)
      }
    }
    guard !lacking.isEmpty else { return self }
    let writer = EntryWriter(
      document,
      by: rulebook,
      year: year,
      besides: Set(written.map(\.place))
    )
    var report = self
    for side in lacking.prefix(Self.most) {
      let found = findings.filter { $0.lines == side.place.lines && $0.identity != nil }
      let worst = found.count { $0.finding.severity == .error }
      guard let known = Particulars(completing: side.entry, knowing: facts, in: document, rulebook),
        let offer = writer.replacement(for: side.place, side.entry, by: known, betterThan: worst)
      else { continue }
      let old = found.map(\.finding.rule)
      var rules: [String] = []
      for rule in old where !offer.rulesLeft.contains(rule) && !rules.contains(rule) {
        rules.append(rule)
      }
      guard !rules.isEmpty else { continue }
      report = report.offering(
        offer.text,
        insteadOf: side.place.lines,
        of: side.entry.identity,
        mending: rules
      )
    }
    return report
  }
}

extension Particulars {
  /// Takes what registries say of the paper or project that an entry names, and what the entry itself says; nil
  /// where they do not know it, or know it by another title.
  fileprivate init?(
    completing entry: Entry,
    knowing facts: FactTable,
    in document: ListDocument,
    _ rulebook: Rulebook
  ) {
    let identifiers = entry.links.compactMap { $0.url.flatMap { Identifier($0) } }
    let papers = identifiers.filter { if case .repository = $0 { false } else { true } }
    guard let identifier = papers.first ?? identifiers.first,
      var known = Particulars(identifier, knowing: facts, in: document, by: rulebook)
    else { return nil }
    if let title = entry.title, title.key != normalisedTitle(known.title ?? "") { return nil }
    if let description = entry.text(of: .description) {
      known.description = description
      known.isDescriptionMarkdown = true
    }
    known.tags = entry.tags?.tags.map(\.name) ?? []
    for link in entry.links {
      guard let url = link.url, Identifier(url) != identifier else { continue }
      let label: String
      if let own = link.label {
        label = own
      } else if case .repository? = Identifier(url) {
        label = "code"
      } else {
        continue
      }
      known.links.append(Address(label: label, url: url))
    }
    self = known
  }
}
