package import HTTP
package import Rules

/// Whether addresses that entries name answer: each is a stranger's.
///
/// Only `http` and `https` are asked, only of the public Internet, without credentials, and bounded in
/// redirects, bytes and time. Dead is what says so twice, with the rest of the run between.
package struct AddressSource: FactSource {
  private let gateway: URI?
  private let isTimeUp: @Sendable () -> Bool
  private let courier: @Sendable (_ host: String) -> Courier

  package static let folder = "addresses"
  // Dead links are never from the cache.
  package static let keepsAbsence = false
  package let name = "addresses"

  private static let mostRedirects = 10
  /// How many hosts are asked at once.
  private static let mostHosts = 8
  /// How much of an answer is read, in bytes.
  private static let mostBytes = 64 << 10

  package static var manners: Courier.Manners {
    var manners = Courier.Manners()
    manners.interval = .milliseconds(100)
    // A wall is not a reason to wait: it says nothing of the address.
    manners.attempts = 1
    manners.limits = []
    manners.bars = []
    manners.timeout = .seconds(20)
    return manners
  }

  /// `gateway` is whom to ask instead, with the address's host in `Host`; `courier` makes what sends requests
  /// to a host, as long as `isTimeUp` does not hold.
  package init(
    through gateway: URI?,
    until isTimeUp: @escaping @Sendable () -> Bool,
    by courier: @escaping @Sendable (String) -> Courier
  ) {
    self.gateway = gateway
    self.isTimeUp = isTimeUp
    self.courier = courier
  }

  package func reasonOfSilence() async -> String? { isTimeUp() ? "no time is left" : nil }

  /// What an address said.
  private enum Verdict: Sendable, Equatable {
    case alive(movedTo: String)
    case gone
    case silent
  }

  /// Returns what is known of each address; those that are not to be asked have no fact.
  package func facts(
    of addresses: [String],
    _ note: @escaping @Sendable (Int) -> Void
  ) async -> [String: Fact<AddressFacts>] {
    let first = await ask(addresses, note)
    // Gone is only what is gone twice, the second time after all the rest.
    let again = await ask(first.filter { $0.value == .gone }.map(\.key).sorted()) { _ in }
    return first.reduce(into: [:]) { facts, pair in
      switch pair.value {
      case .alive(let place): facts[pair.key] = .yes(AddressFacts(movedTo: place))
      case .gone: facts[pair.key] = again[pair.key] == .gone ? .no : .notKnown
      case .silent: facts[pair.key] = .notKnown
      }
    }
  }

  private func ask(
    _ addresses: [String],
    _ note: @escaping @Sendable (Int) -> Void
  ) async -> [String: Verdict] {
    var byHost: [String: [(String, URI)]] = [:]
    for address in addresses {
      guard let target = URI(address), Self.isAllowed(target) else { continue }
      byHost[target.origin.host, default: []].append((address, target))
    }
    var hosts = byHost.sorted { $0.key < $1.key }.map(\.value)
    return await withTaskGroup(of: [(String, Verdict)].self) { group in
      var verdicts: [String: Verdict] = [:]
      func start() {
        guard let host = hosts.popLast() else { return }
        group.addTask { await self.askOneHost(host) }
      }
      for _ in 0..<Self.mostHosts { start() }
      for await found in group {
        for (address, verdict) in found { verdicts[address] = verdict }
        note(verdicts.count)
        start()
      }
      return verdicts
    }
  }

  /// One request at a time for each host.
  private func askOneHost(_ addresses: [(String, URI)]) async -> [(String, Verdict)] {
    guard let host = addresses.first?.1.origin.host else { return [] }
    let courier = courier(host)
    var verdicts: [(String, Verdict)] = []
    for (address, target) in addresses {
      let isDOI = host == "doi.org" || host == "dx.doi.org" || host == "www.doi.org"
      let verdict = isDOI ? await askDOI(target, courier) : await ask(target, courier)
      verdicts.append((address, verdict))
    }
    return verdicts
  }

  // MARK: - One address

  private func ask(_ target: URI, _ courier: Courier) async -> Verdict {
    let verdict = await follow(target, .head, courier)
    if case .alive = verdict { return verdict }
    // Servers answer HEAD with what they do not answer GET with.
    return await follow(target, .get, courier)
  }

  /// doi.org's own answer counts, not that of the publisher after it.
  private func askDOI(_ target: URI, _ courier: Courier) async -> Verdict {
    for method in [Method.head, .get] {
      guard let response = await send(target, method, courier) else { return .silent }
      if (300...399).contains(response.status) || (200...299).contains(response.status) {
        return .alive(movedTo: "")
      }
      guard [400, 404, 410].contains(response.status) else { return .silent }
      if method == .get { return .gone }
    }
    return .silent
  }

  private func follow(_ start: URI, _ method: Method, _ courier: Courier) async -> Verdict {
    var target = start
    var isPermanent = true
    for hop in 0...Self.mostRedirects {
      guard let response = await send(target, method, courier) else { return .silent }
      switch response.status {
      case 200...299:
        let hasMoved = hop > 0 && isPermanent && target.isSamePage(as: start)
        return .alive(movedTo: hasMoved ? target.description : "")
      case 301, 302, 303, 307, 308:
        guard let location = response.headers["location"], let next = target.resolving(location),
          Self.isAllowed(next)
        else { return .silent }
        if response.status != 301, response.status != 308 { isPermanent = false }
        target = next
      case 404, 410: return method == .get ? .gone : .silent
      default: return .silent
      }
    }
    return .silent
  }

  private func send(_ target: URI, _ method: Method, _ courier: Courier) async -> Response? {
    var request = Request(method, target)
    if let gateway {
      let query = target.query.map { "?" + $0 } ?? ""
      guard let through = gateway.resolving(gateway.rootText + target.path + query) else {
        return nil
      }
      request.target = through
      let origin = target.origin.description
      request.headers["Host"] = String(origin.dropFirst(target.origin.scheme.utf8.count + 3))
      request.headers["X-Forwarded-Proto"] = target.origin.scheme
    } else {
      request.isGuarded = true
    }
    if method == .get { request.headers["Range"] = "bytes=0-0" }
    request.headers["Accept"] = "*/*"
    request.responseLimit = Self.mostBytes
    switch await courier.send(request) {
    case .answer(let response): return response
    case .nothing: return nil
    }
  }

  /// Tells whether a stranger's address may be asked at all: where it is a number or a name of this machine or
  /// of a private network, it may not, whoever would be asked instead.
  package static func isAllowed(_ target: URI) -> Bool {
    let host = target.origin.host
    if let address = IPAddress(host: host) { return address.isPublic }
    var labels = host.split(separator: ".")
    guard labels.count > 1, let last = labels.popLast() else { return false }
    return ![
      "localhost", "local", "internal", "intranet", "lan", "home", "corp", "test", "invalid",
      "onion",
    ].contains(String(last)) && !host.hasSuffix("home.arpa")
  }
}

extension URI {
  /// Tells whether an address has the path of another, but for a slash at the end, and not only another
  /// scheme.
  fileprivate func isSamePage(as other: URI) -> Bool {
    func trimmed(_ path: String) -> Substring { path.hasSuffix("/") ? path.dropLast() : path[...] }
    return trimmed(path) == trimmed(other.path) && !trimmed(path).isEmpty && query == other.query
      && origin.host != other.origin.host
  }
}
