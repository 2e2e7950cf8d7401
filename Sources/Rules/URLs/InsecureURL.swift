package import ListModel

/// Reports http where the host answers by https.
package struct InsecureURL: EntryRule {
  package static let description = RuleDescription(
    id: "insecure-url",
    summary: "An address begins with http, although the host supports https.",
    rationale:
      "At best, readers are redirected to https; at worst, the browser blocks the page or marks it as unsafe.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](1️⃣http://github.com/dvlab-research/LISA)]",
        "Use https: 'github.com' supports it",
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
      // Nobody knows whether the host answers by https: a list that writes many such addresses so lets it be.
      let isList =
        (context.list.isMostlySecure || context.document.entries.count >= Levels.many)
        && !context.list.hasPlainAddresses
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
      ? "Use https if \(quoting: host) supports it, as most addresses here do"
      : "Use https if \(quoting: host) supports it"
  }

  fileprivate static func insecure(_ host: String) -> Message {
    "Use https: \(quoting: host) supports it"
  }
}
