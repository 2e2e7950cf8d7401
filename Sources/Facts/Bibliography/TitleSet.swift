internal import ListModel
internal import Rules
internal import Text

/// The titles that are asked for, by which most others are told at once.
package struct TitleSet: Sendable {
  private var keys: Set<String> = []
  /// The hashes of the keys that are ASCII only.
  private var hashes: Set<UInt64> = []

  package init(_ keys: some Sequence<String>) {
    for key in keys where !key.isEmpty {
      self.keys.insert(key)
      hashes.insert(key.utf8.reduce(Self.seed, Self.adding))
    }
  }

  package var isEmpty: Bool { keys.isEmpty }

  package func contains(_ title: String) -> Bool { keys.contains(TitleKey.key(of: title)) }

  /// Tells whether a title as BibTeX has it may be asked for; never false where it is.
  func mayContain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var hash = Self.seed
    for index in range {
      let byte = bytes[index]
      // What has to be made plain first.
      if byte == UInt8(ascii: "\\") || byte >= 0x80 { return true }
      if byte.isLetter || byte.isDigit { hash = Self.adding(hash, byte.lowercased) }
    }
    return hashes.contains(hash)
  }

  /// FNV-1a, with 64 bits.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func adding(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
