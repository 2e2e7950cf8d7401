import Dispatch
import GitHubServer
import HTTP
import Testing

/// What goes wrong on the wire, and what is refused, against a server on the loopback interface.
struct CurlFailureTests: CurlSuite {
  let transport = direct

  @Test(arguments: [
    LoopbackServer.Reply.Delivery.dropped, .cut(after: 10), .cut(after: 60),
  ])
  func `an answer that breaks off is lost`(delivery: LoopbackServer.Reply.Delivery) async throws {
    var reply = Reply(text: String(repeating: "x", count: 100))
    reply.delivery = delivery
    let result = try await get(reply)
    let error = try #require(throws: HTTPError.self) { try result.get() }
    #expect(error.kind == .answerLost)
  }

  @Test func `a chunked answer that breaks off is lost`() async throws {
    let reply = Reply(
      headers: ["Transfer-Encoding": "chunked", "Connection": "close"],
      text: "5\r\nab"
    )
    let result = try await get(reply)
    let error = try #require(throws: HTTPError.self) { try result.get() }
    #expect(error.kind == .answerLost)
    #expect(error.response?.status == 200)
  }

  @Test func `an answer that does not come in time is lost`() async throws {
    var silent = Reply()
    silent.delivery = .withheld
    let server = LoopbackServer { [silent] _ in silent }
    defer { server.stop() }
    var request = try request(.post, at: server)
    request.timeout = .milliseconds(50)
    let error = try await #require(throws: HTTPError.self) {
      try await transport.send(request)
    }
    #expect(error.kind == .answerLost)
    #expect(error.reason.contains("timed out"))
    #expect(error.mayHaveTakenEffect)
  }

  @Test(arguments: [["Content-Length": "1001"], ["Transfer-Encoding": "identity"], [:]])
  func `an answer over the limit is refused`(headers: [String: String]) async throws {
    let server = LoopbackServer { _ in
      Reply(
        headers: headers.merging(["Connection": "close"]) { $1 },
        text: String(repeating: "x", count: 1001)
      )
    }
    defer { server.stop() }
    var request = try request(.get, at: server)
    request.responseLimit = 1000
    let error = try await #require(throws: HTTPError.self) {
      try await transport.send(request)
    }
    #expect(error.kind == .oversized)
  }

  @Test func `an answer of exactly the limit is taken`() async throws {
    let server = LoopbackServer { _ in Reply(text: String(repeating: "x", count: 1000)) }
    defer { server.stop() }
    var request = try request(.get, at: server)
    request.responseLimit = 1000
    #expect(try await transport.send(request).body.count == 1000)
  }

  @Test func `headers without end are refused`() async throws {
    var headers: [String: String] = [:]
    for number in 1...300 { headers["X-\(number)"] = String(repeating: "x", count: 1000) }
    let result = try await get(Reply(headers: headers))
    let error = try #require(throws: HTTPError.self) { try result.get() }
    #expect(error.kind == .oversized)
  }

  @Test func `a header field with a carriage return inside is left out`() async throws {
    let response = try await get(Reply(headers: ["Bad": "a\rb", "Good": "c"])).get()
    #expect(response.headers["bad"] == nil)
    #expect(response.headers["good"] == "c")
  }

  @Test func `a port that nobody listens to is unreachable`() async throws {
    let server = LoopbackServer { _ in Reply() }
    server.stop()
    let request = try request(.post, at: server)
    let error = try await #require(throws: HTTPError.self) {
      try await transport.send(request)
    }
    #expect(error.kind == .unreachable)
    #expect(!error.mayHaveTakenEffect)
    #expect(error.description.hasPrefix("POST /a%20b?page=2 at \(server.url): no connection ("))
  }

  @Test func `what answers no TLS is unreachable over https`() async throws {
    let server = LoopbackServer { _ in Reply() }
    defer { server.stop() }
    let target = try #require(URI("https://127.0.0.1:\(server.port)/"))
    let error = try await #require(throws: HTTPError.self) {
      try await transport.send(Request(.get, target))
    }
    #expect(error.kind == .unreachable)
  }

  @Test func `a file of authorities that is not there is named`() async throws {
    let server = LoopbackServer { _ in Reply() }
    defer { server.stop() }
    let environment = ["RUBRIC_CA_FILE": "/nowhere/ca.pem"]
    let transport = CurlTransport(
      .init(userAgent: "rubric/1.0", proxy: "", environment: environment)
    )
    let target = try #require(URI("https://127.0.0.1:\(server.port)/"))
    let error = try await #require(throws: HTTPError.self) {
      try await transport.send(Request(.get, target))
    }
    #expect(error.kind == .noAuthorities)
    #expect(error.description.contains("/nowhere/ca.pem"))
    #expect(error.description.contains("--ca-file"))
  }

  @Test func `authorities are given, or named by our variable, or by OpenSSL's`() {
    func file(given: String? = nil, _ environment: [String: String]) -> String? {
      CurlTransport.Configuration(
        userAgent: "rubric/1.0",
        authoritiesFile: given,
        environment: environment
      ).authoritiesFile
    }
    let both = ["RUBRIC_CA_FILE": "/ours.pem", "SSL_CERT_FILE": "/openssl.pem"]
    #expect(file(given: "/given.pem", both) == "/given.pem")
    #expect(file(both) == "/ours.pem")
    #expect(file(["RUBRIC_CA_FILE": "", "SSL_CERT_FILE": "/openssl.pem"]) == "/openssl.pem")
    #expect(file([:]) == SystemAuthorities.file())
  }

  @Test func `the first place that the system has is taken`() {
    let places = ["/nowhere/ca.pem", #filePath, "/dev/null"]
    #expect(SystemAuthorities.file(among: places) == #filePath)
    #expect(SystemAuthorities.file(among: ["/nowhere/ca.pem"]) == nil)
  }

  @Test func `a proxy is asked for the whole address`() async throws {
    let proxy = LoopbackServer { Reply(text: $0.target) }
    defer { proxy.stop() }
    let transport = CurlTransport(.init(userAgent: "rubric/1.0", proxy: proxy.url))
    let target = try #require(URI("http://api.example.invalid/a"))
    let response = try await transport.send(Request(.get, target))
    #expect(response.body == Array("http://api.example.invalid/a".utf8))
  }
}
