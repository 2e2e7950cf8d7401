package import ListModel

/// Reports addresses that do not last.
package struct ExpiringURL: EntryRule {
  package static let description = RuleDescription(
    id: "expiring-url",
    summary:
      "An address is shortened, temporary or signed with an expiry date, or it uses a page that is gone or a host's former name.",
    rationale:
      "It will stop working long before the list is abandoned, and by then nobody will know where it led.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://doi.org/10.1109/CVPR52733.2024.00915)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣https://dx.doi.org/10.1109/CVPR52733.2024.00915)]",
        "Use 'doi.org': 'dx.doi.org' is the old address",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://doi.org/10.1109/CVPR52733.2024.00915)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](1️⃣https://git.io/lisa)]",
        "Replace this short link of 'git.io' with the address it leads to"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](1️⃣https://anonymous.4open.science/r/LISA-7357)]",
        "Links to 'anonymous.4open.science' expire: use a permanent address"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣https://a.s3.amazonaws.com/lisa.pdf?X-Amz-Expires=300&X-Amz-Signature=f00)]",
        "This link expires because of 'X-Amz-Expires': use a permanent address"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣https://paperswithcode.com/paper/lisa)]",
        "'paperswithcode.com/paper/lisa' no longer exists: link to where it is now"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      guard let url = link.url, let range = link.urlRange, !isPlaceholder(url) else { return nil }
      let address = link.address ?? WebAddress(url)
      guard let expiry = context.rulebook.hosts.expiry(of: address) else { return nil }
      switch expiry {
      case .shortened: return finding(.shortened(address.host), at: range)
      case .temporary: return finding(.temporary(address.host), at: range)
      case .signed(let parameter): return finding(.signed(parameter), at: range)
      case .gone: return finding(.gone(address.host + address.path), at: range)
      case .moved(let host):
        return finding(
          .moved(address.host, to: host),
          at: range,
          fix: url.replacement(ofHost: address, by: host, at: range)
        )
      }
    }
  }
}

extension String {
  /// Writes another host in the place of an address's own.
  fileprivate func replacement(
    ofHost address: WebAddress,
    by host: String,
    at range: Range<Int>
  ) -> Fix? {
    let written = (address.hasWWW ? "www." : "") + address.host
    // The host is in lower case, whatever is written; and a scheme stands before it.
    let start = address.scheme.utf8.count + 3
    let text = Array(utf8.dropFirst(start).prefix(written.utf8.count))
    guard String(decoding: text, as: UTF8.self).lowercased() == written else { return nil }
    let place = range.lowerBound + start..<range.lowerBound + start + text.count
    return .replace(place, with: host, "Write the host's own name")
  }
}

extension Message {
  fileprivate static func shortened(_ host: String) -> Message {
    "Replace this short link of \(quoting: host) with the address it leads to"
  }

  fileprivate static func temporary(_ host: String) -> Message {
    "Links to \(quoting: host) expire: use a permanent address"
  }

  fileprivate static func signed(_ parameter: String) -> Message {
    "This link expires because of \(quoting: parameter): use a permanent address"
  }

  fileprivate static func gone(_ page: String) -> Message {
    "\(quoting: page) no longer exists: link to where it is now"
  }

  fileprivate static func moved(_ host: String, to name: String) -> Message {
    "Use \(quoting: name): \(quoting: host) is the old address"
  }
}
