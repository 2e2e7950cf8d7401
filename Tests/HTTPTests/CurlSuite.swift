import GitHubServer
import HTTP
import Testing

/// Tests that speak with a server on the loopback interface.
protocol CurlSuite {
  var transport: CurlTransport { get }
}

extension CurlSuite {
  typealias Reply = LoopbackServer.Reply

  /// A transport that uses no proxy, whatever the environment says.
  static var direct: CurlTransport { CurlTransport(.init(userAgent: "rubric/1.0", proxy: "")) }

  func request(_ method: Method, at server: LoopbackServer) throws -> Request {
    Request(method, try #require(URI(server.url)).appending(["a b"], query: [("page", "2")]))
  }

  /// Answers `GET` as told and returns the error or the answer of one request.
  func get(_ reply: LoopbackServer.Reply) async throws -> Result<Response, HTTPError> {
    let server = LoopbackServer { _ in reply }
    defer { server.stop() }
    let request = try request(.get, at: server)
    do throws(HTTPError) { return .success(try await transport.send(request)) } catch {
      return .failure(error)
    }
  }
}
