import CGit2

/// The name of an object: its SHA-1, written as forty hexadecimal digits.
package struct ObjectID: Hashable, Sendable, CustomStringConvertible {
  // The twenty bytes, big-endian: three words compare and hash faster than an array.
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// Reads forty hexadecimal digits of either case; nil if `hex` is anything else.
  package init?(hex: String) {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count = 0
    for byte in hex.utf8 {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      switch count {
      case 0..<16: words.0 = words.0 << 4 | UInt64(digit)
      case 16..<32: words.1 = words.1 << 4 | UInt64(digit)
      case 32..<40: words.2 = words.2 << 4 | UInt64(digit)
      default: return nil
      }
      count += 1
    }
    guard count == 40 else { return nil }
    (high, middle, low) = (words.0, words.1, UInt32(words.2))
  }

  /// Copies libgit2's form.
  init(_ oid: git_oid) {
    (high, middle, low) = withUnsafeBytes(of: oid.id) { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
      )
    }
  }

  /// The name of the blob that some bytes make.
  ///
  /// Calls `git_odb_hash`.
  init(ofBlob bytes: [UInt8]) throws(Failure) {
    var oid = git_oid()
    try bytes.span.withUnsafeBytes { (bytes) throws(Failure) in
      try Failure.check(git_odb_hash(&oid, bytes.baseAddress, bytes.count, GIT_OBJECT_BLOB))
    }
    self.init(oid)
  }

  /// libgit2's form.
  var oid: git_oid {
    var oid = git_oid()
    withUnsafeMutableBytes(of: &oid.id) { bytes in
      bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
      bytes.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      bytes.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return oid
  }

  /// Forty lower-case hexadecimal digits.
  package var description: String {
    String(unsafeUninitializedCapacity: 40) { buffer in
      for index in 0..<40 {
        let digit: UInt8
        switch index {
        case 0..<16: digit = UInt8(truncatingIfNeeded: high >> (60 - 4 * index)) & 15
        case 16..<32: digit = UInt8(truncatingIfNeeded: middle >> (60 - 4 * (index - 16))) & 15
        default: digit = UInt8(truncatingIfNeeded: low >> (28 - 4 * (index - 32))) & 15
        }
        let first = digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10
        buffer[index] = first + digit
      }
      return 40
    }
  }

  /// Hashes the first eight bytes, which a SHA-1 already spreads evenly.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(high)
  }
}
