package import ListModel
internal import Text

/// The repository on GitHub that an address names.
package enum RepositoryAddress {
  /// Parts of GitHub's own addresses that are not owners.
  private static let pages: Set<String> = [
    "about", "apps", "collections", "enterprise", "explore", "features", "marketplace", "orgs",
    "settings", "sponsors", "topics", "trending", "users", "search", "login", "join", "pricing",
  ]

  /// Returns `owner/name` in lower case; nil where an address names none.
  package static func name(_ address: WebAddress) -> String? {
    written(address).map { $0.lowercased() }
  }

  /// Returns `owner/name` as it is written; nil where an address names none.
  static func written(_ address: WebAddress) -> String? {
    guard address.host == "github.com" else { return nil }
    let parts = address.pathComponents
    guard parts.count >= 2 else { return nil }
    var name = parts[1]
    if name.hasSuffix(".git") { name = name.dropLast(4) }
    guard !pages.contains(parts[0].lowercased()), isName(parts[0]), isName(name) else { return nil }
    return "\(parts[0])/\(name)"
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text != "." && text != ".."
      && text.utf8.allSatisfy { byte in
        byte.isLetter || byte.isDigit || [0x2D, 0x2E, 0x5F].contains(byte)
      }
  }
}
