package import ListModel

/// Reports http where the host answers by https.
package struct InsecureURL: EntryRule {
  package static let description = RuleDescription(
    id: "insecure-url",
    summary: "An address begins with http, though the host answers by https.",
    rationale:
      "http is a detour at best, and blocked or marked as unsafe at worst.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](1️⃣http://github.com/dvlab-research/LISA)]",
        "Use https: 'github.com' answers by it",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      guard let url = link.url, let range = link.urlRange else { return nil }
      let address = link.address ?? WebAddress(url)
      guard address.scheme == "http", !isPlaceholder(url) else { return nil }
      let isKnown = context.rulebook.hosts.hasHTTPS(address)
      let isList =
        context.list.isMostlySecure || context.document.entries.count >= Levels.many
      guard link.arXiv == nil,
        isKnown || isList && address.host.utf8.contains(UInt8(ascii: "."))
      else { return nil }
      let scheme = range.lowerBound..<range.lowerBound + 4
      return finding(
        isKnown
          ? .insecure(address.host)
          : .unencrypted(address.host, isRare: context.list.isMostlySecure),
        at: range,
        fix: .replace(scheme, with: "https", "Use https", isKnown ? .safe : .needsReview),
        severity: isKnown && !context.rulebook.insecureHosts.contains(address.host) ? nil : .note
      )
    }
  }
}

extension Message {
  fileprivate static func unencrypted(_ host: String, isRare: Bool) -> Message {
    isRare
      ? "See whether \(quoting: host) answers by https, as most addresses here do"
      : "See whether \(quoting: host) answers by https"
  }

  fileprivate static func insecure(_ host: String) -> Message {
    "Use https: \(quoting: host) answers by it"
  }
}
