internal import ListModel
internal import Text

/// An address that a page may link to: of the web, and with nothing in it that browsers leave out or read as an
/// end, so that `java\u{9}script:` is none.
package struct SafeAddress: Hashable, Sendable {
  package let text: String
  /// Without `www.`, in lower case.
  package let host: String

  package init?(_ text: String) {
    let address = WebAddress(text)
    guard address.scheme == "http" || address.scheme == "https", !address.host.isEmpty,
      address.host.utf8.allSatisfy({ $0.isWord || "-._:[]".utf8.contains($0) }),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    self.text = text
    host = address.host
  }
}
