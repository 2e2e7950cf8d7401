package import ListModel
internal import Rules

/// What there is to ask about some entries, each thing once and in their order.
package struct Questions: Sendable {
  package private(set) var preprints: [ArXivID] = []
  package private(set) var dois: [String] = []
  /// `owner/name` in lower case.
  package private(set) var repositories: [String] = []
  /// Other addresses, as the list writes them.
  package private(set) var addresses: [String] = []

  package init(_ entries: [Entry]) {
    var seen: Set<String> = []
    for entry in entries {
      for link in entry.links {
        guard let url = link.url, let address = link.address else { continue }
        if let id = link.arXiv {
          if seen.insert("arxiv:\(id)").inserted { preprints.append(id) }
          continue
        }
        if case .doi(let name) = Identity(address) {
          if seen.insert("doi:\(name)").inserted { dois.append(name) }
        }
        if let name = RepositoryAddress.name(address) {
          if seen.insert("repository:\(name)").inserted { repositories.append(name) }
        } else if Self.isAsked(address), seen.insert(url).inserted {
          addresses.append(url)
        }
      }
    }
  }

  /// The papers that are known by an identifier.
  package var identities: [Identity] { preprints.map(Identity.arXiv) + dois.map(Identity.doi) }

  /// Tells whether an address is asked by itself: others are known by their registry, or answer programs with
  /// a wall.
  private static func isAsked(_ address: WebAddress) -> Bool {
    guard address.scheme == "http" || address.scheme == "https" else { return false }
    return ![
      "arxiv.org", "export.arxiv.org", "github.com", "openreview.net", "alphaxiv.org",
    ].contains(address.host)
  }
}
