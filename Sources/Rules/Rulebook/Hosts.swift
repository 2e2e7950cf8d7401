package import ListModel
internal import RuleBooks
internal import YAML

/// What is known of hosts: what they hold, how their addresses are best written, and which of them do
/// not last.
package final class Hosts: Sendable {
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
    /// The page or the host is gone.
    case gone
    /// The host has another name now.
    case moved(to: String)
  }

  private let facts: HostFacts

  /// What is known of all lists: read when somebody asks.
  static let builtIn = Hosts(certain(RuleBooks.hosts))

  private init(_ facts: HostFacts) { self.facts = facts }

  /// Reads hosts of whose text no user has a say.
  private static func certain(_ compiled: [UInt8]) -> HostFacts {
    var facts = HostFacts()
    let file = YAMLFile(compiled: compiled, name: "hosts.yml")
    do {
      try facts.add(file.root, in: file)
    } catch {
      preconditionFailure("the built-in hosts are wrong: \(error)")
    }
    return facts
  }

  /// Returns these hosts with what a list's own rulebook says of some: it goes before.
  func adding(_ node: Node, in file: YAMLFile) throws(YAMLError) -> Hosts {
    var facts = facts
    try facts.add(node, in: file)
    return Hosts(facts)
  }

  /// Returns what an address leads to, nil where its host holds all sorts of things.
  package func kind(of address: WebAddress) -> Kind? {
    if ArXivID(address) != nil { return .paper }
    // What a page is says more than what its host is.
    let page = facts.kinds.first { $0.hosts.hasPage(address) }
    return (page ?? facts.kinds.first { $0.hosts.hasHost(address.host) })?.kind
  }

  /// Tells whether an address is one of code.
  package func isCode(_ address: WebAddress) -> Bool { kind(of: address) == .code }

  /// Tells whether an address is one of a paper.
  package func isPaper(_ address: WebAddress) -> Bool { kind(of: address) == .paper }

  /// Tells whether the host is known to answer by https.
  package func hasHTTPS(_ address: WebAddress) -> Bool {
    facts.https.hasHost(address.host)
      || facts.kinds.contains { kind, hosts in
        (kind == .code || kind == .paper) && hosts.hasHost(address.host)
      }
  }

  /// Tells whether the host's own addresses are without `www.`.
  package func isWithoutWWW(_ address: WebAddress) -> Bool {
    facts.withoutWWW.hasHost(address.host)
  }

  /// Tells whether a query parameter says nothing about what the address shows.
  package func isClutter(_ parameter: some StringProtocol, of address: WebAddress) -> Bool {
    let name = parameterName(parameter)
    if let names = facts.view[address.host], names.contains(name) { return true }
    return facts.tracking.contains { pattern in
      pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
    }
  }

  /// Returns why an address does not last, nil where nothing is known against it.
  package func expiry(of address: WebAddress) -> Expiry? {
    let isFleeting = facts.fleeting.contains(address)
    guard isFleeting || address.query != nil, !facts.lasting.contains(address) else { return nil }
    if isFleeting {
      if facts.gone.contains(address) { return .gone }
      if facts.temporary.contains(address) { return .temporary }
    }
    if let query = address.query {
      let names = (facts.signed[HostFacts.anyHost] ?? []) + (facts.signed[address.host] ?? [])
      let parameters = query.split(separator: "&").map { parameterName($0) }
      if let name = parameters.first(where: names.contains) { return .signed(parameter: name) }
    }
    guard isFleeting else { return nil }
    if facts.shortened.contains(address) { return .shortened }
    return facts.moved[address.host].map { .moved(to: $0) }
  }

  private func parameterName(_ parameter: some StringProtocol) -> String {
    String(parameter.prefix { $0 != "=" })
  }
}
