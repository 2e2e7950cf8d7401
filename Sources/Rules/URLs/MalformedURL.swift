package import ListModel
internal import Markdown
internal import Text

/// Reports an address that cannot be one.
package struct MalformedURL: EntryRule {
  package static let description = RuleDescription(
    id: "malformed-url",
    summary:
      "An address has no scheme, a doubled or broken one, or an impossible arXiv identifier.",
    rationale:
      "The link does not work: GitHub treats an address without `https://`, for example, as a file in the repository.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣arxiv.org/abs/2308.00692)]",
        "'arxiv.org/abs/2308.00692' is not an address: add 'https://'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣https://https://arxiv.org/abs/2308.00692)]",
        "'https://https://arxiv.org/abs/2308.00692' is not an address: correct its 'https://'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](1️⃣https://arxiv.org/abs/2308.692)]",
        "'https://arxiv.org/abs/2308.692' does not name a paper on arXiv"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    entry.links.compactMap { link in
      guard let url = link.url, let range = link.urlRange, !isPlaceholder(url) else { return nil }
      let address = link.address ?? WebAddress(url)
      // Most addresses have one scheme and a host, which is told at once.
      let isWhole =
        (address.scheme == "https" || address.scheme == "http")
        && address.host.utf8.contains(UInt8(ascii: "."))
      if let whole = url.withoutSignsAround {
        return finding(
          .signs(url),
          at: range,
          fix: .replace(range, with: whole, "Remove the signs around it", .needsReview)
        )
      }
      if !isWhole, let whole = url.withRepairedScheme(context.rulebook.hosts) {
        let isMissing = whole.hasSuffix(url)
        return finding(
          isMissing ? .noScheme(url) : .brokenScheme(url),
          at: range,
          fix: .replace(range, with: whole, "Repair the address", isMissing ? .safe : .needsReview)
        )
      }
      if link.arXiv == nil, address.path.hasPrefix("//"),
        let whole = url.withoutDoubledSlash(after: address.host)
      {
        return finding(
          .doubledSlash(url),
          at: range,
          fix: .replace(range, with: whole, "Leave one slash", .needsReview)
        )
      }
      if let end = url.sentenceEnd(of: address) {
        let place = range.upperBound - 1..<range.upperBound
        return finding(
          .sentenceEnd(end),
          at: range,
          fix: .replace(place, with: "", "Remove the sign", .needsReview)
        )
      }
      if let whole = url.withSlash(asIn: context.list.surroundings) {
        return finding(
          .noSlash(url, whole),
          at: range,
          fix: .replace(range, with: whole, "Add the slash", .needsReview)
        )
      }
      if let id = link.arXiv, !id.canBe { return finding(.noArXivID(url), at: range) }
      if let whole = url.withoutEscapes {
        return finding(
          .escaped,
          at: range,
          fix: .replace(range, with: whole, "Remove the backslash"),
          severity: .note
        )
      }
      guard address.host == "arxiv.org", link.arXiv == nil,
        let form = address.pathComponents.first, ["abs", "pdf", "html"].contains(form),
        ArXivID(WebAddress(url.withoutInvisibles)) == nil
      else { return nil }
      return finding(.noArXivID(url), at: range)
    }
  }
}

extension String {
  /// The address with its scheme in order, nil where nothing is wrong or nothing is certain.
  fileprivate func withRepairedScheme(_ hosts: Hosts) -> String? {
    let lowered = utf8.prefix(longestScheme).map(\.lowercased)
    func begins(with start: String) -> Bool { lowered.starts(with: start.utf8) }
    if let broken = doubledSchemes.first(where: begins) {
      return "https://" + dropFirst(broken.count)
    }
    if !begins(with: "http://"), !begins(with: "https://"),
      let slip = schemeSlips.first(where: begins)
    {
      return "https://" + dropFirst(slip.count)
    }
    // What names no host has none to answer.
    guard utf8.contains(UInt8(ascii: ".")), utf8.firstRange(of: "://".utf8) == nil else {
      return nil
    }
    let withScheme = "https://" + self
    guard begins(with: "www.") || hosts.hasHTTPS(WebAddress(withScheme)) else { return nil }
    return withScheme
  }
}

private let doubledSchemes = [
  "https://https://", "http://https://", "https://http://", "http://http://", "https:https://",
  "https:///", "http:///", "https://https//", "https://http//", "http://https//",
  "http://http//", "https://https:/", "https://http:/",
]

private let longestScheme = (doubledSchemes + schemeSlips).map(\.utf8.count).max() ?? 0

private let schemeSlips = [
  "https//", "https:/", "http//", "http:/", "htts://", "htps://", "htttps://", "ttps://",
  "hhttps://",
]

extension String {
  /// The address without a backslash before it, or parentheses around it; nil where it has neither.
  fileprivate var withoutSignsAround: String? {
    guard let first = utf8.first else { return nil }
    if first == UInt8(ascii: "\\"), dropFirst().hasPrefix("http") { return String(dropFirst()) }
    let isAddress = dropFirst().hasPrefix("http") || dropFirst().hasPrefix("./")
    guard first == UInt8(ascii: "("), utf8.last == UInt8(ascii: ")"), isAddress else { return nil }
    return String(dropFirst().dropLast())
  }
}

extension String {
  /// The address with one slash after its host; nil where the host is not found in it.
  fileprivate func withoutDoubledSlash(after host: String) -> String? {
    guard let place = lowercased().utf8.firstRange(of: (host + "//").utf8) else { return nil }
    let start = place.upperBound.utf16Offset(in: lowercased())
    let bytes = Array(utf8)
    guard start <= bytes.count, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    let rest = bytes[start...].drop { $0 == UInt8(ascii: "/") }
    return String(decoding: bytes[..<start].dropLast(), as: UTF8.self)
      + String(decoding: rest, as: UTF8.self)
  }
}

extension String {
  /// The sign at the end of the address that ended a sentence where it was copied; nil where there is none.
  fileprivate func sentenceEnd(of address: WebAddress) -> Character? {
    guard let last, ".,;".contains(last), !utf8.contains(UInt8(ascii: "#")) else { return nil }
    // Titles of pages in a wiki end as they like, as abbreviations do.
    let isRepository = address.host == "github.com" || address.host == "gitlab.com"
    guard last != "." || isRepository || address.path == "/." else { return nil }
    return last
  }
}

extension String {
  /// The address without backslashes before signs that need none there; nil where there are none.
  fileprivate var withoutEscapes: String? {
    guard utf8.contains(UInt8(ascii: "\\")) else { return nil }
    let whole = ["&", "=", "?", "#", "_"].reduce(self) { $0.replacing("\\" + $1, with: $1) }
    return whole == self ? nil : whole
  }
}

extension String {
  /// The path with the slash after its dot, where others of the document lead to the same folder so; nil where
  /// it begins otherwise, or none does.
  fileprivate func withSlash(asIn surroundings: Surroundings) -> String? {
    guard utf8.first == UInt8(ascii: "."), utf8.dropFirst().first?.isLetter ?? false,
      let slash = firstIndex(of: "/")
    else { return nil }
    let isKnown = surroundings.hasLink(intoFolder: utf8[..<slash].dropFirst())
    return isKnown ? "./" + dropFirst() : nil
  }
}

extension ArXivID {
  /// Whether arXiv could have given the identifier: its numbers have five digits since 2015, four before.
  fileprivate var canBe: Bool {
    guard let dot = description.utf8.firstIndex(of: UInt8(ascii: ".")),
      !description.utf8.contains(UInt8(ascii: "/"))
    else { return true }
    let digits = description.utf8[description.utf8.index(after: dot)...].count
    return digits == (year >= 2015 ? 5 : 4)
  }
}

extension Message {
  fileprivate static func noScheme(_ url: String) -> Message {
    "\(quoting: url) is not an address: add 'https://'"
  }

  fileprivate static func signs(_ url: String) -> Message {
    "\(quoting: url) is not an address: remove the signs around it"
  }

  fileprivate static func brokenScheme(_ url: String) -> Message {
    "\(quoting: url) is not an address: correct its 'https://'"
  }

  fileprivate static func doubledSlash(_ url: String) -> Message {
    "Remove the extra slash in \(quoting: url)"
  }

  fileprivate static func noSlash(_ url: String, _ whole: String) -> Message {
    "Link \(quoting: whole), not \(quoting: url): other entries link to this folder so"
  }

  fileprivate static var escaped: Message { "Remove the backslash inside the address" }

  fileprivate static func sentenceEnd(_ sign: Character) -> Message {
    "Remove \(quoting: String(sign)) at the end of the address"
  }

  fileprivate static func noArXivID(_ url: String) -> Message {
    "\(quoting: url) does not name a paper on arXiv"
  }
}
