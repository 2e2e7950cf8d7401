/// An address of the Internet Protocol, for what may be asked on a stranger's word.
package struct IPAddress: Sendable, Equatable {
  /// 4 or 16 bytes, in the order of the network.
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether it is one of the public Internet: not of this machine, a private network, a link, or none of
  /// any one machine.
  ///
  /// See <https://www.iana.org/assignments/iana-ipv4-special-registry> and the registry for IPv6.
  package var isPublic: Bool {
    switch bytes.count {
    case 4: Self.isPublic(bytes[0], bytes[1], bytes[2])
    case 16: isPublicVersion6
    default: false
    }
  }

  private static func isPublic(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _): false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100),
      (203, 0, 113):
      false
    default: true
    }
  }

  private var isPublicVersion6: Bool {
    func isVersion4(at index: Int) -> Bool {
      Self.isPublic(bytes[index], bytes[index + 1], bytes[index + 2])
    }
    let head = bytes.prefix(12)
    // IPv4 addresses in three dresses: mapped, compatible (with :: and ::1 among them), and by NAT64.
    if head.dropLast(2).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return isVersion4(at: 12)
    }
    if head.allSatisfy({ $0 == 0 }) { return false }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) { return false }
    // 6to4 carries one, too.
    if bytes.starts(with: [0x20, 0x02]) { return isVersion4(at: 2) }
    // Teredo, documentation, and what is not global unicast.
    if bytes.starts(with: [0x20, 0x01, 0, 0]) || bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) {
      return false
    }
    return bytes[0] & 0xE0 == 0x20
  }
}

extension IPAddress {
  /// Reads the host of an address where it is a number, in any form that systems take for one: `127.1`,
  /// `2130706433`, `0x7f.0.0.1`, `[::1]`; nil where it is a name.
  package init?(host: String) {
    if host.hasPrefix("[") {
      guard let bytes = Self.version6(host.dropFirst().prefix { $0 != "]" && $0 != "%" }) else {
        // In brackets nothing else may stand: it is not a public address in any case.
        self.init([UInt8](repeating: 0, count: 16))
        return
      }
      self.init(bytes)
      return
    }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = (parts.last == "" ? parts.dropLast() : parts[...]).map(Self.number)
    guard (1...4).contains(numbers.count), !numbers.contains(where: { $0 == nil }) else {
      return nil
    }
    let values = numbers.compactMap { $0 }
    var address: UInt64 = 0
    for value in values.dropLast() { address = address << 8 | (value & 0xFF) }
    // The last number fills what is left.
    let width = UInt64(8 * (5 - values.count))
    address = address << width | ((values.last ?? 0) & ((1 << width) - 1))
    self.init((0..<4).map { UInt8(address >> UInt64(24 - 8 * $0) & 0xFF) })
  }

  /// Returns a decimal, octal or hexadecimal number; nil where it is none.
  private static func number(_ text: Substring) -> UInt64? {
    let lower = text.lowercased()
    if lower.hasPrefix("0x") { return lower == "0x" ? 0 : UInt64(lower.dropFirst(2), radix: 16) }
    guard !lower.isEmpty, lower.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    if lower.hasPrefix("0"), lower.utf8.count > 1 {
      return UInt64(lower, radix: 8) ?? UInt64(lower)
    }
    return UInt64(lower) ?? UInt64.max
  }

  private static func version6(_ text: Substring) -> [UInt8]? {
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    var groups: [[UInt8]] = []
    var gap: Int?
    for (index, half) in halves.enumerated() {
      if half.isEmpty {
        // Both of the colons at an end make one gap.
        if index > 0, index < halves.count - 1 {
          guard gap == nil || gap == groups.count else { return nil }
          gap = groups.count
        } else if index == 0 || gap == nil {
          gap = gap ?? groups.count
        }
        continue
      }
      if half.contains(".") {
        guard let last = IPAddress(host: String(half)), last.bytes.count == 4 else { return nil }
        groups += [Array(last.bytes[..<2]), Array(last.bytes[2...])]
      } else {
        guard half.utf8.count <= 4, let value = UInt16(half, radix: 16) else { return nil }
        groups.append([UInt8(value >> 8), UInt8(value & 0xFF)])
      }
    }
    guard groups.count == 8 || groups.count < 8 && gap != nil else { return nil }
    let missing = [[UInt8]](repeating: [0, 0], count: 8 - groups.count)
    groups.insert(contentsOf: missing, at: gap ?? groups.count)
    return groups.flatMap { $0 }
  }
}
