internal import FoundationEssentials
internal import GitHub
package import HTTP
internal import Synchronization

/// A transport that lets reads through and keeps writes to itself, as if GitHub had taken them.
package final class RecordingTransport: Transport {
  private let transport: any Transport
  private let writes = Mutex<[Request]>([])

  package init(_ transport: any Transport) {
    self.transport = transport
  }

  package func send(_ request: Request) async throws(HTTPError) -> Response {
    if request.method.isRead { return try await transport.send(request) }
    writes.withLock { $0.append(request) }
    if request.method == .delete { return Response(status: 204) }
    // As much of a review and of a comment as a client reads.
    let sha = String(repeating: "0", count: 40)
    let answer = #"{"id":0,"body":"","state":"COMMENTED","path":"","commit_id":"\#(sha)"}"#
    return Response(status: 200, body: Array(answer.utf8))
  }

  /// The writes as JSON, each with its method, its address and its body.
  ///
  /// Characters that a terminal or a log could obey are written as escapes, which mean the same.
  package func json() throws -> String {
    let requests = try writes.withLock { $0 }.map { request -> JSONValue in
      [
        "method": JSONValue(request.method.rawValue),
        "url": JSONValue(request.target.description),
        "body": try request.body.map {
          try JSONDecoder().decode(JSONValue.self, from: Data($0))
        } ?? .null,
      ]
    }
    return WorkflowLog.escaped(json: JSONValue.array(requests).text())
  }
}
