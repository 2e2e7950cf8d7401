/// Something that goes wrong between a client and the server.
package struct Fault: Sendable {
  /// What the client gets in place of the true answer.
  package enum Answer: Sendable {
    case reply(LoopbackServer.Reply)
    /// The connection closes without an answer.
    case dropped
    /// Half of the true answer, and then the connection closes.
    case truncated
    /// Nothing, until the client gives up.
    case withheld
    /// An answer of so many bytes.
    case oversized(Int)
  }

  /// The method of the requests that it meets; nil for any.
  package var method: String?
  /// What the path of the requests that it meets contains.
  package var path: String
  /// How many such requests pass before it begins.
  package var skipping: Int
  /// How many such requests it meets.
  package var times: Int
  /// Whether the request takes effect all the same.
  package var takesEffect: Bool
  package var answer: Answer

  package init(
    _ answer: Answer,
    method: String? = nil,
    path: String = "",
    skipping: Int = 0,
    times: Int = 1,
    takesEffect: Bool = false
  ) {
    self.answer = answer
    self.method = method
    self.path = path
    self.skipping = skipping
    self.times = times
    self.takesEffect = takesEffect
  }

  /// Whether it strikes at this request, which it counts.
  mutating func strikes(_ request: LoopbackServer.Request) -> Bool {
    guard method == nil || method == request.method, path.isEmpty || request.path.contains(path),
      times > 0
    else { return false }
    if skipping > 0 {
      skipping -= 1
      return false
    }
    times -= 1
    return true
  }
}

extension Fault {
  /// The ways in which GitHub, and what is between, fail: a run that meets any of them leaves nothing that the next
  /// one does not set right.
  package static let kinds: [(name: String, answer: Answer)] = [
    ("500", .status(500)), ("502 page", .html(502)), ("200 page", .html(200)), ("empty", .empty),
    ("dropped", .dropped), ("truncated", .truncated),
    ("403 limit", .secondaryLimit(403)), ("429 limit", .secondaryLimit(429, retryAfter: 3)),
    ("422 limit", .secondaryLimit(422)), ("hourly limit", .primaryLimit(seconds: 20)),
    ("long limit", .secondaryLimit(429, retryAfter: 4000)),
    ("no permission", .status(403, "Resource not accessible by integration")),
    ("not found", .status(404, "Not Found")), ("refused", .status(422, "Validation Failed")),
    ("conflict", .status(409, "Conflict")), ("unauthorized", .status(401, "Bad credentials")),
    ("elsewhere", .redirect(to: "http://127.0.0.1:1/")),
  ]
}

extension Fault.Answer {
  /// A refusal by status, with the message that GitHub gives.
  package static func status(
    _ status: Int,
    _ message: String = "Server Error",
    headers: [String: String] = [:]
  ) -> Self {
    .reply(.init(status: status, headers: headers, json: ["message": .string(message)]))
  }

  /// The page that GitHub shows when it is down, with any status.
  package static func html(_ status: Int = 502) -> Self {
    .reply(
      .init(
        status: status,
        headers: ["Content-Type": "text/html"],
        text: "<!DOCTYPE html>\n<title>Unicorn! · GitHub</title>"
      )
    )
  }

  /// Success, and nothing in it.
  package static let empty = Self.reply(.init())

  package static func redirect(_ status: Int = 302, to location: String) -> Self {
    .reply(.init(status: status, headers: ["Location": location]))
  }

  /// The secondary rate limit in each of its forms: 403, 429 and 422.
  package static func secondaryLimit(_ status: Int, retryAfter: Int? = nil) -> Self {
    let headers = retryAfter.map { ["Retry-After": "\($0)"] } ?? [:]
    if status == 422 {
      return .reply(
        .init(
          status: 422,
          headers: headers,
          json: ["message": "Validation Failed", "errors": [["code": "abuse"]]]
        )
      )
    }
    return .status(status, "You have exceeded a secondary rate limit.", headers: headers)
  }

  /// The hourly limit, which ends so many seconds after the server's time.
  package static func primaryLimit(seconds: Int) -> Self {
    .status(
      403,
      "API rate limit exceeded",
      headers: [
        "x-ratelimit-remaining": "0", "x-ratelimit-reset": "\(784_111_777 + seconds)",
        "Date": "Sun, 06 Nov 1994 08:49:37 GMT",
      ]
    )
  }
}
