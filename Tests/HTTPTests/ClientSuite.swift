import HTTP
import Testing

/// A suite about the client: each test has a time of its own, which passes when it is told to.
protocol ClientSuite {
  var time: ManualTime { get }
}

extension ClientSuite {
  func client(_ transport: StubTransport, _ policy: Policy = Policy()) -> Client {
    Client(transport: transport, policy: policy, surroundings: time.surroundings)
  }

  func request(_ method: Method, _ path: String = "a") throws -> Request {
    let target = try #require(URI("https://api.example.com"))
    return Request(method, target.appending([path]), token: AccessToken("sesame"))
  }

  /// Sends one request and returns the error it must end in.
  func failure(
    of request: Request,
    _ transport: StubTransport,
    _ policy: Policy = Policy()
  ) async throws -> HTTPError {
    let client = client(transport, policy)
    return try await #require(throws: HTTPError.self) { try await client.send(request) }
  }
}
