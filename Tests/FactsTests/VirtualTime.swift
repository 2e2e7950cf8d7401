import HTTP
import Synchronization

/// Time that passes only where somebody waits for it, at once.
final class VirtualTime: Sendable {
  private let now = Mutex(Duration.zero)

  var uptime: Duration { now.withLock { $0 } }

  var surroundings: Surroundings {
    Surroundings(
      uptime: { self.uptime },
      timeSince1970: { .seconds(1_790_000_000) + self.uptime },
      sleep: { wait in self.now.withLock { $0 += wait } },
      chance: { $0 / 2 }
    )
  }
}
