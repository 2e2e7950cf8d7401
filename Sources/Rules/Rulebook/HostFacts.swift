internal import Text
internal import YAML

/// What `rules/hosts.yml` and a list's own rulebook say of hosts.
struct HostFacts: Sendable {
  /// What hosts hold, with what a list says itself first; nil stands for none of the kinds.
  private(set) var kinds: [(kind: Hosts.Kind?, hosts: HostSet)] = []
  private(set) var https = HostSet([])
  private(set) var withoutWWW = HostSet([])
  private(set) var tracking: [String] = []
  private(set) var view: [String: [String]] = [:]
  private(set) var shortened = HostSet([])
  private(set) var temporary = HostSet([])
  private(set) var gone = HostSet([])
  private(set) var moved: [String: String] = [:]
  /// The hosts and pages of which one of these four things is known.
  private(set) var fleeting = HostSet([])
  private(set) var signed: [String: [String]] = [:]
  /// What a list says will last, whatever is known against it.
  private(set) var lasting = HostSet([])

  /// What stands in `signed` for parameters that mean the same on every host.
  static let anyHost = "any"

  /// Adds what else is said of hosts: it goes before what was said.
  mutating func add(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "the hosts")
    func hosts(_ key: String) throws(YAMLError) -> [String] {
      try fields.node(key)?.hosts(in: file, as: "'\(key)'") ?? []
    }
    var own: [(kind: Hosts.Kind?, hosts: HostSet)] = [(nil, HostSet(try hosts("other")))]
    for kind in Hosts.Kind.allCases { own.append((kind, HostSet(try hosts(kind.rawValue)))) }
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
        "'\(text)' is not a host; write it in small letters and without 'https://' and 'www.', as in 'example.org' or 'example.org/papers'",
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
