internal import ListModel
internal import Markdown

/// When an address was first seen in a list, in whatever form the list had then.
struct Sightings {
  private var first: [String: Int] = [:]

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
    var keys: [String] = []
    switch entry.identity {
    case .arXiv, .doi, .openReview: keys.append(entry.identity.description)
    case .title, .none:
      if let page = entry.links.first(where: { !$0.isImage && $0.url != nil })?.address,
        entry.titleLink != nil
      {
        keys += Self.key(page).map { [$0] } ?? []
      }
    }
    return keys.compactMap { first[$0] }.min()
  }

  private static func key(_ address: WebAddress) -> String? {
    if let identity = Identity(address) { return identity.description }
    // Whoever names a host, or a person's page there, names nothing in particular.
    guard address.pathComponents.count >= 2 else { return nil }
    let part = address.fragment.map { $0.isEmpty ? "" : "#" + $0 } ?? ""
    return (address.pageKey + part).lowercased()
  }
}
