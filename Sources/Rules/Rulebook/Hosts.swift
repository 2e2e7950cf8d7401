package import ListModel
package import YAML

/// What is known of hosts: what they hold, how their addresses are best written, and which of them do
/// not last.
package struct Hosts: Sendable {
  /// What an address leads to.
  package enum Kind: String, Sendable, CaseIterable {
    case code
    case paper
    case project
    case demo
    case data
    case model
    case video
  }

  /// Why an address will not lead to what it leads to now.
  package enum Expiry: Hashable, Sendable {
    /// The host only sends a reader on.
    case shortened
    /// The host shows what it shows for a while.
    case temporary
    /// The address was signed for a while, by a query parameter.
    case signed(parameter: String)
    /// The page or the host is no more.
    case gone
    /// The host has another name now.
    case moved(to: String)
  }

  private let kinds: [(kind: Kind, hosts: HostSet)]
  /// What is none of these below a host that is.
  private let other: HostSet
  private let https: HostSet
  private let withoutWWW: HostSet
  private let tracking: [String]
  private let view: [String: [String]]
  private let shortened: HostSet
  private let temporary: HostSet
  private let gone: HostSet
  private let signed: [String: [String]]
  private let moved: [String: String]

  /// What stands in `signed` for parameters that mean the same on every host.
  private static let anyHost = "any"

  package init(_ file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(file.root, in: file, as: "the hosts")
    var kinds: [(kind: Kind, hosts: HostSet)] = []
    for kind in Kind.allCases {
      kinds.append((kind, HostSet(try fields.strings(kind.rawValue) ?? [])))
    }
    self.kinds = kinds
    other = HostSet(try fields.strings("other") ?? [])
    https = HostSet(try fields.strings("https") ?? [])
    withoutWWW = HostSet(try fields.strings("without-www") ?? [])
    tracking = try fields.strings("tracking") ?? []
    view = try Self.parameters(fields.node("view"), in: file, as: "'view'")
    shortened = HostSet(try fields.strings("shortened") ?? [])
    temporary = HostSet(try fields.strings("temporary") ?? [])
    gone = HostSet(try fields.strings("gone") ?? [])
    signed = try Self.parameters(fields.node("signed"), in: file, as: "'signed'")
    var moved: [String: String] = [:]
    if let node = fields.node("moved") {
      var hosts = try Fields(node, in: file, as: "'moved'")
      for (key, value) in hosts.rest() {
        moved[key.text] = try value.string(in: file, as: "the name of a host")
      }
    }
    self.moved = moved
    try fields.finish()
  }

  private static func parameters(
    _ node: Node?,
    in file: YAMLFile,
    as what: String
  ) throws(YAMLError) -> [String: [String]] {
    var parameters: [String: [String]] = [:]
    for (host, names) in try node?.namesWithAliases(in: file, as: what) ?? [] {
      parameters[host] = names
    }
    return parameters
  }

  /// Returns what an address leads to, nil where its host holds all sorts of things.
  package func kind(of address: WebAddress) -> Kind? {
    if ArXivID(address) != nil { return .paper }
    if other.hasPage(address) { return nil }
    // What a page is says more than what its host is.
    return kinds.first { $0.hosts.hasPage(address) }?.kind
      ?? kinds.first { $0.hosts.hasHost(address.host) }?.kind
  }

  /// Tells whether an address is one of code.
  package func isCode(_ address: WebAddress) -> Bool { kind(of: address) == .code }

  /// Tells whether an address is one of a paper.
  package func isPaper(_ address: WebAddress) -> Bool { kind(of: address) == .paper }

  /// Tells whether the host is known to answer by https.
  package func hasHTTPS(_ address: WebAddress) -> Bool {
    https.hasHost(address.host)
      || kinds.contains { kind, hosts in
        (kind == .code || kind == .paper) && hosts.hasHost(address.host)
      }
  }

  /// Tells whether the host's own addresses are without `www.`.
  package func isWithoutWWW(_ address: WebAddress) -> Bool { withoutWWW.hasHost(address.host) }

  /// Tells whether a query parameter says nothing about what the address shows.
  package func isClutter(_ parameter: some StringProtocol, of address: WebAddress) -> Bool {
    let name = parameterName(parameter)
    if let names = view[address.host], names.contains(name) { return true }
    return tracking.contains { pattern in
      pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
    }
  }

  /// Returns why an address does not last, nil where nothing is known against it.
  package func expiry(of address: WebAddress) -> Expiry? {
    if gone.contains(address) { return .gone }
    if temporary.contains(address) { return .temporary }
    if let query = address.query {
      let names = (signed[Self.anyHost] ?? []) + (signed[address.host] ?? [])
      let parameters = query.split(separator: "&").map { parameterName($0) }
      if let name = parameters.first(where: names.contains) { return .signed(parameter: name) }
    }
    if shortened.contains(address) { return .shortened }
    return moved[address.host].map { .moved(to: $0) }
  }

  private func parameterName(_ parameter: some StringProtocol) -> String {
    String(parameter.prefix { $0 != "=" })
  }
}
