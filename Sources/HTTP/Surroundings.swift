internal import Glibc

/// The clocks, the patience and the chance that a client's policy needs, so that tests bring theirs.
package struct Surroundings: Sendable {
  /// The time since some fixed moment, on a clock that is never set.
  package var uptime: @Sendable () -> Duration
  /// The time since 1970 began, UTC, on a clock that people set.
  package var timeSince1970: @Sendable () -> Duration
  /// Waits; throws only when the task is cancelled.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// A random time from zero to the one given.
  package var chance: @Sendable (Duration) -> Duration

  package init(
    uptime: @escaping @Sendable () -> Duration,
    timeSince1970: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    chance: @escaping @Sendable (Duration) -> Duration
  ) {
    self.uptime = uptime
    self.timeSince1970 = timeSince1970
    self.sleep = sleep
    self.chance = chance
  }

  /// The machine's.
  package static var system: Surroundings {
    let clock = ContinuousClock()
    let start = clock.now
    return Surroundings(
      uptime: { start.duration(to: clock.now) },
      timeSince1970: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
      },
      sleep: { try await clock.sleep(for: $0) },
      chance: { $0 * Double.random(in: 0...1) }
    )
  }
}
