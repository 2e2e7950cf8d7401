package import HTTP
internal import Synchronization

/// Time that passes only where somebody waits for it, at once.
package final class VirtualTime: Sendable {
  private let now = Mutex(Duration.zero)
  /// Whoever looks at the clock has worked for a second, until so much has passed.
  private let work: Duration

  package init(atWork work: Duration = .zero) { self.work = work }

  package var uptime: Duration {
    now.withLock {
      if $0 < work { $0 += .seconds(1) }
      return $0
    }
  }

  package var surroundings: Surroundings {
    Surroundings(
      uptime: { self.uptime },
      timeSince1970: { .seconds(1_790_000_000) + self.now.withLock { $0 } },
      sleep: { wait in self.now.withLock { $0 += wait } },
      chance: { $0 / 2 }
    )
  }
}
