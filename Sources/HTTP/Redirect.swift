/// The rules by which a redirect is followed.
enum Redirect {
  /// Returns the request that a redirect asks for.
  ///
  /// Only reads are followed, never from `https` to `http`, and the token stays behind when scheme,
  /// host or port change.
  static func follow(_ response: Response, to request: Request) throws(HTTPError) -> Request {
    func refusal(_ reason: String) -> HTTPError {
      HTTPError(.redirectRefused, request, response: response, reason: reason)
    }
    guard request.method.isRead else {
      throw refusal("a write is not sent to another address; was the repository renamed?")
    }
    guard let location = response.headers["location"] else { throw refusal("no address is given") }
    guard let target = request.target.resolving(location) else {
      throw refusal("its address is not one of http or https")
    }
    if request.target.origin.scheme == "https", target.origin.scheme != "https" {
      throw refusal("it leads from https to http")
    }
    var next = request
    next.target = target
    if target.origin != request.target.origin { next.token = nil }
    return next
  }
}
