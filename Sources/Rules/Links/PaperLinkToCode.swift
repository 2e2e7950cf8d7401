package import ListModel
internal import Text

/// Reports a paper link that goes to a host of code.
package struct PaperLinkToCode: EntryRule {
  package static let description = RuleDescription(
    id: "paper-link-to-code",
    summary: "The link to the paper goes to a code host.",
    rationale:
      "Readers who click on it want the paper, not the code.",
    fixes: .never,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣https://github.com/dvlab-research/LISA)]",
        "The paper link goes to 'github.com': link to the paper, or change the label"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links(labelled: LinkLabels.paper).compactMap { link in
      guard let url = link.url, let range = link.urlRange else { return nil }
      let address = link.address ?? WebAddress(url)
      // A PDF in a repository is a paper all the same.
      guard context.rulebook.hosts.isCode(address), !address.path.lowercased().hasSuffix(".pdf")
      else { return nil }
      return finding(.toCode(address.host), at: range)
    }
  }
}

extension Message {
  fileprivate static func toCode(_ host: String) -> Message {
    "The paper link goes to \(quoting: host): link to the paper, or change the label"
  }
}
