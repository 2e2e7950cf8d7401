package import ListModel

/// Reports the address of a paper on arXiv in another form than the list's.
package struct NonCanonicalArXivURL: EntryRule {
  package static let description = RuleDescription(
    id: "non-canonical-arxiv-url",
    summary: "A paper on arXiv is linked in another form than the list's.",
    rationale:
      "One paper has many addresses on arXiv; with one form, duplicates show and readers get the page that leads to all versions.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣http://www.arxiv.org/pdf/2308.00692v2.pdf)]",
        "the address of this paper is 'https://arxiv.org/abs/2308.00692'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣https://www.alphaxiv.org/abs/2308.00692)]",
        "the address of this paper is 'https://arxiv.org/abs/2308.00692'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      guard let url = link.url, let range = link.urlRange, !isPlaceholder(url) else { return nil }
      let address = WebAddress(url)
      // A broken scheme is another rule's matter.
      guard let id = ArXivID(address), ["http", "https"].contains(address.scheme) else {
        return nil
      }
      let isArXiv = address.host == "arxiv.org" || address.host == "export.arxiv.org"
      guard isArXiv || link.kind == LinkLabels.paper else { return nil }
      let canonical = canonical(id, address, isArXiv, context.rulebook.arXivForm)
      guard canonical != url else { return nil }
      let loses = id.version != nil || !isArXiv
      return finding(
        .other(canonical),
        at: range,
        fix: .replace(
          range,
          with: canonical,
          "Use the canonical arXiv URL",
          loses ? .needsReview : .safe
        )
      )
    }
  }
}

private func canonical(
  _ id: ArXivID,
  _ address: WebAddress,
  _ isArXiv: Bool,
  _ form: Rulebook.ArXivForm
) -> String {
  switch form {
  case .abs: "https://arxiv.org/abs/\(id)"
  case .pdf: "https://arxiv.org/pdf/\(id)"
  case .any: isArXiv ? "https://arxiv.org\(address.path)" : address.string
  }
}

extension Message {
  fileprivate static func other(_ canonical: String) -> Message {
    "the address of this paper is \(quoting: canonical)"
  }
}
