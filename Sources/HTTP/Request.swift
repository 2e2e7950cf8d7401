/// A request, without what the connection needs to carry it.
package struct Request: Sendable, Equatable {
  package var method: Method
  package var target: URI
  /// The header fields apart from `Authorization`, which ``token`` stands for.
  package var headers: Headers
  /// Whom the request speaks for; it is not among the headers, so these can be shown and logged.
  package var token: AccessToken?
  package var body: [UInt8]?
  /// Whether an answer that is not JSON, or not all of it, is an error.
  package var expectsJSON = true
  /// The size of the largest body accepted, in bytes after decompression.
  package var responseLimit = 32 << 20
  /// The longest the whole exchange may take; the client shortens it to what its budget leaves.
  package var timeout: Duration = .seconds(60)

  /// Whether a stranger named the target: then only the public Internet is asked, whatever the name resolves
  /// to, and no proxy is.
  package var isGuarded = false

  package init(
    _ method: Method,
    _ target: URI,
    headers: Headers = [:],
    token: AccessToken? = nil,
    body: [UInt8]? = nil
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.token = token
    self.body = body
  }
}
