internal import Text

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
    let bytes = Array(string.utf8)
    var rest = 0..<bytes.count
    var scheme = ""
    if let colon = bytes.first(UInt8(ascii: ":"), in: rest), bytes.matches("://", at: colon),
      bytes[..<colon].allSatisfy(\.isLetter)
    {
      scheme = bytes.matches("https:", at: 0) ? "https" : bytes.lowercasedString(0..<colon)
      rest = colon + 3..<bytes.count
    }
    var fragment: String?
    if let hash = bytes.first(UInt8(ascii: "#"), in: rest) {
      fragment = bytes.string(hash + 1..<rest.upperBound)
      rest = rest.lowerBound..<hash
    }
    var query: String?
    if let mark = bytes.first(UInt8(ascii: "?"), in: rest) {
      query = bytes.string(mark + 1..<rest.upperBound)
      rest = rest.lowerBound..<mark
    }
    var path = rest
    var host = 0..<0
    if !scheme.isEmpty {
      let slash = bytes.first(UInt8(ascii: "/"), in: rest) ?? rest.upperBound
      path = slash..<rest.upperBound
      host = rest.lowerBound..<slash
      if let at = bytes[host].lastIndex(of: UInt8(ascii: "@")) { host = at + 1..<slash }
      if let colon = bytes.first(UInt8(ascii: ":"), in: host) { host = host.lowerBound..<colon }
    }
    hasWWW =
      host.count >= 4 && bytes[host.lowerBound + 3] == UInt8(ascii: ".")
      && host.prefix(3).allSatisfy { bytes[$0] | 0x20 == UInt8(ascii: "w") }
    self.host = bytes.lowercasedString(host.lowerBound + (hasWWW ? 4 : 0)..<host.upperBound)
    self.scheme = scheme
    self.path = bytes.string(path)
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

extension [UInt8] {
  /// Returns the text of a range in lower case.
  fileprivate func lowercasedString(_ range: Range<Int>) -> String {
    let isLowercase = range.allSatisfy { self[$0] < 0x80 && !self[$0].isUppercase }
    return isLowercase ? string(range) : string(range).lowercased()
  }
}
