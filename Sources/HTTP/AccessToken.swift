/// A secret that authorizes requests.
///
/// Its text shows in no description, no reflection and no error.
package struct AccessToken: Sendable, Hashable {
  /// The secret itself, for the one header that carries it.
  package let secret: String

  /// Reads a token, without the line end and the blanks that pasting leaves around it.
  ///
  /// Returns nil when nothing is left or when a character cannot stand in a header.
  package init?(_ text: some StringProtocol) {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let bytes = Array(text.utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    guard !bytes.isEmpty, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    secret = String(decoding: bytes, as: UTF8.self)
  }
}

extension AccessToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<token>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
