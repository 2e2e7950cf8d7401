internal import CCurl
internal import Dispatch

/// Carries out requests with libcurl's multi interface: all at once, on one thread, which runs while there are any.
///
/// See libcurl-multi(3). A transfer must not block the threads that the program's tasks share.
// `multi` and `idle` are used on the queue of runs only, on which one follows the other, and in `deinit`, when none is
// left; `orders` on the desk only.
final class TransferLoop: @unchecked Sendable {
  private struct Order {
    let request: Request
    let answer: CheckedContinuation<Result<Response, HTTPError>, Never>
  }

  private struct Orders {
    var waiting: [Order] = []
    var isRunning = false
    /// Nil before libcurl was started.
    var waker: Waker?
  }

  /// Ends the wait of a run.
  // curl_multi_wakeup(3) may be called by any thread as long as the handle is there: whoever calls has the loop.
  private struct Waker: @unchecked Sendable {
    let multi: UnsafeMutableRawPointer

    func wake() { curl_multi_wakeup(multi) }
  }

  private struct Transfer {
    let handle: EasyHandle
    let order: Order
  }

  private let configuration: CurlTransport.Configuration
  private let runs = DispatchQueue(label: "TransferLoop.runs")
  // The thread sanitizer knows what a queue puts in order. What a `Mutex` protects it takes for unprotected.
  private let desk = DispatchQueue(label: "TransferLoop.desk")
  private var orders = Orders()
  private var multi: UnsafeMutableRawPointer?
  /// Handles that are free: they remember the servers' TLS sessions.
  private var idle: [EasyHandle] = []

  /// The longest that a run waits for the network without looking at the clock, in milliseconds.
  private static let longestWait: Int32 = 1_000
  private static let mostIdle = 8

  init(_ configuration: CurlTransport.Configuration) {
    self.configuration = configuration
  }

  deinit {
    idle = []
    if let multi { curl_multi_cleanup(multi) }
  }

  /// Sends a request and waits for what comes of it.
  func result(of request: Request) async -> Result<Response, HTTPError> {
    await withCheckedContinuation { continuation in
      let startsRun = desk.sync {
        orders.waiting.append(Order(request: request, answer: continuation))
        orders.waker?.wake()
        defer { orders.isRunning = true }
        return !orders.isRunning
      }
      if startsRun { runs.async { self.run() } }
    }
  }

  /// Carries out what is waiting, and what comes meanwhile.
  private func run() {
    var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
    while let waiting = nextOrders(isIdle: transfers.isEmpty) {
      for order in waiting { start(order, among: &transfers) }
      guard let multi, !transfers.isEmpty else { continue }
      var running: Int32 = 0
      var code = curl_multi_perform(multi, &running)
      let hasEnded = end(&transfers, of: multi)
      if code == CURLM_OK, !hasEnded {
        code = curl_multi_poll(multi, nil, 0, Self.longestWait, nil)
      }
      if code != CURLM_OK { abandon(&transfers, of: multi, code) }
    }
  }

  /// Takes what is waiting; nil, and the run is over, where nothing is and nothing is under way.
  private func nextOrders(isIdle: Bool) -> [Order]? {
    desk.sync {
      if orders.waiting.isEmpty, isIdle {
        orders.isRunning = false
        return nil
      }
      defer { orders.waiting = [] }
      return orders.waiting
    }
  }

  private func start(_ order: Order, among transfers: inout [UnsafeMutableRawPointer: Transfer]) {
    guard let handle = idle.popLast() ?? EasyHandle(), let multi = startedMulti() else {
      order.answer.resume(returning: .failure(Self.noStart(order.request)))
      return
    }
    do throws(HTTPError) {
      try handle.prepare(order.request, configuration)
    } catch {
      order.answer.resume(returning: .failure(error))
      return
    }
    guard curl_multi_add_handle(multi, handle.handle) == CURLM_OK else {
      order.answer.resume(returning: .failure(Self.noStart(order.request)))
      return
    }
    transfers[handle.handle] = Transfer(handle: handle, order: order)
  }

  /// Answers for the transfers that have ended; returns whether there were any.
  private func end(
    _ transfers: inout [UnsafeMutableRawPointer: Transfer],
    of multi: UnsafeMutableRawPointer
  ) -> Bool {
    var hasEnded = false
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let ended = message.pointee.easy_handle else {
        continue
      }
      // The message is gone once its handle is taken out.
      let code = message.pointee.data.result
      curl_multi_remove_handle(multi, ended)
      guard let transfer = transfers.removeValue(forKey: ended) else { continue }
      hasEnded = true
      let result = transfer.handle.result(code)
      if idle.count < Self.mostIdle { idle.append(transfer.handle) }
      transfer.order.answer.resume(returning: result)
    }
    return hasEnded
  }

  private func abandon(
    _ transfers: inout [UnsafeMutableRawPointer: Transfer],
    of multi: UnsafeMutableRawPointer,
    _ code: CURLMcode
  ) {
    let reason = String(cString: curl_multi_strerror(code))
    for (handle, transfer) in transfers {
      curl_multi_remove_handle(multi, handle)
      let error = HTTPError(.misconfigured, transfer.order.request, reason: reason)
      transfer.order.answer.resume(returning: .failure(error))
    }
    transfers = [:]
  }

  private func startedMulti() -> UnsafeMutableRawPointer? {
    if multi == nil {
      multi = curl_multi_init()
      let waker = multi.map { Waker(multi: $0) }
      desk.sync { orders.waker = waker }
    }
    return multi
  }

  private static func noStart(_ request: Request) -> HTTPError {
    HTTPError(.misconfigured, request, reason: "libcurl does not start")
  }
}
