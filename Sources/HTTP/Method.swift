/// A request method of HTTP, as far as an API client needs them.
package enum Method: String, Sendable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"

  /// Whether a request with this method changes nothing on the server.
  package var isRead: Bool { self == .get || self == .head }

  /// Whether the same request twice has the effect of once.
  ///
  /// RFC 9110 does not promise this for PATCH; the PATCH requests of this program set a text to a
  /// given value, which does.
  package var isIdempotent: Bool { self != .post }
}
