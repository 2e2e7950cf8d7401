package import ListModel
package import YAML

/// What is known of hosts: what they hold, and how their addresses are best written.
package struct Hosts: Sendable {
  private let code: HostSet
  private let paper: HostSet
  private let https: HostSet
  private let withoutWWW: HostSet
  private let tracking: [String]
  private let view: [String: [String]]

  package init(_ file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(file.root, in: file, as: "the hosts")
    code = HostSet(try fields.strings("code") ?? [])
    paper = HostSet(try fields.strings("paper") ?? [])
    https = HostSet(try fields.strings("https") ?? [])
    withoutWWW = HostSet(try fields.strings("without-www") ?? [])
    tracking = try fields.strings("tracking") ?? []
    var view: [String: [String]] = [:]
    if let node = fields.node("view") {
      for (host, parameters) in try node.namesWithAliases(in: file, as: "'view'") {
        view[host] = parameters
      }
    }
    self.view = view
    try fields.finish()
  }

  /// Tells whether an address is one of code.
  package func isCode(_ address: WebAddress) -> Bool { code.contains(address.host) }

  /// Tells whether an address is one of a paper.
  package func isPaper(_ address: WebAddress) -> Bool {
    paper.contains(address.host) || ArXivID(address) != nil
  }

  /// Tells whether the host is known to answer by https.
  package func hasHTTPS(_ address: WebAddress) -> Bool {
    https.contains(address.host) || code.contains(address.host) || paper.contains(address.host)
  }

  /// Tells whether the host's own addresses are without `www.`.
  package func isWithoutWWW(_ address: WebAddress) -> Bool { withoutWWW.contains(address.host) }

  /// Tells whether a query parameter says nothing about what the address shows.
  package func isClutter(_ parameter: some StringProtocol, of address: WebAddress) -> Bool {
    let name = String(parameter.prefix { $0 != "=" })
    if let names = view[address.host], names.contains(name) { return true }
    return tracking.contains { pattern in
      pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
    }
  }
}

/// Hosts by name, and all hosts below a name that begins with a dot.
private struct HostSet: Sendable {
  private let names: Set<String>
  private let suffixes: [String]

  init(_ hosts: [String]) {
    names = Set(hosts.filter { !$0.hasPrefix(".") })
    suffixes = hosts.filter { $0.hasPrefix(".") }
  }

  func contains(_ host: String) -> Bool {
    names.contains(host) || suffixes.contains { host.hasSuffix($0) }
  }
}
