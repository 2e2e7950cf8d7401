/// What carries one request to a server and one answer back.
///
/// A transport decides nothing: it follows no redirect, repeats nothing and takes any status for an
/// answer. That is ``Client``'s.
package protocol Transport: Sendable {
  /// Sends the request and waits for the whole answer.
  ///
  /// Throws when there is no answer, or not all of it, or more than the request takes.
  func send(_ request: Request) async throws(HTTPError) -> Response
}
