/// The parts of a URL as a list writes it, split by bytes after RFC 3986, appendix B.
package struct WebAddress: Hashable, Sendable {
  /// In lower case; empty where the address has none.
  package let scheme: String
  /// In lower case, without user, port and `www.`; empty where the address has none.
  package let host: String
  /// Whether the host was written with `www.` before it.
  package let hasWWW: Bool
  /// From the first slash on.
  package let path: String
  /// Without its question mark; nil where there is none.
  package let query: String?
  /// Without its number sign; nil where there is none.
  package let fragment: String?

  package init(_ string: String) {
    var rest = Substring(string).utf8
    var scheme = ""
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")),
      rest[colon...].starts(with: "://".utf8), rest[..<colon].allSatisfy({ $0.isLetter })
    {
      scheme = String(Substring(rest[..<colon])).lowercased()
      rest = rest[rest.index(colon, offsetBy: 3)...]
    }
    var fragment: String?
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = String(Substring(rest[rest.index(after: hash)...]))
      rest = rest[..<hash]
    }
    var query: String?
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = String(Substring(rest[rest.index(after: mark)...]))
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    var host = scheme.isEmpty ? "" : String(Substring(rest[..<slash])).lowercased()
    if let at = host.utf8.lastIndex(of: UInt8(ascii: "@")) {
      host = String(host[host.utf8.index(after: at)...])
    }
    if let colon = host.utf8.firstIndex(of: UInt8(ascii: ":")) { host = String(host[..<colon]) }
    hasWWW = host.utf8.starts(with: "www.".utf8)
    self.host = hasWWW ? String(host.utf8.dropFirst(4)) ?? host : host
    self.scheme = scheme
    self.path = String(Substring(scheme.isEmpty ? rest : rest[slash...]))
    self.query = query
    self.fragment = fragment
  }

  /// The parts of the path between its slashes, without empty ones.
  package var pathComponents: [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  /// The address written again.
  package var string: String {
    var string = scheme.isEmpty ? path : scheme + "://" + (hasWWW ? "www." : "") + host + path
    if let query { string += "?" + query }
    if let fragment { string += "#" + fragment }
    return string
  }

  /// What two addresses of one page share: host and path without a slash at the end, and query.
  package var pageKey: String {
    var path = path
    while path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return host + path + (query.map { "?" + $0 } ?? "")
  }
}
