package import ListModel

/// Reports the address of a paper on arXiv in another form than the list's.
package struct NonCanonicalArXivURL: EntryRule {
  package static let description = RuleDescription(
    id: "non-canonical-arxiv-url",
    summary: "The link to an arXiv paper is not in the form that the list uses.",
    rationale:
      "A paper has many addresses on arXiv; using one form makes duplicates visible and takes readers to the page that leads to all versions.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣http://www.arxiv.org/pdf/2308.00692v2.pdf)]",
        "Link this paper as 'https://arxiv.org/abs/2308.00692'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣https://www.alphaxiv.org/abs/2308.00692)]",
        "Link this paper as 'https://arxiv.org/abs/2308.00692'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      guard let id = link.arXiv, let url = link.url, let range = link.urlRange,
        let address = link.address, ["http", "https"].contains(address.scheme),
        // A figure of the paper's has its address there.
        !link.isImage || link.label != nil
      else {
        // A broken scheme is another rule's matter.
        return nil
      }
      let isArXiv =
        address.host == "xxx.lanl.gov"
        || address.host.hasSuffix("arxiv.org") && !address.host.hasPrefix("ar5iv")
      guard isArXiv || link.kind == LinkLabels.paper else { return nil }
      let canonical = canonical(id, address, isArXiv, context.rulebook)
      guard canonical != url else { return nil }
      // Who links the paper as others do, and its file besides, means the file.
      let isLinked = entry.links.contains { other in
        other.range != link.range && other.arXiv.map { $0.description == id.description } ?? false
          && other.url.map { $0 == canonical || $0.hasPrefix(canonical + "v") } ?? false
      }
      guard !isLinked || context.rulebook.errorRules == nil else { return nil }
      let loses = id.version != nil || !isArXiv
      let isVersion =
        id.version.map { url.replacing("v\($0)", with: "", maxReplacements: 1) == canonical }
        ?? false
      return finding(
        isVersion ? .versioned(canonical) : .other(canonical),
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
  _ rulebook: Rulebook
) -> String {
  guard isArXiv || rulebook.arXivForm != .any else { return address.string }
  // Nobody minds the page that leads to all versions, unless a maintainer does.
  let isPage = isArXiv && address.pathComponents.first == "abs" && rulebook.errorRules != nil
  let kept = rulebook.arXivCustoms
  let form =
    switch rulebook.arXivForm {
    case .abs: "abs"
    case .pdf: isPage ? "abs" : "pdf"
    case .any: address.pathComponents.first.map(String.init) ?? "abs"
    }
  guard form == "abs" || form == "pdf" else { return "https://arxiv.org\(address.path)" }
  let scheme = kept.contains(.http) ? address.scheme : "https"
  let version = kept.contains(.version) ? id.version.map { "v\($0)" } ?? "" : ""
  let suffix =
    kept.contains(.suffix) && form == "pdf" && address.path.hasSuffix(".pdf") ? ".pdf" : ""
  return "\(scheme)://arxiv.org/\(form)/\(id)\(version)\(suffix)"
}

extension Message {
  fileprivate static func other(_ canonical: String) -> Message {
    "Link this paper as \(quoting: canonical)"
  }

  fileprivate static func versioned(_ canonical: String) -> Message {
    "Link the paper without a version: \(quoting: canonical)"
  }
}
