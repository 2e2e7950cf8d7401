internal import CCurl

/// The target of a request: an absolute `http` or `https` URI without user, password and fragment.
///
/// libcurl takes it apart, so that what is judged here is what libcurl opens.
package struct URI: Sendable, Hashable {
  /// Where a URI leads: only requests to the same origin may carry the same secrets.
  package struct Origin: Sendable, Hashable {
    package let scheme: String
    package let host: String
    package let port: Int
  }

  package let origin: Origin
  /// The path, percent-encoded, with its first slash.
  package let path: String
  /// The query, percent-encoded, without the question mark.
  package let query: String?

  /// Reads an absolute URI; nil when it is not one or when it has a user or another scheme.
  package init?(_ text: String) {
    self.init(text, relativeTo: nil)
  }

  /// Returns what a `Location` or `Link` found at this URI refers to, or nil as in ``init(_:)``.
  package func resolving(_ reference: String) -> URI? {
    URI(reference, relativeTo: self)
  }

  /// Returns this URI with further path segments and a query in place of its own.
  ///
  /// Segments, names and values are given as plain text and are percent-encoded here, so a slash
  /// in a segment stays inside it.
  package func appending(_ segments: [String], query: [(name: String, value: String)] = []) -> URI {
    let base = path.hasSuffix("/") ? String(path.dropLast()) : path
    let items = query.map { "\(Self.encode($0.name))=\(Self.encode($0.value))" }
    return URI(
      origin: origin,
      path: base + segments.map { "/" + Self.encode($0) }.joined(),
      query: items.isEmpty ? nil : items.joined(separator: "&")
    )
  }

  /// Path and query for an error message: of the query's values only numbers are shown, for others
  /// may be a signature.
  package var redactedTarget: String {
    guard let query else { return path }
    let items = query.split(separator: "&").map { item -> String in
      guard let sign = item.firstIndex(of: "=") else { return "…" }
      let value = item[item.index(after: sign)...]
      let isNumber = value.utf8.count < 10 && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return String(item[...sign]) + (isNumber ? String(value) : "…")
    }
    return path + "?" + items.joined(separator: "&")
  }

  private init(origin: Origin, path: String, query: String?) {
    self.origin = origin
    self.path = path
    self.query = query
  }

  /// See curl_url_set(3): setting a relative reference resolves it against the URL set before.
  private init?(_ text: String, relativeTo base: URI?) {
    guard !text.utf8.contains(0), let handle = curl_url() else { return nil }
    defer { curl_url_cleanup(handle) }
    let flags = UInt32(CURLU_DISALLOW_USER | CURLU_URLENCODE)
    if let base {
      guard curl_url_set(handle, CURLUPART_URL, base.description, 0) == CURLUE_OK else {
        return nil
      }
    }
    guard curl_url_set(handle, CURLUPART_URL, text, flags) == CURLUE_OK,
      let scheme = Self.part(CURLUPART_SCHEME, of: handle),
      scheme == "http" || scheme == "https",
      let host = Self.part(CURLUPART_HOST, of: handle),
      let port = Self.part(CURLUPART_PORT, of: handle, flags: UInt32(CURLU_DEFAULT_PORT)),
      let number = Int(port)
    else { return nil }
    self.init(
      origin: Origin(scheme: scheme, host: host.lowercased(), port: number),
      path: Self.part(CURLUPART_PATH, of: handle) ?? "/",
      query: Self.part(CURLUPART_QUERY, of: handle)
    )
  }

  private static func part(
    _ part: CURLUPart,
    of handle: OpaquePointer,
    flags: UInt32 = 0
  ) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }

  private static func encode(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E: encoded.append(byte)
      default: encoded += [0x25, hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}

extension URI: CustomStringConvertible {
  package var description: String { "\(origin)\(path)\(query.map { "?" + $0 } ?? "")" }
}

extension URI.Origin {
  /// Whether nobody on the way can read what is sent: over TLS, or to this machine.
  package var isConfidential: Bool {
    if scheme == "https" || host == "localhost" || host == "[::1]" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
  }
}

extension URI.Origin: CustomStringConvertible {
  package var description: String {
    let isDefault = port == (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(host)\(isDefault ? "" : ":\(port)")"
  }
}
