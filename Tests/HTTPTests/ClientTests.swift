import HTTP
import Testing

/// What the client does about failures, limits and time, with a transport that answers from a list.
struct ClientTests: ClientSuite {
  let time = ManualTime()

  // MARK: - Retries

  @Test(arguments: [500, 502, 503, 504, 408])
  func `a read is repeated after a status that passes`(status: Int) async throws {
    let transport = StubTransport([.answer(status), .answer(200, [:], "[1]")])
    let response = try await client(transport).send(request(.get))
    #expect(response.body == Array("[1]".utf8))
    #expect(time.waits == [.seconds(1)])
    transport.verify()
  }

  @Test(arguments: [HTTPError.Kind.unreachable, .answerLost])
  func `a read is repeated after a connection that failed`(kind: HTTPError.Kind) async throws {
    let transport = StubTransport([.failure(kind), .answer(200)])
    _ = try await client(transport).send(request(.get))
    transport.verify()
  }

  @Test(arguments: [Method.patch, .put, .delete])
  func `a write that may be said twice is repeated`(method: Method) async throws {
    let transport = StubTransport([.failure(.answerLost), .answer(200)])
    _ = try await client(transport).send(request(method))
    transport.verify()
  }

  @Test(arguments: [
    StubTransport.Stub.failure(.answerLost), .failure(.unreachable), .answer(502),
    .answer(429, ["Retry-After": "1"]), .answer(200, [:], "{\"id\": 1"),
  ])
  func `a POST is never repeated`(stub: StubTransport.Stub) async throws {
    let transport = StubTransport([stub])
    _ = try await failure(of: request(.post), transport)
    #expect(transport.requests.count == 1)
  }

  @Test(arguments: [400, 401, 403, 404, 409, 410, 422, 501])
  func `a status that does not pass is final`(status: Int) async throws {
    let transport = StubTransport([.answer(status, [:], #"{"message":"no"}"#)])
    let error = try await failure(of: request(.get), transport)
    #expect(error.kind == .status)
    #expect(error.response?.status == status)
  }

  @Test func `waits double up to their ceiling and attempts end`() async throws {
    let transport = StubTransport(Array(repeating: .answer(503), count: 8))
    var policy = Policy()
    policy.attempts = 8
    let error = try await failure(of: request(.get), transport, policy)
    #expect(error.response?.status == 503)
    #expect(time.waits == [1, 2, 4, 8, 16, 30, 30].map { .seconds($0) })
    transport.verify()
  }

  @Test func `a wait is the part of its ceiling that chance says`() async throws {
    let transport = StubTransport([.answer(503), .answer(200)])
    var surroundings = time.surroundings
    surroundings.chance = { $0 / 4 }
    let client = Client(transport: transport, surroundings: surroundings)
    _ = try await client.send(request(.get))
    #expect(time.waits == [.milliseconds(250)])
  }

  @Test func `Retry-After of a failing server is obeyed`() async throws {
    let transport = StubTransport([.answer(503, ["Retry-After": "17"]), .answer(200)])
    _ = try await client(transport).send(request(.get))
    #expect(time.waits == [.seconds(17)])
  }

  // MARK: - Rate limits

  @Test(
    arguments: [
      (403, ["Retry-After": "7"], "{}", 7),
      (429, ["Retry-After": "0"], "{}", 1),
      (429, ["retry-after": "7"], "{}", 7),
      (429, ["Retry-After": "Thu, 01 Jan 1970 00:17:00 GMT"], "{}", 20),
      (
        429,
        ["Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT", "Date": "Sun, 06 Nov 1994 08:49:30 GMT"],
        "{}", 7
      ),
      (403, ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1010"], "{}", 11),
      (429, ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1010"], "{}", 11),
      (403, [:], #"{"message":"You have exceeded a secondary rate limit."}"#, 60),
      (403, [:], #"{"message":"You have triggered an abuse detection mechanism."}"#, 60),
      (429, [:], "", 60),
      (422, [:], #"{"message":"Validation Failed","errors":[{"code":"abuse"}]}"#, 60),
    ] as [(Int, [String: String], String, Int)]
  )
  func `a limit in any form is waited out`(
    status: Int,
    fields: [String: String],
    body: String,
    seconds: Int
  ) async throws {
    var headers = Headers()
    for (name, value) in fields { headers.append(name, value) }
    let transport = StubTransport([.answer(status, headers, body), .answer(200)])
    _ = try await client(transport).send(request(.get))
    #expect(time.waits == [.seconds(seconds)])
    transport.verify()
  }

  @Test func `secondary limits without a time double the wait`() async throws {
    let transport = StubTransport([.answer(429), .answer(429), .answer(200)])
    _ = try await client(transport).send(request(.get))
    #expect(time.waits == [.seconds(60), .seconds(120)])
  }

  @Test func `a plain 403 is not a limit`() async throws {
    let body = #"{"message":"Resource not accessible by integration"}"#
    let transport = StubTransport([.answer(403, ["x-ratelimit-remaining": "12"], body)])
    #expect(try await failure(of: request(.get), transport).kind == .status)
    #expect(time.waits.isEmpty)
  }

  @Test func `the request after a refused POST waits for the limit`() async throws {
    let transport = StubTransport([.answer(429, ["Retry-After": "30"]), .answer(200)])
    let client = client(transport)
    let error = try await #require(throws: HTTPError.self) {
      try await client.send(request(.post))
    }
    #expect(error.kind == .rateLimited(wait: .seconds(30)))
    #expect(!error.mayHaveTakenEffect)
    _ = try await client.send(request(.get))
    #expect(time.waits == [.seconds(30)])
  }

  @Test func `the request after the last one of the hour waits for the next hour`() async throws {
    let last: Headers = ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1100"]
    let transport = StubTransport([.answer(200, last), .answer(200)])
    let client = client(transport)
    _ = try await client.send(request(.get))
    #expect(time.waits.isEmpty)
    _ = try await client.send(request(.get))
    #expect(time.waits == [.seconds(101)])
  }

  // MARK: - Writes

  @Test func `writes keep a second between them and reads do not`() async throws {
    let transport = StubTransport(Array(repeating: .answer(200), count: 4))
    let client = client(transport)
    _ = try await client.send(request(.post))
    _ = try await client.send(request(.get))
    #expect(time.waits.isEmpty)
    time.advance(by: .milliseconds(400))
    _ = try await client.send(request(.patch))
    #expect(time.waits == [.milliseconds(600)])
    time.advance(by: .seconds(2))
    _ = try await client.send(request(.delete))
    #expect(time.waits == [.milliseconds(600)])
  }

  @Test func `writes that may have got lost are set further apart, until one arrives`() async throws
  {
    let lost = StubTransport.Stub.answer(502)
    let answers = [lost, lost, lost, .answer(200), .answer(200)]
    let transport = StubTransport(answers)
    let client = client(transport)
    for _ in 0..<3 {
      await #expect(throws: HTTPError.self) { try await client.send(request(.post)) }
    }
    for _ in 0..<2 { _ = try await client.send(request(.post)) }
    #expect(time.waits == [2, 3, 5, 1].map { .seconds($0) })
    transport.verify()
  }

  @Test func `requests of many tasks go out one at a time`() async throws {
    let transport = CountingTransport()
    let client = Client(transport: transport, surroundings: time.surroundings)
    let request = try request(.get)
    try await withThrowingTaskGroup { group in
      for _ in 1...20 { group.addTask { _ = try await client.send(request) } }
      try await group.waitForAll()
    }
    #expect(transport.most == 1)
  }

  // MARK: - Budget

  @Test func `what would have to wait beyond the budget fails at once`() async throws {
    let transport = StubTransport([.answer(429, ["Retry-After": "3600"])])
    let error = try await failure(of: request(.get), transport)
    #expect(error.kind == .budgetExhausted)
    #expect(time.waits.isEmpty)
    #expect(
      error.description == "GET /a at https://api.example.com: no time left (the next request may"
        + " be sent in 3600 s; before: rate limited for 3600 s), status 429: {}"
    )
  }

  @Test func `nothing is sent after the budget`() async throws {
    let transport = StubTransport([])
    let client = client(transport)
    time.advance(by: .seconds(300))
    let error = try await #require(throws: HTTPError.self) {
      try await client.send(request(.get))
    }
    #expect(error.kind == .budgetExhausted)
    #expect(transport.requests.isEmpty)
  }

  @Test func `a request gets no more time than the budget leaves`() async throws {
    let transport = StubTransport([.answer(200)])
    let client = client(transport)
    time.advance(by: .seconds(290))
    _ = try await client.send(request(.get))
    #expect(transport.requests.map(\.timeout) == [.seconds(10)])
  }

  @Test func `a cancelled task sends nothing`() async throws {
    let transport = StubTransport([])
    let client = client(transport)
    let request = try request(.get)
    let task = Task { () async -> HTTPError.Kind? in
      withUnsafeCurrentTask { $0?.cancel() }
      do throws(HTTPError) { _ = try await client.send(request) } catch { return error.kind }
      return nil
    }
    #expect(await task.value == .cancelled)
  }
}
