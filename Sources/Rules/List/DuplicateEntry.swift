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
    let papers = (index.papers(entry.identity) + (key.isEmpty ? [] : index.papers(titled: key)))
      .filter { $0.place != context.place }
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
    let pages = entry.page.map { index.papers(of: $0) } ?? []
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
    Set(papers.map(\.place)).subtracting(context.list.contributed).filter {
      $0.section == context.place.section
    }
  }

  /// Returns the first entry beside which the judged one is the duplicate.
  private func first(
    of papers: [PaperIndex.Paper],
    in context: EntryContext,
    isSameSection: Bool
  ) -> PaperIndex.Paper? {
    papers.filter { paper in
      paper.place != context.place
        && (!isSameSection || paper.place.section == context.place.section)
        && context.list.answers(for: context.place, beside: paper.place)
        && (!isSameSection
          || !context.document.hasTopic(between: paper.place, and: context.place))
    }
    .min { $0.place.lines.lowerBound < $1.place.lines.lowerBound }
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
