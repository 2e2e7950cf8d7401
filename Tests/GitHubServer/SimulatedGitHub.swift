import Synchronization

/// GitHub on the loopback interface: the calls that a reviewing bot makes, with the rules that
/// GitHub holds them to, over a ``Scene`` that they change.
///
/// What GitHub refuses is refused as GitHub does it. What GitHub would let pass although its
/// description does not know it (a header, a field, a parameter) is refused too, and is noted in
/// ``violations``.
package final class SimulatedGitHub: Sendable {
  /// A request and the status it was answered with, whatever the client got to see.
  package struct Exchange: Sendable {
    package let request: LoopbackServer.Request
    package let status: Int

    /// Method and path, without the part that all paths of the repository have in common.
    package var summary: String {
      "\(request.method) \(request.path.split(separator: "/").dropFirst(3).joined(separator: "/"))"
    }
  }

  /// A change that happens while a client is at work.
  private struct Interruption {
    var skipping: Int
    let edit: @Sendable (inout Scene) -> Void
  }

  private struct State {
    var scene: Scene
    var faults: [Fault] = []
    var interruptions: [Interruption] = []
    var exchanges: [Exchange] = []
    var violations: [String] = []
    var pageSize = 100
  }

  private let state: Mutex<State>
  private let server: Mutex<LoopbackServer?>
  /// The path of the API's root: empty for github.com, `/api/v3` for a GitHub Enterprise Server.
  private let rootPath: String

  package init(_ scene: Scene, rootPath: String = "") {
    self.rootPath = rootPath
    state = Mutex(State(scene: scene))
    server = Mutex(nil)
    let started = LoopbackServer { [weak self] request in
      self?.answer(request) ?? LoopbackServer.Reply(status: 503)
    }
    server.withLock { $0 = started }
  }

  deinit {
    server.withLock { $0?.stop() }
  }

  /// The root of the API, as `GITHUB_API_URL` gives it.
  package var url: String { server.withLock { $0?.url ?? "" } + rootPath }

  /// The port it listens at.
  package var port: Int { server.withLock { $0?.port ?? 0 } }

  package var scene: Scene { state.withLock { $0.scene } }
  /// What came so far, in order.
  package var exchanges: [Exchange] { state.withLock { $0.exchanges } }
  /// Methods and paths so far, in order.
  package var log: [String] { exchanges.map(\.summary) }
  /// What a client did that GitHub's description does not know; a test expects none.
  package var violations: [String] { state.withLock { $0.violations } }

  /// Changes what there is.
  package func edit(_ edit: (inout Scene) -> Void) {
    state.withLock { edit(&$0.scene) }
  }

  /// Changes what there is right before a request, counted from now.
  package func edit(
    afterRequests count: Int,
    _ edit: @escaping @Sendable (inout Scene) -> Void
  ) {
    state.withLock { $0.interruptions.append(Interruption(skipping: count, edit: edit)) }
  }

  /// Lets something go wrong; of several faults for a request the first strikes.
  package func fail(_ fault: Fault) {
    state.withLock { $0.faults.append(fault) }
  }

  /// Shows at most so many elements on a page, whatever is asked for.
  package func limitPages(to size: Int) {
    state.withLock { $0.pageSize = size }
  }

  /// Stops the server; connections break off.
  package func stop() {
    server.withLock { $0?.stop() }
  }

  private func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    let root = url
    guard request.target.hasPrefix(rootPath + "/") else { return LoopbackServer.Reply(status: 404) }
    let request = LoopbackServer.Request(
      method: request.method,
      target: String(request.target.dropFirst(rootPath.count)),
      headers: request.headers,
      body: request.body
    )
    return state.withLock { state in
      for index in state.interruptions.indices.reversed() {
        state.interruptions[index].skipping -= 1
        if state.interruptions[index].skipping < 0 {
          state.interruptions.remove(at: index).edit(&state.scene)
        }
      }
      var fault: Fault?
      for index in state.faults.indices where fault == nil {
        if state.faults[index].strikes(request) { fault = state.faults[index] }
      }
      var reply = LoopbackServer.Reply(status: 503)
      if fault?.takesEffect ?? true || request.method == "GET" {
        var desk = Desk(
          scene: state.scene,
          request: request,
          root: root,
          pageSize: state.pageSize
        )
        reply = desk.answer()
        state.scene = desk.scene
        state.violations += desk.violations
      }
      if let fault { reply = Self.spoil(reply, by: fault, request, root) }
      state.exchanges.append(Exchange(request: request, status: reply.status))
      return reply
    }
  }

  private static func spoil(
    _ reply: LoopbackServer.Reply,
    by fault: Fault,
    _ request: LoopbackServer.Request,
    _ root: String
  ) -> LoopbackServer.Reply {
    var reply = reply
    switch fault.answer {
    case .reply(let other): return other
    case .oversized(let count):
      reply.headers = ["Content-Type": "application/json"]
      reply.body = Array(repeating: UInt8(ascii: " "), count: count)
    case .dropped: reply.delivery = .dropped
    case .withheld: reply.delivery = .withheld
    case .truncated:
      if reply.body.isEmpty { reply.body = Array("{\"message\": \"half\"}".utf8) }
      reply.status = fault.takesEffect ? reply.status : 200
      reply.delivery = .cut(after: reply.bytes(for: request).count - reply.body.count / 2)
    }
    return reply
  }
}
