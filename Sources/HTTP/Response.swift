/// An answer, whatever its status.
package struct Response: Sendable, Equatable {
  package var status: Int
  package var headers: Headers
  /// The body, decompressed.
  package var body: [UInt8]

  package init(status: Int, headers: Headers = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The name GitHub's support knows the request by.
  package var requestID: String? { headers["x-github-request-id"] }
}
