import HTTP
import Testing

/// Which answers the client takes, and which it knows already.
struct AnswerTests: ClientSuite {
  let time = ManualTime()

  @Test(arguments: [
    "", "<!DOCTYPE html><title>Unicorn!</title>", "[{\"id\": 1}", "{\"a\": \"}", "[1] trailing",
    "7",
  ])
  func `an answer that is not whole JSON is asked for again`(body: String) async throws {
    let transport = StubTransport([.answer(200, [:], body), .answer(200, [:], "[{}]")])
    let response = try await client(transport).send(request(.get))
    #expect(response.body == Array("[{}]".utf8))
    transport.verify()
  }

  @Test func `an answer that never becomes JSON is an error that says so`() async throws {
    let page = "<html>\n  <b>Unicorn!\u{1B}[31m</b>"
    let headers: Headers = ["X-GitHub-Request-Id": "C0FF:EE"]
    let transport = StubTransport([.answer(200, headers, page)])
    var policy = Policy()
    policy.attempts = 1
    let error = try await failure(of: request(.get), transport, policy)
    #expect(
      error.description == "GET /a at https://api.example.com: not the answer that was asked for"
        + " (not JSON, or not all of it), status 200, request C0FF:EE: <html> <b>Unicorn! [31m</b>"
    )
  }

  @Test func `an answer that need not be JSON may be anything`() async throws {
    let transport = StubTransport([.answer(200, [:], "# A list")])
    var request = try request(.get)
    request.expectsJSON = false
    let response = try await client(transport).send(request)
    #expect(response.body == Array("# A list".utf8))
  }

  @Test func `an answer without content needs no JSON`() async throws {
    let transport = StubTransport([.answer(204, [:], "")])
    #expect(try await client(transport).send(request(.delete)).status == 204)
  }

  @Test func `a known answer is returned when the server says it still holds`() async throws {
    let transport = StubTransport([
      .answer(200, ["ETag": "W/\"1\""], "[1]"), .answer(304, [:], ""),
      .answer(200, ["ETag": "W/\"2\""], "[2]"),
    ])
    let client = client(transport)
    for expected in ["[1]", "[1]", "[2]"] {
      let response = try await client.send(request(.get))
      #expect(String(decoding: response.body, as: UTF8.self) == expected)
    }
    #expect(
      transport.requests.map { $0.headers["if-none-match"] } == [nil, "W/\"1\"", "W/\"1\""]
    )
  }

  @Test func `answers to other questions are not mixed up`() async throws {
    let transport = StubTransport([.answer(200, ["ETag": "1"]), .answer(200), .answer(200)])
    let client = client(transport)
    _ = try await client.send(request(.get))
    var raw = try request(.get)
    raw.headers["Accept"] = "application/vnd.github.raw+json"
    _ = try await client.send(raw)
    var other = try request(.get)
    other.token = AccessToken("other")
    _ = try await client.send(other)
    #expect(transport.requests.allSatisfy { $0.headers["if-none-match"] == nil })
  }
}
