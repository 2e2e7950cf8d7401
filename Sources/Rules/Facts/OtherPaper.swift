package import ListModel
internal import Text

/// Reports arXiv identifiers that belong to another paper.
package struct OtherPaper: FactRule {
  package static let description = RuleDescription(
    id: "other-paper",
    summary: "The arXiv identifier belongs to a paper with a different title and first author.",
    rationale:
      "Readers who follow the link get the wrong paper. A correction is offered only if another link in the entry, or a bibliography by title and first author, identifies the paper for certain.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        knowing: .lisaAndAttention
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](1️⃣https://arxiv.org/abs/2306.03762)]",
        "arXiv 2306.03762 is a different paper: 'Attention Is All You Need' by 'Ashish Vaswani'",
        knowing: .lisaAndAttention
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](1️⃣https://arxiv.org/abs/2306.03762)] | [[project](https://huggingface.co/papers/2308.00692)]",
        "arXiv 2306.03762 is a different paper: 'Attention Is All You Need' by 'Ashish Vaswani'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[project](https://huggingface.co/papers/2308.00692)]",
        knowing: .lisaAndAttention
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard entry.title != nil else { return [] }
    let preprints = context.list.facts.preprints
    // Of an entry with several papers one is its own, and the others are as they are.
    let papers = entry.links.compactMap { link -> (link: Link, id: ArXivID, preprint: Preprint)? in
      guard let id = link.arXiv, let preprint = preprints[id]?.value else { return nil }
      return (link, id, preprint)
    }
    func isOwn(_ preprint: Preprint) -> Bool {
      entry.isSamePaper(title: preprint.title, author: preprint.authors.first ?? "")
    }
    guard let first = papers.first, case .arXiv(let id) = entry.identity, first.id == id,
      !isOwn(first.preprint), let range = first.link.urlRange
    else { return [] }
    // Where the list's words are in the title, it may be the paper under another title.
    guard !entry.sharesWords(with: first.preprint.title) else { return [] }
    let others = Set(papers.filter { isOwn($0.preprint) }.map(\.id))
    var fix: Fix?
    let right = others.isEmpty ? context.listedPreprint(of: entry) : others.first
    if others.count < 2, let right, right != id, let url = first.link.url,
      url.contains(id.description)
    {
      let address = url.replacingFirst(id.description, with: right.description)
      fix = .replace(range, with: address, "Link the paper itself", .needsReview)
    }
    return [finding(.otherPaper(id, first.preprint), at: range, fix: fix)]
  }
}

extension EntryContext {
  /// Returns the paper that the bibliographies have under the entry's title and first author; nil where they have
  /// several, or the list does not say who wrote it.
  fileprivate func listedPreprint(of entry: Entry) -> ArXivID? {
    let author = entry.firstAuthor
    guard !author.isEmpty else { return nil }
    let listed = entry.titleKeys.lazy.compactMap { list.facts.listedPreprints[$0] }.first ?? []
    let ids = Set(listed.filter { TitleKey.names(author, include: $0.author) }.map(\.id))
    return ids.count == 1 ? ids.first : nil
  }
}

extension Entry {
  /// Tells whether half of the longer words of its title are in another.
  fileprivate func sharesWords(with title: String) -> Bool {
    func words(_ text: String) -> Set<String> {
      Set(VenueReader.words(text).split(separator: " ").map(String.init).filter { $0.count > 3 })
    }
    let own = words(fullTitle + " " + (text(of: .name) ?? ""))
    guard !own.isEmpty else { return true }
    let key = TitleKey.key(of: fullTitle)
    if key.utf8.count >= 4, TitleKey.key(of: title).contains(key) { return true }
    return own.intersection(words(title)).count * 2 >= min(own.count, words(title).count)
  }
}

extension String {
  fileprivate func replacingFirst(_ text: String, with other: String) -> String {
    guard let range = firstRange(of: text) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}

extension Message {
  fileprivate static func otherPaper(_ id: ArXivID, _ preprint: Preprint) -> Message {
    "arXiv \(id.description) is a different paper: \(quoting: preprint.title) by \(quoting: preprint.authors.first ?? "nobody")"
  }
}
