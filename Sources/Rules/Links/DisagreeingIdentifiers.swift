package import ListModel
internal import Text

/// Reports an entry that names one paper on arXiv and links to another.
package struct DisagreeingIdentifiers: EntryRule {
  package static let description = RuleDescription(
    id: "disagreeing-identifiers",
    summary: "An entry names two arXiv identifiers where it is about one paper.",
    rationale:
      "One of the two belongs to another paper, so that some readers get to the wrong one.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning\n  - Code: [official](https://github.com/dvlab-research/LISA)",
        in: .nested
      ),
      .reported(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning\n  - Code: [official](1️⃣https://arxiv.org/abs/2308.00693)",
        "This link leads to arXiv 2308.00693, but the title to 2308.00692: correct one of them",
        in: .nested
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let papers = entry.links.enumerated().filter { index, link in
      link.arXiv != nil && (index == entry.titleLink || !entry.mentions(link))
    }
    .map(\.element)
    guard let first = papers.first?.arXiv?.description else { return [] }
    let others = Set(papers.compactMap { $0.arXiv?.description }).subtracting([first])
    if let titleLink = entry.titleLink, entry.links[titleLink].arXiv?.description == first {
      // Of several each has a reason to be there: a version, another part.
      guard others.count == 1, let other = papers.first(where: { $0.arXiv?.description != first }),
        let range = other.urlRange
      else { return [] }
      return [finding(.links(to: others.first ?? "", title: first), at: range)]
    }
    guard others.isEmpty else { return [] }
    let named = entry.namedPapers
    guard Set(named.map(\.id)).count == 1, let paper = named.first, paper.id != first else {
      return []
    }
    return [finding(.names(paper.id, link: first), at: paper.range)]
  }
}

extension Entry {
  /// Tells whether a link stands in a sentence; what stands below the entry is its own.
  fileprivate func mentions(_ link: Link) -> Bool {
    texts.contains { $0.field != .details && $0.range.contains(link.range.lowerBound) }
  }

  /// The identifiers that stand in its text as `arXiv:2308.00692`, outside of links and of what describes it.
  fileprivate var namedPapers: [(id: String, range: Range<Int>)] {
    let others =
      links.map(\.range)
      + texts.filter { $0.field == .description || $0.field == .details }.map(\.range)
    var papers: [(id: String, range: Range<Int>)] = []
    var index = 0
    while let colon = text.first(UInt8(ascii: ":"), in: index..<text.count) {
      index = colon + 1
      guard colon >= 5, text.matchesIgnoringCase("arxiv", at: colon - 5) else { continue }
      var start = colon + 1
      while start < text.count, text[start] == .space { start += 1 }
      var end = start
      while end < text.count, text[end].isDigit || text[end] == UInt8(ascii: ".") { end += 1 }
      while end > start, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
      let range = start..<end
      guard !others.contains(where: { $0.overlaps(colon..<end) }),
        let id = ArXivID(string(range)), id.description.utf8.contains(UInt8(ascii: "."))
      else { continue }
      papers.append((id.description, range))
    }
    return papers
  }
}

extension [UInt8] {
  /// Tells whether a word in small letters stands at an offset, in whatever case.
  fileprivate func matchesIgnoringCase(_ word: StaticString, at start: Int) -> Bool {
    let end = start + word.utf8CodeUnitCount
    return start >= 0 && end <= count
      && String(decoding: self[start..<end], as: UTF8.self).lowercased() == "\(word)"
  }
}

extension Message {
  fileprivate static func links(to id: String, title: String) -> Message {
    "This link leads to arXiv \(id), but the title to \(title): correct one of them"
  }

  fileprivate static func names(_ id: String, link: String) -> Message {
    "The entry names arXiv \(id), but links to \(link): correct one of them"
  }
}
