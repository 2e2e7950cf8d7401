/// The rules by which a redirect is followed.
enum Redirect {
  /// Returns the request that a redirect asks for.
  ///
  /// A read is followed anywhere but from `https` to `http`, and the token stays after when scheme,
  /// host or port change. A write is sent again, as it is, where the server says that it did not do
  /// it (307, 308) and that the same server will: GitHub does so for a repository with a new name.
  static func follow(_ response: Response, to request: Request) throws(HTTPError) -> Request {
    func refusal(_ reason: String) -> HTTPError {
      HTTPError(.redirectRefused, request, response: response, reason: reason)
    }
    guard request.method.isRead || [307, 308].contains(response.status) else {
      throw refusal("it would make a read of a write")
    }
    guard let location = response.headers["location"] else { throw refusal("no address is given") }
    guard let target = request.target.resolving(location) else {
      throw refusal("its address is not one of http or https")
    }
    if request.target.origin.scheme == "https", target.origin.scheme != "https" {
      throw refusal("it leads from https to http")
    }
    guard request.method.isRead || target.origin == request.target.origin else {
      throw refusal("a write is not sent to another host")
    }
    var next = request
    next.target = target
    if target.origin != request.target.origin { next.token = nil }
    return next
  }
}
