internal import ListModel
internal import Markdown
internal import Text

/// When an address was first seen in a list, in whatever form the list had then.
struct Sightings {
  /// The index of the version, by what the address names.
  private(set) var first: [String: Int] = [:]

  /// Takes note of all addresses on some lines; `version` is the index of the version that has them.
  mutating func add(_ lines: Range<Int>, of text: SourceText, version: Int) {
    guard !lines.isEmpty, lines.upperBound <= text.lineCount + 1 else { return }
    let bytes = text.bytes
    let range = text.range(ofLines: lines)
    var index = range.lowerBound
    while let start = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "h")) {
      index = start + 1
      guard bytes.matches("http", at: start) else { continue }
      let end = bytes[start..<range.upperBound].firstIndex {
        $0 <= 0x20 || ")>]\"'|<`".utf8.contains($0)
      }
      let address = WebAddress(bytes.string(start..<(end ?? range.upperBound)))
      guard let key = Self.key(address) else { continue }
      if first[key] == nil { first[key] = version }
      index = end ?? range.upperBound
    }
  }

  /// Returns the version in which something that an entry is known by was first seen.
  func version(of entry: Entry) -> Int? {
    let key: String?
    switch entry.identity {
    case .arXiv, .doi, .openReview: key = entry.identity.description
    case .title, .none:
      let main =
        entry.titleLink.map { entry.links[$0] }
        ?? entry.links.first { !$0.isImage && $0.url != nil }
      key = main?.address.flatMap { Self.key($0) }
    }
    return key.flatMap { first[$0] }
  }

  /// Hosts on which the first part of a path is a person's.
  private static let hostsOfPeople: Set<String> = [
    "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "huggingface.co", "twitter.com",
    "x.com",
  ]

  private static func key(_ address: WebAddress) -> String? {
    if let identity = Identity(address) { return identity.description }
    // Whoever names a host, or a person's page there, names nothing in particular.
    let least = hostsOfPeople.contains(address.host) ? 2 : 1
    guard address.pathComponents.count >= least else { return nil }
    let part = address.fragment.map { $0.isEmpty ? "" : "#" + $0 } ?? ""
    return (address.pageKey + part).lowercased()
  }
}
