import HTTP
import Synchronization
import Testing

/// A transport that answers from a list, and fails when a request finds none.
///
/// ``verify()`` fails when an answer was left over.
final class StubTransport: Transport {
  /// An answer, or how the exchange fails.
  enum Stub: Sendable {
    case answer(Response)
    case failure(HTTPError.Kind)
  }

  private struct State {
    var stubs: [Stub]
    var requests: [Request] = []
  }

  private let state: Mutex<State>

  init(_ stubs: [Stub]) {
    state = Mutex(State(stubs: stubs))
  }

  /// The requests so far, in order.
  var requests: [Request] { state.withLock { $0.requests } }

  func send(_ request: Request) async throws(HTTPError) -> Response {
    let stub: Stub? = state.withLock { state in
      state.requests.append(request)
      return state.stubs.isEmpty ? nil : state.stubs.removeFirst()
    }
    switch stub {
    case .answer(let response): return response
    case .failure(let kind): throw HTTPError(kind, request)
    case nil:
      Issue.record("nobody expected \(request.method.rawValue) \(request.target)")
      throw HTTPError(.misconfigured, request)
    }
  }

  func verify(sourceLocation: SourceLocation = #_sourceLocation) {
    let unused = state.withLock { $0.stubs }
    #expect(unused.isEmpty, "nobody asked for \(unused)", sourceLocation: sourceLocation)
  }
}

extension StubTransport.Stub {
  /// An answer with a body, JSON if nothing else is said.
  static func answer(_ status: Int, _ headers: Headers = [:], _ body: String = "{}") -> Self {
    .answer(Response(status: status, headers: headers, body: Array(body.utf8)))
  }
}
