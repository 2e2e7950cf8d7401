package import ListModel

/// Reports a paper that stands in its section already.
package struct DuplicateEntry: EntryRule {
  package static let description = RuleDescription(
    id: "duplicate-entry",
    summary: "The same paper stands twice in a section.",
    rationale:
      "A list counts each paper once; the second entry is most often an older or newer version of the first.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n",
        in: .file
      ),
      .reported(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n- **`[ReferIS]`** 1️⃣LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n",
        "the paper stands on line 3 already",
        fixed:
          "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n",
        in: .file
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let index = context.list.index
    let key = entry.titleKey
    let papers =
      index.papers(entry.identity, near: context.place)
      + (key.isEmpty ? [] : index.papers(titled: key, near: context.place))
    let same = papers.filter { $0.titleKey == key || isAlike($0.titleKey, key) }
    // Where every paper stands once, another section is no excuse.
    if let first = first(of: same, in: context, isSameSection: true) {
      let isCustom = index.isRepeating || oldPlaces(of: same, in: context).count > 1
      let isUnsure = isCustom || leadsElsewhere(entry, than: first, in: context.document)
      return [
        report(
          entry,
          beside: first,
          in: context,
          Message.duplicate(ofLine:),
          severity: isUnsure ? .warning : nil,
          canGo: !isCustom
        )
      ]
    }
    if index.isSingle, let first = first(of: same, in: context, isSameSection: false),
      // `Education` can be a page of every topic.
      entry.isNamedAtLength || !leadsElsewhere(entry, than: first, in: context.document)
    {
      return [
        report(entry, beside: first, in: context, Message.duplicate(ofLine:), severity: .warning)
      ]
    }
    let pages = entry.page.map { index.papers(of: $0, near: context.place) } ?? []
    guard let first = first(of: pages, in: context, isSameSection: !index.isSingle) else {
      return []
    }
    return [
      report(entry, beside: first, in: context, Message.samePage(asLine:), severity: .warning)
    ]
  }

  /// Tells whether nothing but the title says that two are one, and it leads to another page in each, as
  /// those of two courses do.
  private func leadsElsewhere(
    _ entry: Entry,
    than other: PaperIndex.Paper,
    in document: ListDocument
  ) -> Bool {
    switch (entry.identity, other.identity) {
    case (.title, _):
      if let page = entry.page, let there = other.page { return page != there }
      let pages = Set(entry.pages)
      let others = document.fields(at: other.place).pages
      return !pages.isEmpty && !others.isEmpty && pages.isDisjoint(with: others)
    // Two numbers of one register are two papers, whatever they are called.
    case (.arXiv(let id), .arXiv(let there)): return id != there
    case (.doi(let id), .doi(let there)): return id != there
    default: return false
    }
  }

  /// Returns where papers stood in the section before the contribution.
  private func oldPlaces(
    of papers: [PaperIndex.Paper],
    in context: EntryContext
  ) -> Set<EntryPlace> {
    let places = papers.lazy.map(\.place).filter { place in
      place.section == context.place.section && !context.list.contributed.contains(place)
    }
    return Set(places)
  }

  /// Returns the first entry beside which the judged one is the duplicate.
  private func first(
    of papers: [PaperIndex.Paper],
    in context: EntryContext,
    isSameSection: Bool
  ) -> PaperIndex.Paper? {
    let place = context.place
    let papers = papers.filter { paper in
      (!isSameSection || paper.place.section == place.section)
        && context.list.answers(for: place, beside: paper.place)
    }
    .sorted { $0.place.lines.lowerBound < $1.place.lines.lowerBound }
    guard isSameSection else { return papers.first }
    let before = papers.prefix { $0.place.lines.lowerBound < place.lines.lowerBound }
    return context.firstOfTopic(among: before)
      ?? context.firstBelow(among: papers.dropFirst(before.count))
  }

  private func report(
    _ entry: Entry,
    beside other: PaperIndex.Paper,
    in context: EntryContext,
    _ message: (Int) -> Message,
    severity: Severity?,
    canGo: Bool = true
  ) -> Finding {
    let line = other.place.lines.lowerBound
    let all = 0..<entry.text.count
    let kept = wordCounts(Array(context.document.bytes(of: other.place)))
    // What the other entry says as well is not lost.
    let isCovered = wordCounts(entry.text).allSatisfy { $0.value <= kept[$0.key, default: 0] }
    return finding(
      message(line),
      at: entry.title?.range ?? all,
      fix: isCovered && canGo ? .replace(all, with: "", "Remove the entry", .needsReview) : nil,
      severity: severity,
      relatedLine: line
    )
  }
}

extension EntryContext {
  /// Returns the first of some entries above the judged one that no topic parts from it.
  fileprivate func firstOfTopic(
    among papers: ArraySlice<PaperIndex.Paper>
  ) -> PaperIndex.Paper? {
    let indentation = document.text.indentation(of: place.lines.lowerBound)
    var first: PaperIndex.Paper?
    for paper in papers.reversed() {
      let next = first?.place ?? place
      if document.hasTopic(between: paper.place, and: next, above: indentation) { break }
      first = paper
    }
    return first
  }

  /// Returns the first of some entries below the judged one that no topic parts from it.
  fileprivate func firstBelow(among papers: ArraySlice<PaperIndex.Paper>) -> PaperIndex.Paper? {
    papers.first { paper in
      let indentation = document.text.indentation(of: paper.place.lines.lowerBound)
      return !document.hasTopic(between: place, and: paper.place, above: indentation)
    }
  }
}

extension Entry {
  /// Whether its title has so many words that no other has it by chance.
  fileprivate var isNamedAtLength: Bool {
    title.map { $0.text.split(separator: " ").count > 3 } ?? false
  }

  /// The pages that its links lead to.
  fileprivate var pages: [String] { links.compactMap { $0.address?.pageKey.lowercased() } }
}

extension Message {
  fileprivate static func duplicate(ofLine line: Int) -> Message {
    "the paper stands on line \(line) already"
  }

  fileprivate static func samePage(asLine line: Int) -> Message {
    "the title leads to the same page as that on line \(line)"
  }
}
