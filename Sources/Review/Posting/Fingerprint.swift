/// What makes two line comments the same, run after run: what is said about which entry, never where it
/// stands.
package struct Fingerprint: Hashable, Sendable {
  /// Sixteen hexadecimal digits.
  package let text: String

  /// Takes the FNV-1a hash of the parts.
  ///
  /// Nobody gains by making two line comments look the same: only line comments of the program's own account
  /// are looked up, and what was found counts in the exit status all the same.
  package init(_ parts: [String]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in "\(part.utf8.count):\(part)".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    let digits = String(hash, radix: 16)
    text = String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Reads the digits; nil when the text is anything else.
  package init?(_ text: some StringProtocol) {
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard text.utf8.count == 16, text.utf8.allSatisfy(isDigit) else { return nil }
    self.text = String(text)
  }
}
