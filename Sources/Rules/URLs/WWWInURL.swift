package import ListModel

/// Reports `www.` before a host whose own addresses have none.
package struct WWWInURL: EntryRule {
  package static let description = RuleDescription(
    id: "www-in-url",
    summary: "An address has 'www.' before a host that does not use it.",
    rationale:
      "The host redirects every reader to the address without it, and duplicates are harder to spot with both forms in the list.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](1️⃣https://www.github.com/dvlab-research/LISA)]",
        "Write 'github.com' without 'www.'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      guard let url = link.url, let range = link.urlRange, !isPlaceholder(url) else { return nil }
      let address = link.address ?? WebAddress(url)
      guard address.hasWWW, link.arXiv == nil, context.rulebook.hosts.isWithoutWWW(address),
        let www = url.utf8.firstRange(of: "www.".utf8)
      else { return nil }
      let start = range.lowerBound + url.utf8.distance(from: url.startIndex, to: www.lowerBound)
      return finding(
        .www(address.host),
        at: range,
        fix: .replace(start..<start + 4, with: "", "Remove www.")
      )
    }
  }
}

extension Message {
  fileprivate static func www(_ host: String) -> Message {
    "Write \(quoting: host) without 'www.'"
  }
}
