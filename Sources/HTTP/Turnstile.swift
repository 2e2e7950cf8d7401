internal import Synchronization

/// Lets one task through at a time, in the order in which they come.
package final class Turnstile: Sendable {
  private struct State {
    var isBusy = false
    var queue: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  package init() {}

  /// Waits until whoever is inside has left; who enters must leave.
  package func enter() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.isBusy { state.queue.append(continuation) }
        defer { state.isBusy = true }
        return !state.isBusy
      }
      if isFree { continuation.resume() }
    }
  }

  package func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if !state.queue.isEmpty { return state.queue.removeFirst() }
      state.isBusy = false
      return nil
    }
    next?.resume()
  }
}
