package import ListModel
internal import Parsing
internal import Text

/// Reports an identifier of arXiv or OpenReview that stands under two titles.
package struct ConflictingTitle: EntryRule {
  package static let description = RuleDescription(
    id: "conflicting-title",
    summary: "The same arXiv or OpenReview identifier is given for two titles.",
    rationale:
      "One of the two links opens the wrong paper, usually because a line was copied as a starting point.",
    fixes: .never,
    examples: [
      .accepted(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n",
        in: .file
      ),
      .reported(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](1️⃣https://arxiv.org/abs/2308.00692)]\n",
        "arXiv 2308.00692 is on line 3 under the title 'LISA: Reasoning Segmentation': check the link and the title",
        in: .file
      ),
      .reported(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://openreview.net/forum?id=ySQH0oDyp7)]\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](1️⃣https://openreview.net/forum?id=ySQH0oDyp7)]\n",
        "OpenReview ySQH0oDyp7 is on line 3 under the title 'LISA: Reasoning Segmentation': check the link and the title",
        in: .file
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let id = paperID(entry.identity), let title = entry.title, !entry.titleKey.isEmpty
    else { return [] }
    let papers = context.list.index.papers(entry.identity, near: context.place)
    let others = papers.filter { paper in
      !paper.titleKey.isEmpty
        && context.list.answers(for: context.place, beside: paper.place)
        && !isAlike(paper.titleKey, entry.titleKey)
    }
    // What is a link's label is not a title, however an entry was read.
    let labels = context.format.links.labels
    guard let first = others.first(where: { labels.name(of: $0.title) == nil }),
      labels.name(of: title.text) == nil, !isNames(first.title), !isNames(title.text)
    else { return [] }
    let line = first.place.lines.lowerBound
    let url = entry.links.first { isOfPaper($0, entry.identity) }
    // A model's row, a line of news or a citation names the paper that it is about; only a paper has a title.
    guard entry.isTitledAtLength, wordList(Array(first.title.utf8)).count >= 3,
      url.map({
        entry.titleLink.map { isOfPaper(entry.links[$0], entry.identity) } ?? false
          || !entry.isInText($0)
      })
        ?? true,
      !entry.isNamedAsRepository, !holdsOthers(context.place, in: context.document),
      !holdsOthers(first.place, in: context.document),
      !context.document.fields(at: first.place).isNamedAsRepository
    else { return [] }
    return [
      finding(
        .conflicting(id, line: line, title: first.title),
        at: url?.urlRange ?? 0..<entry.text.count,
        relatedLine: line
      )
    ]
  }
}

/// Words at the end of headings below which things have names of their own, whatever the papers about them are called.
private let things: Set<String> = [
  "benchmark", "benchmarks", "challenge", "challenges", "dataset", "datasets", "libraries",
  "library", "software", "toolbox", "toolboxes", "tools",
]

/// Tells whether an entry stands in a section of what papers are about.
private func holdsOthers(_ place: EntryPlace, in document: ListDocument) -> Bool {
  document.section(of: place).path.contains { heading in
    wordList(Array(heading.utf8)).last.map { things.contains($0.lowercased()) } ?? false
  }
}

/// Returns what the identifier of one paper is called; nil for any other: a DOI may be that of a volume.
private func paperID(_ identity: Identity) -> String? {
  switch identity {
  case .arXiv(let id): "arXiv \(id)"
  case .openReview(let id): "OpenReview \(id)"
  case .doi, .title, .none: nil
  }
}

private func isOfPaper(_ link: Link, _ identity: Identity) -> Bool {
  link.url.flatMap { Identity(WebAddress($0)) } == identity
}

extension Entry {
  /// Whether its title has as many words as that of a paper, and not the name of a model alone.
  fileprivate var isTitledAtLength: Bool {
    title.map { wordList(Array($0.text.utf8)).count >= 3 } ?? false
  }
}

extension Entry {
  /// Whether its title is the name of a repository that it links to, which is not that of the paper.
  fileprivate var isNamedAsRepository: Bool {
    links.contains { link in
      guard let address = link.address, address.pathComponents.count == 2 else { return false }
      return address.pathComponents[1].lowercased().filter { $0.isLetter || $0.isNumber }
        == titleKey
    }
  }
}

/// Tells whether a text is a list of people, of whom each has two to four names.
private func isNames(_ text: String) -> Bool {
  let people = text.replacing(" and ", with: ", ").split(separator: ",")
    .map { $0.split(separator: " ") }.filter { !$0.isEmpty }
  return people.count > 1
    && people.allSatisfy { names in
      (2...4).contains(names.count) && names.allSatisfy { $0.first?.isUppercase ?? false }
    }
}

extension Message {
  fileprivate static func conflicting(_ id: String, line: Int, title: String) -> Message {
    let name = title.prefix { !$0.isNewline }
    return
      "\(id) is on line \(line) under the title \(quoting: name): check the link and the title"
  }
}
