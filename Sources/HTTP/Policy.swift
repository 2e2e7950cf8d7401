/// How patient a client is.
package struct Policy: Sendable {
  /// How often a request is sent at most, the first time included.
  package var attempts = 5
  /// The longest wait before the second attempt, which doubles with each further one.
  ///
  /// The actual wait is a random part of it, so that clients that failed together do not come back
  /// together.
  package var backoff: Duration = .seconds(1)
  /// What the doubling stops at.
  package var longestBackoff: Duration = .seconds(30)
  /// The wait after a secondary rate limit that names no time; it doubles with each further one.
  package var secondaryLimitWait: Duration = .seconds(60)
  /// The shortest time from the end of one write to the start of the next.
  package var writeInterval: Duration = .seconds(1)
  /// How many redirects of one request are followed.
  package var redirects = 5
  /// The time for everything, from the client's creation on, waiting included.
  package var budget: Duration = .seconds(300)

  package init() {}
}
