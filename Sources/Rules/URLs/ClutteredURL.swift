package import ListModel

/// Reports what an address carries beside the page it names.
package struct ClutteredURL: EntryRule {
  package static let description = RuleDescription(
    id: "cluttered-url",
    summary:
      "An address contains tracking parameters, the tab that was open, or text for the browser to highlight.",
    rationale:
      "That part says how you got to the page; readers do not need it to get there.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](1️⃣https://github.com/dvlab-research/LISA?tab=readme-ov-file)]",
        "Remove '?tab=readme-ov-file' from the address",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[project](1️⃣https://lisa.github.io/?utm_source=x#:~:text=hello)]",
        "Remove '?utm_source=x#:~:text=hello' from the address",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[project](https://lisa.github.io/)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      guard let url = link.url, let range = link.urlRange, !isPlaceholder(url) else { return nil }
      let address = link.address ?? WebAddress(url)
      guard address.query != nil || address.fragment != nil, link.arXiv == nil,
        !context.rulebook.keptParameters.contains(address.host)
      else { return nil }
      let clean = url.withoutClutter(address, context.rulebook.hosts)
      // What makes two links of one is not clutter.
      guard clean != url, !entry.links.contains(where: { $0.url == clean }) else { return nil }
      return finding(
        .cluttered(url.part(missingIn: clean)),
        at: range,
        fix: .replace(range, with: clean, "Remove it")
      )
    }
  }
}

extension String {
  /// The address without parameters that say nothing, and without a text fragment.
  fileprivate func withoutClutter(_ address: WebAddress, _ hosts: Hosts) -> String {
    var rest = Substring(self)
    var fragment = ""
    if let hash = utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = String(rest[hash...])
      rest = rest[..<hash]
    }
    if let directive = fragment.utf8.firstRange(of: ":~:".utf8) {
      fragment = String(fragment[..<directive.lowerBound])
      if fragment == "#" { fragment = "" }
    }
    // The top of a page is the page.
    if fragment == "#top" || fragment == "#" { fragment = "" }
    // A repository's page shows its README.
    if fragment == "#readme", address.host == "github.com" { fragment = "" }
    guard let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) else { return rest + fragment }
    let parameters = rest[mark...].utf8.dropFirst().split(separator: UInt8(ascii: "&"))
      .map { Substring($0) }
    let kept = parameters.filter { !hosts.isClutter($0, of: address) }
    guard kept.count < parameters.count else { return rest + fragment }
    return rest[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + fragment
  }

  /// Returns the part that another address has not, which has all the rest.
  fileprivate func part(missingIn other: String) -> String {
    let start = zip(utf8, other.utf8).prefix { $0 == $1 }.count
    let (own, others) = (utf8.dropFirst(start), other.utf8.dropFirst(start))
    let end = zip(own.reversed(), others.reversed()).prefix { $0 == $1 }.count
    return String(Substring(own.dropLast(end)))
  }
}

extension Message {
  fileprivate static func cluttered(_ clutter: String) -> Message {
    "Remove \(quoting: clutter) from the address"
  }
}
