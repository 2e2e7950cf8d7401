import HTTP
import Synchronization

/// A clock that moves only when someone waits, and remembers how long they did.
final class ManualTime: Sendable {
  private struct State {
    var now: Duration = .zero
    var waits: [Duration] = []
  }

  private let state = Mutex(State())

  /// The waits so far, in order.
  var waits: [Duration] { state.withLock { $0.waits } }

  func advance(by time: Duration) {
    state.withLock { $0.now += time }
  }

  /// Surroundings on this clock, with the whole of each random wait; 1970 began 1000 s before it.
  var surroundings: Surroundings {
    Surroundings(
      uptime: { self.state.withLock { $0.now } },
      timeSince1970: { self.state.withLock { $0.now } + .seconds(1000) },
      sleep: { time in
        self.state.withLock {
          $0.now += time
          $0.waits.append(time)
        }
      },
      chance: { $0 }
    )
  }
}
