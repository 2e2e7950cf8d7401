import HTTP
import Testing

/// Which redirects the client follows, and what it takes along.
struct RedirectTests {
  let time = ManualTime()

  private func request(
    _ method: Method = .get,
    _ address: String = "https://api.example.com/a"
  ) throws -> Request {
    Request(method, try #require(URI(address)), token: AccessToken("sesame"))
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `a read follows a redirect on the same host with its token`(status: Int) async throws {
    let transport = StubTransport([.answer(status, ["Location": "/b?c=1"], ""), .answer(200)])
    let client = Client(transport: transport, surroundings: time.surroundings)
    _ = try await client.send(request())
    let last = try #require(transport.requests.last)
    #expect(last.target.description == "https://api.example.com/b?c=1")
    #expect(last.token == AccessToken("sesame"))
  }

  @Test(arguments: [
    "https://elsewhere.example.com/a", "https://api.example.com:8443/a", "//evil.example/a",
    "https://api.example.com.evil.example/",
  ])
  func `the token stays behind when the host or the port changes`(location: String) async throws {
    let transport = StubTransport([.answer(302, ["Location": location], ""), .answer(200)])
    let client = Client(transport: transport, surroundings: time.surroundings)
    _ = try await client.send(request())
    #expect(transport.requests.map { $0.token != nil } == [true, false])
  }

  @Test func `the token stays behind when the scheme changes`() async throws {
    let location: Headers = ["Location": "https://127.0.0.1/a"]
    let transport = StubTransport([.answer(302, location, ""), .answer(200)])
    let client = Client(transport: transport, surroundings: time.surroundings)
    _ = try await client.send(request(.get, "http://127.0.0.1/a"))
    #expect(transport.requests.last?.token == nil)
  }

  @Test(arguments: [
    "http://api.example.com/a", "http://10.0.0.1/a", "http://127.0.0.1.example.com/a",
  ])
  func `a token is not sent where others can read it`(address: String) async throws {
    let transport = StubTransport([])
    let client = Client(transport: transport, surroundings: time.surroundings)
    let error = await #expect(throws: HTTPError.self) {
      try await client.send(request(.get, address))
    }
    #expect(error?.description.contains("a token is sent over https only") == true)
  }

  @Test(arguments: ["http://127.0.0.1:8080/a", "http://localhost/a", "http://[::1]/a"])
  func `to this machine a token needs no TLS`(address: String) async throws {
    let transport = StubTransport([.answer(200)])
    let client = Client(transport: transport, surroundings: time.surroundings)
    _ = try await client.send(request(.get, address))
    #expect(transport.requests.last?.token != nil)
  }

  @Test func `the token does not come back with a redirect to the first host`() async throws {
    let transport = StubTransport([
      .answer(302, ["Location": "https://elsewhere.example.com/"], ""),
      .answer(302, ["Location": "https://api.example.com/b"], ""), .answer(200),
    ])
    let client = Client(transport: transport, surroundings: time.surroundings)
    _ = try await client.send(request())
    #expect(transport.requests.map { $0.token != nil } == [true, false, false])
  }

  @Test(arguments: [
    ("http://api.example.com/a", "it leads from https to http"),
    ("file:///etc/passwd", "its address is not one of http or https"),
    ("https://user:secret@api.example.com/", "its address is not one of http or https"),
    (nil, "no address is given"),
  ])
  func `a redirect that leads astray is refused`(location: String?, reason: String) async throws {
    var headers = Headers()
    if let location { headers["Location"] = location }
    let transport = StubTransport([.answer(302, headers, "")])
    let client = Client(transport: transport, surroundings: time.surroundings)
    let error = try await #require(throws: HTTPError.self) { try await client.send(request()) }
    #expect(error.kind == .redirectRefused)
    #expect(error.reason == reason)
    #expect(transport.requests.count == 1)
  }

  @Test(arguments: [Method.post, .put, .patch, .delete], [307, 308])
  func `a write that the same server did not do goes where it says`(
    method: Method,
    status: Int
  ) async throws {
    let transport = StubTransport([.answer(status, ["Location": "/b"], ""), .answer(200)])
    let client = Client(transport: transport, surroundings: time.surroundings)
    var request = try request(method)
    request.body = Array("{}".utf8)
    _ = try await client.send(request)
    let last = try #require(transport.requests.last)
    #expect(last.target.description == "https://api.example.com/b")
    #expect(last.method == method)
    #expect(last.body == Array("{}".utf8))
    #expect(last.token == AccessToken("sesame"))
  }

  @Test(arguments: [
    (301, "/b", "it would make a read of a write"), (302, "/b", "it would make a read of a write"),
    (303, "/b", "it would make a read of a write"),
    (307, "https://elsewhere.example.com/a", "a write is not sent to another host"),
    (308, "https://api.example.com:8443/a", "a write is not sent to another host"),
  ])
  func `no other write is redirected`(status: Int, location: String, reason: String) async throws {
    for method in [Method.post, .put, .patch, .delete] {
      let transport = StubTransport([.answer(status, ["Location": location], "")])
      let client = Client(transport: transport, surroundings: time.surroundings)
      let error = try await #require(throws: HTTPError.self) {
        try await client.send(request(method))
      }
      #expect(error.kind == .redirectRefused)
      #expect(error.reason == reason)
      #expect(!error.mayHaveTakenEffect)
      #expect(transport.requests.count == 1)
    }
  }

  @Test func `the sixth redirect is not followed`() async throws {
    let around = StubTransport.Stub.answer(302, ["Location": "/a"], "")
    let transport = StubTransport(Array(repeating: around, count: 6))
    let client = Client(transport: transport, surroundings: time.surroundings)
    let error = try await #require(throws: HTTPError.self) { try await client.send(request()) }
    #expect(error.reason == "more than 5 redirects")
    transport.verify()
  }
}
