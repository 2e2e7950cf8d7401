import HTTP
import Synchronization

/// A transport that answers everything and knows how many requests it ever had at once.
final class CountingTransport: Transport {
  private let state = Mutex((now: 0, most: 0))

  var most: Int { state.withLock { $0.most } }

  func send(_ request: Request) async throws(HTTPError) -> Response {
    state.withLock {
      $0.now += 1
      $0.most = max($0.most, $0.now)
    }
    await Task.yield()
    state.withLock { $0.now -= 1 }
    return Response(status: 200, body: Array("{}".utf8))
  }
}
