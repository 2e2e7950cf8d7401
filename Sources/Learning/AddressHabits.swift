internal import ListModel
internal import Rules
internal import Text

/// How the addresses of a list are written.
struct AddressHabits: Sendable {
  private var abs = 0
  private var pdf = 0
  private var suffixed = 0
  private var versioned = 0
  private var insecure = 0
  /// How many addresses each host has, and how many of those have parameters that say nothing.
  private var hosts: [String: (all: Int, cluttered: Int)] = [:]
  /// The hosts that answer by https, but have most addresses here without.
  private(set) var insecureHosts: Set<String> = []

  init(_ bytes: [UInt8], _ hosts: Hosts) {
    countParameters(in: bytes, hosts)
    findInsecureHosts(in: bytes, hosts)
    var index = 0
    while let colon = bytes.first(UInt8(ascii: ":"), in: index..<bytes.count) {
      index = colon + 1
      let start =
        bytes.matches("://arxiv.org/", at: colon)
        ? colon + 13 : bytes.matches("://www.arxiv.org/", at: colon) ? colon + 17 : nil
      guard let start else { continue }
      let end = bytes[start...].firstIndex { !$0.isWord && !"./-".utf8.contains($0) }
      let path = bytes[start..<(end ?? bytes.count)]
      if path.starts(with: "abs/".utf8) { abs += 1 }
      if path.starts(with: "pdf/".utf8) { pdf += 1 }
      if path.suffix(4).elementsEqual(".pdf".utf8) { suffixed += 1 }
      if path.dropFirst(4).contains(UInt8(ascii: "v")) { versioned += 1 }
      if !bytes.matches("https", at: colon - 5) { insecure += 1 }
    }
  }

  private mutating func countParameters(in bytes: [UInt8], _ known: Hosts) {
    func isPart(_ byte: UInt8) -> Bool {
      if byte.isWord { return true }
      return !byte.isWhitespace && !"()<>[]\"|".utf8.contains(byte)
    }
    var index = 0
    while let mark = bytes.first(UInt8(ascii: "?"), in: index..<bytes.count) {
      index = mark + 1
      var start = mark
      while start > 0, mark - start < 300, isPart(bytes[start - 1]) { start -= 1 }
      let end = bytes[mark...].prefix(300).firstIndex { !isPart($0) } ?? mark + 1
      let address = WebAddress(bytes.string(start..<end))
      guard bytes.matches("http", at: start), !address.host.isEmpty else { continue }
      let parameters = bytes[min(mark + 1, end)..<end].split(separator: UInt8(ascii: "&"))
      let isCluttered = parameters.contains { parameter in
        known.isClutter(String(decoding: parameter, as: UTF8.self), of: address)
      }
      if isCluttered { hosts[address.host, default: (0, 0)].cluttered += 1 }
    }
    for host in hosts.filter({ $0.value.cluttered >= Self.fewestCluttered }).keys {
      hosts[host]?.all = bytes.count(of: "//\(host)/")
    }
  }

  private mutating func findInsecureHosts(in bytes: [UInt8], _ known: Hosts) {
    var counts: [String: Int] = [:]
    var index = 0
    while let colon = bytes.first(UInt8(ascii: ":"), in: index..<bytes.count) {
      index = colon + 1
      guard bytes.matches("://", at: colon), colon > 3, bytes.matches("http", at: colon - 4) else {
        continue
      }
      let end = bytes[(colon + 3)...].firstIndex { !$0.isWord && !".-".utf8.contains($0) }
      counts[bytes.string(colon + 3..<(end ?? bytes.count)), default: 0] += 1
    }
    for (name, count) in counts where count >= Self.fewestInsecure {
      let address = WebAddress("http://\(name)/")
      guard known.hasHTTPS(address), bytes.count(of: "https://\(name)/") < count else {
        continue
      }
      insecureHosts.insert(address.host)
    }
  }

  private static let fewestInsecure = 5

  private static let fewestCluttered = 10

  /// The hosts most of whose addresses here have parameters that say nothing.
  var clutteredHosts: Set<String> {
    let common = hosts.filter {
      $0.value.cluttered >= Self.fewestCluttered && $0.value.cluttered * 2 >= $0.value.all
    }
    return Set(common.keys)
  }

  /// The counts, in words.
  var evidence: String {
    abs + pdf == 0
      ? "no address of a paper on arXiv" : "\(abs) addresses under abs, \(pdf) under pdf"
  }

  /// The form that nearly all have; any where they differ.
  var arXivForm: Rulebook.ArXivForm {
    guard abs + pdf >= 10 else { return .any }
    if Share.certain.isReached(by: abs, of: abs + pdf) { return .abs }
    return Share.certain.isReached(by: pdf, of: abs + pdf) ? .pdf : .any
  }

  /// What so many have that it is not a slip.
  var arXivCustoms: Set<Rulebook.ArXivCustom> {
    guard abs + pdf >= 10 else { return [.version, .suffix] }
    var customs: Set<Rulebook.ArXivCustom> = []
    if suffixed * 10 >= pdf { customs.insert(.suffix) }
    if versioned * 20 >= abs + pdf { customs.insert(.version) }
    if isInsecure { customs.insert(.http) }
    return customs
  }

  /// Whether addresses without encryption are a custom here.
  var isInsecure: Bool { insecure * 5 >= abs + pdf && insecure > 3 }
}

extension [UInt8] {
  /// Returns how often a text that begins an address, or the part after its scheme, stands in it.
  fileprivate func count(of text: String) -> Int {
    let sign = Array(text.utf8)
    var count = 0
    var position = 0
    while let start = first(sign[0], in: position..<self.count) {
      position = start + 1
      if self[start...].starts(with: sign) { count += 1 }
    }
    return count
  }
}
