import Dispatch
import GitHubServer
import HTTP
import Testing

/// What goes over the wire and what comes back, against a server on the loopback interface.
struct CurlTransportTests: CurlSuite {
  let transport = direct

  @Test(arguments: [Method.get, .post, .put, .patch, .delete])
  func `method, path, query, headers, token and body arrive`(method: Method) async throws {
    let server = LoopbackServer { request in
      let seen = ["user-agent", "accept", "authorization", "empty", "expect"]
        .map { "\($0)=\(request.headers[$0] ?? "none")" }.joined(separator: " ")
      return Reply(
        text: "\(request.method) \(request.target) \(seen) "
          + String(decoding: request.body, as: UTF8.self)
      )
    }
    defer { server.stop() }
    var request = try request(method, at: server)
    request.headers = ["Accept": "text/plain", "Empty": ""]
    request.token = AccessToken("sesame")
    let hasBody = method != .get && method != .delete
    if hasBody { request.body = Array("{\"ü\":0}".utf8) }
    let response = try await transport.send(request)
    #expect(
      String(decoding: response.body, as: UTF8.self)
        == "\(method.rawValue) /a%20b?page=2 user-agent=rubric/1.0 accept=text/plain"
        + " authorization=Bearer sesame empty= expect=none \(hasBody ? "{\"ü\":0}" : "")"
    )
  }

  @Test func `no token means no authorization`() async throws {
    let server = LoopbackServer { Reply(text: $0.headers["authorization"] ?? "none") }
    defer { server.stop() }
    var first = try request(.get, at: server)
    first.token = AccessToken("sesame")
    _ = try await transport.send(first)
    let response = try await transport.send(request(.get, at: server))
    #expect(response.body == Array("none".utf8))
  }

  @Test func `status, headers and body come back`() async throws {
    let reply = Reply(
      status: 404,
      headers: ["X-GitHub-Request-Id": "  A:1 ", "Link": "<x>; rel=\"next\""],
      text: "no"
    )
    let response = try await get(reply).get()
    #expect(response.status == 404)
    #expect(response.requestID == "A:1")
    #expect(response.headers["link"] == "<x>; rel=\"next\"")
    #expect(response.body == Array("no".utf8))
  }

  @Test func `HEAD brings headers without a body`() async throws {
    let server = LoopbackServer { _ in Reply(headers: ["ETag": "1"], text: "body") }
    defer { server.stop() }
    let response = try await transport.send(request(.head, at: server))
    #expect(response.headers["etag"] == "1")
    #expect(response.body.isEmpty)
  }

  @Test func `a chunked answer is put together`() async throws {
    let reply = Reply(
      headers: ["Transfer-Encoding": "chunked"],
      text: "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    )
    #expect(try await get(reply).get().body == Array("abcde".utf8))
  }

  @Test func `a compressed answer is decompressed`() async throws {
    // printf hello | gzip -n
    let gzip: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 7, 0, 0x86, 0xA6, 0x10,
      0x36, 5, 0, 0, 0,
    ]
    let response = try await get(Reply(headers: ["Content-Encoding": "gzip"], body: gzip)).get()
    #expect(response.body == Array("hello".utf8))
  }

  @Test func `a redirect is an answer`() async throws {
    let response = try await get(Reply(status: 302, headers: ["Location": "/b"])).get()
    #expect(response.status == 302)
  }

  @Test func `requests share a connection`() async throws {
    let server = LoopbackServer { _ in Reply(text: "yes") }
    defer { server.stop() }
    for _ in 1...3 { _ = try await transport.send(request(.get, at: server)) }
    // curl may open another one where the first has waited long.
    #expect(server.connections < 3)
  }

  @Test func `a POST whose connection breaks off is sent once`() async throws {
    let posts = Counter()
    let server = LoopbackServer { request in
      var reply = Reply(text: "yes")
      if request.method == "POST" {
        posts.increment()
        reply.delivery = .dropped
      }
      return reply
    }
    defer { server.stop() }
    // The connection that this leaves open is the one that libcurl would try the POST on twice.
    _ = try await transport.send(request(.get, at: server))
    let post = try request(.post, at: server)
    let error = try await #require(throws: HTTPError.self) { try await transport.send(post) }
    #expect(error.kind == .answerLost)
    #expect(error.mayHaveTakenEffect)
    #expect(posts.value == 1)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a request that comes while another is under way goes beside it`() async throws {
    let first = DispatchSemaphore(value: 0)
    let (arrivals, arrival) = AsyncStream<Void>.makeStream()
    let slow = LoopbackServer { _ in
      arrival.yield()
      first.wait()
      return Reply(text: "first")
    }
    let quick = LoopbackServer { _ in
      first.signal()
      return Reply(text: "second")
    }
    defer {
      slow.stop()
      quick.stop()
    }
    let (one, other) = (try request(.get, at: slow), try request(.get, at: quick))
    // The first is answered only after the second has been asked.
    async let answer = transport.send(one)
    var waiting = arrivals.makeAsyncIterator()
    await waiting.next()
    #expect(try await transport.send(other).body == Array("second".utf8))
    #expect(try await answer.body == Array("first".utf8))
  }

  @Test func `what goes wrong with one request is that request's alone`() async throws {
    let gone = LoopbackServer { _ in Reply() }
    gone.stop()
    let server = LoopbackServer { Reply(text: $0.headers["number"] ?? "") }
    defer { server.stop() }
    let answers = await withTaskGroup(of: (Int, String?).self) { group in
      for number in 0..<40 {
        group.addTask { [transport] in
          var request = Request(.get, URI(number.isMultiple(of: 2) ? server.url : gone.url)!)
          request.headers["Number"] = "\(number)"
          do throws(HTTPError) {
            return (number, String(decoding: try await transport.send(request).body, as: UTF8.self))
          } catch {
            return (number, nil)
          }
        }
      }
      return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    #expect(answers.count == 20)
    #expect(answers.allSatisfy { $0.value == "\($0.key)" })
  }

  // MARK: - The client on the wire

  @Test func `another host sees no token`() async throws {
    let other = LoopbackServer { Reply(json: .string($0.headers["authorization"] ?? "none")) }
    let location = other.url + "/b"
    let server = LoopbackServer { request in
      request.headers["authorization"] == "Bearer sesame"
        ? Reply(status: 302, headers: ["Location": location]) : Reply(status: 401)
    }
    defer {
      server.stop()
      other.stop()
    }
    var request = try request(.get, at: server)
    request.token = AccessToken("sesame")
    request.expectsJSON = false
    let client = Client(transport: transport, surroundings: ManualTime().surroundings)
    #expect(try await client.send(request).body == Array("\"none\"".utf8))
  }
}
