package import ListModel
internal import Parsing
internal import Text

/// Reports a paper that stands in its section already, or in another one of a list that has each paper once.
package struct DuplicateEntry: EntryRule {
  package static let description = RuleDescription(
    id: "duplicate-entry",
    summary: "The same paper appears twice in a section, or in a list that has each paper once.",
    rationale:
      "A section should list each paper once; usually, one entry is an older version of the other. A paper in two sections is worth a look where hardly any other is.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n",
        in: .file
      ),
      .reported(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n- **`[ReferIS]`** 1️⃣LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n",
        "Remove this paper: it is already on line 3",
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
    // `Code: None` is a line about something else.
    if !entry.links.contains(where: { $0.url != nil }), !entry.isNamedAtLength { return [] }
    // What is a link's label is not a title, however an entry was read.
    if let title = entry.title, context.format.links.labels.name(of: title.text) != nil {
      return []
    }
    // Rows that are numbered alike, or two works of one person, are not one thing.
    let same =
      key.utf8.allSatisfy(\.isDigit)
      ? []
      : index.papers(like: entry, near: context.place)
        .filter { $0.titleKey == key || isAlike($0.titleKey, key) }
    // Where every paper stands once, another section is not an excuse.
    if let first = first(of: same, in: context, isSameSection: true) {
      let isCustom = index.isRepeating || oldPlaces(of: same, in: context).count > 1
      return [repetition(entry, of: first, in: context, isSure: !isCustom)]
    }
    if index.isSingle, let first = first(of: same, in: context, isSameSection: false),
      // Who brings a paper twice, in two sections, means it.
      first.place.section == context.place.section
        || !context.list.contributed.contains(first.place),
      // `Education` can be a page of every topic.
      entry.isNamedAtLength || !leadsElsewhere(entry, than: first, in: context.document)
    {
      guard first.place.section == context.place.section else {
        return [elsewhere(entry, beside: first, in: context, .warning)]
      }
      return [repetition(entry, of: first, in: context, isSure: false, canGo: true)]
    }
    if let copy = copyElsewhere(of: entry, among: same, in: context) { return [copy] }
    let pages = entry.page.map { index.papers(of: $0, near: context.place) } ?? []
    guard let first = first(of: pages, in: context, isSameSection: !index.isSingle) else {
      return []
    }
    return [
      report(entry, beside: first, in: context, Message.samePage(asLine:), severity: .warning)
    ]
  }

  /// Reports an entry that says the same as another, or has only its name; `canGo` tells whether it can be
  /// removed.
  private func repetition(
    _ entry: Entry,
    of other: PaperIndex.Paper,
    in context: EntryContext,
    isSure: Bool,
    canGo: Bool? = nil
  ) -> Finding {
    if leadsElsewhere(entry, than: other, in: context.document) {
      return namesake(entry, of: other, in: context)
    }
    let isCopy = context.document.bytes(of: other.place).elementsEqual(entry.text)
    let there = isCopy ? entry : context.document.fields(at: other.place)
    return report(
      entry,
      beside: other,
      in: context,
      { line in
        .duplicate(
          ofLine: line,
          isPaper: entry.isPaper,
          here: isCopy ? nil : entry.links(missingFrom: there).first,
          there: isCopy ? nil : there.links(missingFrom: entry).first,
          isClear: context.document.says(entry, at: other.place)
            || other.place.section == context.place.section && entry.hasVenue(of: there)
        )
      },
      severity: isSure ? nil : .warning,
      canGo: canGo ?? isSure
    )
  }

  /// Reports an entry that stands in another section with the same title and address, where few do; as a note, for
  /// it can be meant.
  private func copyElsewhere(
    of entry: Entry,
    among same: [PaperIndex.Paper],
    in context: EntryContext
  ) -> Finding? {
    guard context.list.index.isMostlySingle,
      let first = first(
        of: same.filter { $0.identity == entry.identity && $0.titleKey == entry.titleKey },
        in: context,
        isSameSection: false
      ), first.place.section != context.place.section,
      !leadsElsewhere(entry, than: first, in: context.document)
    else { return nil }
    return elsewhere(entry, beside: first, in: context, .note)
  }

  /// Reports an entry that stands in another section as well: whether it belongs in both is for a person to say.
  private func elsewhere(
    _ entry: Entry,
    beside other: PaperIndex.Paper,
    in context: EntryContext,
    _ severity: Severity
  ) -> Finding {
    if leadsElsewhere(entry, than: other, in: context.document) {
      return namesake(entry, of: other, in: context)
    }
    let section = context.document.section(of: other.place).name
    return report(
      entry,
      beside: other,
      in: context,
      { .elsewhere(onLine: $0, isPaper: entry.isPaper, section: section) },
      severity: severity,
      canGo: false
    )
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
    case (.openReview(let id), .openReview(let there)): return id != there
    default: return false
    }
  }

  /// Reports an entry of the same name with another address: two things, unless all else that it says is said
  /// there as well.
  private func namesake(
    _ entry: Entry,
    of other: PaperIndex.Paper,
    in context: EntryContext
  ) -> Finding {
    let line = other.place.lines.lowerBound
    let (own, there) = (entry.prosaicWords, context.document.fields(at: other.place).prosaicWords)
    let isCopy = own.count > 5 && own.sharesMost(with: there)
    return finding(
      isCopy ? .copy(ofLine: line) : .namesake(onLine: line),
      at: entry.title?.range ?? 0..<entry.text.count,
      severity: isCopy ? .warning : .note,
      relatedLine: line
    )
  }

  /// Returns where papers stood in the section before the contribution.
  private func oldPlaces(
    of papers: [PaperIndex.Paper],
    in context: EntryContext
  ) -> [EntryPlace] {
    papers.map(\.place).filter { place in
      place.section == context.place.section && !context.list.contributed.contains(place)
    }
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
    return finding(
      message(line),
      at: entry.title?.range ?? all,
      fix: canGo && context.document.says(entry, at: other.place)
        ? .replace(all, with: "", "Remove the entry", .needsReview) : nil,
      severity: severity,
      relatedLine: line
    )
  }
}

extension ListDocument {
  /// Tells whether the entry at a place says all that another says, so that nothing of that is lost.
  fileprivate func says(_ entry: Entry, at place: EntryPlace) -> Bool {
    let own = bytes(of: place)
    if own.elementsEqual(entry.text) { return true }
    let kept = wordCounts(Array(own))
    return wordCounts(entry.text).allSatisfy { $0.value <= kept[$0.key, default: 0] }
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
      if list.topics.divide(paper.place, from: next, above: indentation) { break }
      first = paper
    }
    return first
  }

  /// Returns the first of some entries below the judged one that no topic parts from it.
  fileprivate func firstBelow(among papers: ArraySlice<PaperIndex.Paper>) -> PaperIndex.Paper? {
    papers.first { paper in
      let indentation = document.text.indentation(of: paper.place.lines.lowerBound)
      return !list.topics.divide(place, from: paper.place, above: indentation)
    }
  }
}

extension Entry {
  /// Whether its title has so many words that no other has it by chance.
  fileprivate var isNamedAtLength: Bool {
    title.map { $0.text.split(separator: " ").count > 3 } ?? false
  }

  /// Whether it is about a paper, as far as its fields say so.
  fileprivate var isPaper: Bool {
    if case .title = identity { return venue != nil || has(.authors) }
    return true
  }

  /// Whether it appeared where and when another says that it did.
  fileprivate func hasVenue(of other: Entry) -> Bool {
    venue?.name == other.venue?.name && venue?.year == other.venue?.year
  }

  /// The words that it says, without those of its addresses.
  fileprivate var prosaicWords: [String] {
    var text = text
    for range in links.compactMap(\.urlRange).sorted(by: { $0.lowerBound > $1.lowerBound })
    where range.upperBound <= text.count {
      text.replaceSubrange(range, with: [.space])
    }
    return wordList(text)
  }
}
