package import Markdown
internal import Text

/// The addresses that a document gives for its links by reference, each on a line of its own:
/// `[1]: https://arxiv.org/abs/2308.00692`.
package struct References: Sendable {
  /// By what stands in brackets, in lower case.
  private let addresses: [String: String]

  static let none = References(addresses: [:])

  private init(addresses: [String: String]) { self.addresses = addresses }

  /// Finds the definitions in a text.
  package init(_ text: SourceText) {
    var addresses: [String: String] = [:]
    for line in text.lineNumbers {
      let bytes = text.bytes[text.line(line)]
      // Most lines define nothing, which their first byte tells.
      guard let start = bytes.firstIndex(where: { $0 != .space }), start - bytes.startIndex <= 3,
        bytes[start] == UInt8(ascii: "["), let (name, address) = Array(bytes[start...]).definition
      else { continue }
      // Of two, the first counts.
      addresses[name] = addresses[name] ?? address
    }
    self.addresses = addresses
  }

  package var isEmpty: Bool { addresses.isEmpty }

  /// Returns the address that stands after a name in brackets.
  package subscript(name: String) -> String? { addresses[name.lowercased()] }

  /// Tells whether a name in brackets that is defined stands in some bytes.
  package func areUsed(in bytes: ArraySlice<UInt8>) -> Bool {
    guard !isEmpty else { return false }
    var open: Int?
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: "[") {
        open = index + 1
      } else if byte == UInt8(ascii: "]"), let start = open {
        open = nil
        if self[String(decoding: bytes[start..<index], as: UTF8.self)] != nil { return true }
      }
    }
    return false
  }
}

extension [UInt8] {
  /// The name and the address that a line defines; nil where it defines none, or a footnote.
  fileprivate var definition: (name: String, address: String)? {
    guard let close = first(UInt8(ascii: "]"), in: 0..<count), close > 1,
      self[1] != UInt8(ascii: "^"), matches(":", at: close + 1)
    else { return nil }
    var start = close + 2
    while start < count, self[start] == .space || self[start] == UInt8(ascii: "<") { start += 1 }
    let address = destination(from: start)
    guard isScheme(at: start) else { return nil }
    return (string(1..<close).lowercased(), string(address))
  }
}
