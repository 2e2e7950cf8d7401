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

  /// What hosts hold, with what a list says itself first; nil stands for none of the kinds.
  private var kinds: [(kind: Kind?, hosts: HostSet)] = []
  private var https = HostSet([])
  private var withoutWWW = HostSet([])
  private var tracking: [String] = []
  private var view: [String: [String]] = [:]
  private var shortened = HostSet([])
  private var temporary = HostSet([])
  private var gone = HostSet([])
  private var moved: [String: String] = [:]
  /// The hosts and pages of which one of these four things is known.
  private var fleeting = HostSet([])
  private var signed: [String: [String]] = [:]
  /// What a list says will last, whatever is known against it.
  private var lasting = HostSet([])

  /// What stands in `signed` for parameters that mean the same on every host.
  private static let anyHost = "any"

  /// Reads the hosts of `rules/hosts.yml`.
  package init(_ file: YAMLFile) throws(YAMLError) {
    try add(file.root, in: file)
  }

  /// Adds what a list's own rulebook says of hosts: it goes before what is known of all lists.
  mutating func add(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "the hosts")
    func hosts(_ key: String) throws(YAMLError) -> [String] {
      try fields.node(key)?.hosts(in: file, as: "'\(key)'") ?? []
    }
    var own: [(kind: Kind?, hosts: HostSet)] = [(nil, HostSet(try hosts("other")))]
    for kind in Kind.allCases { own.append((kind, HostSet(try hosts(kind.rawValue)))) }
    kinds = own + kinds
    https.add(try hosts("https"))
    withoutWWW.add(try hosts("without-www"))
    tracking += try fields.strings("tracking") ?? []
    try view.merge(Self.parameters(fields.node("view"), in: file, as: "'view'")) { $1 }
    func add(_ key: String, to set: inout HostSet) throws(YAMLError) {
      let names = try hosts(key)
      set.add(names)
      fleeting.add(names)
    }
    try add("shortened", to: &shortened)
    try add("temporary", to: &temporary)
    try add("gone", to: &gone)
    try signed.merge(Self.parameters(fields.node("signed"), in: file, as: "'signed'")) { $1 }
    if let node = fields.node("moved") {
      var hosts = try Fields(node, in: file, as: "'moved'")
      for (key, value) in hosts.rest() {
        let host = try key.host(in: file)
        moved[host] = try value.host(in: file)
        fleeting.add([host])
      }
    }
    lasting.add(try hosts("lasting"))
    try fields.finish()
  }

  private static func parameters(
    _ node: Node?,
    in file: YAMLFile,
    as what: String
  ) throws(YAMLError) -> [String: [String]] {
    var parameters: [String: [String]] = [:]
    guard let node else { return [:] }
    var fields = try Fields(node, in: file, as: what)
    for (key, value) in fields.rest() {
      let host = key.text == anyHost ? anyHost : try key.host(in: file)
      parameters[host] = try value.strings(in: file, as: "'\(key.text)'")
    }
    return parameters
  }

  /// Returns what an address leads to, nil where its host holds all sorts of things.
  package func kind(of address: WebAddress) -> Kind? {
    if ArXivID(address) != nil { return .paper }
    // What a page is says more than what its host is.
    let page = kinds.first { $0.hosts.hasPage(address) }
    return (page ?? kinds.first { $0.hosts.hasHost(address.host) })?.kind
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
    let isFleeting = fleeting.contains(address)
    guard isFleeting || address.query != nil, !lasting.contains(address) else { return nil }
    if isFleeting {
      if gone.contains(address) { return .gone }
      if temporary.contains(address) { return .temporary }
    }
    if let query = address.query {
      let names = (signed[Self.anyHost] ?? []) + (signed[address.host] ?? [])
      let parameters = query.split(separator: "&").map { parameterName($0) }
      if let name = parameters.first(where: names.contains) { return .signed(parameter: name) }
    }
    guard isFleeting else { return nil }
    if shortened.contains(address) { return .shortened }
    return moved[address.host].map { .moved(to: $0) }
  }

  private func parameterName(_ parameter: some StringProtocol) -> String {
    String(parameter.prefix { $0 != "=" })
  }
}

extension Node {
  /// Reads names of hosts, with a path where only the pages below it are meant.
  fileprivate func hosts(in file: YAMLFile, as what: String) throws(YAMLError) -> [String] {
    guard case .sequence(let items) = value else {
      throw file.error("\(what) must be a sequence of hosts, not \(kind)", at: mark)
    }
    var hosts: [String] = []
    for item in items { hosts.append(try item.host(in: file)) }
    return hosts
  }

  /// Reads the name of a host as addresses are compared by it.
  fileprivate func host(in file: YAMLFile) throws(YAMLError) -> String {
    let text = try string(in: file, as: "the name of a host")
    guard text.beginsWithHost else {
      throw file.error(
        "'\(text)' is no host; write it in small letters and without 'https://' and 'www.', as in 'example.org' or 'example.org/papers'",
        at: mark
      )
    }
    return text
  }
}

extension String {
  /// Whether there is a host, in small letters and without `www.`, before the first slash.
  fileprivate var beginsWithHost: Bool {
    let bytes = utf8.span
    var hasDot = false
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: ".") {
        hasDot = true
      } else if byte.isUppercase || !byte.isWord && byte != UInt8(ascii: "-") {
        return false
      }
    }
    return hasDot && !hasPrefix("www.")
  }
}
