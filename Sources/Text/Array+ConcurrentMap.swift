internal import Dispatch

extension Array where Element: Sendable {
  /// How few elements are not worth another thread.
  private static var fewest: Int { 64 }
  /// How many elements a thread takes at a time, so that all are busy to the end.
  private static var share: Int { 16 }

  /// Transforms each element, many of them on all processors at once; the results are in the order
  /// of the elements.
  package func concurrentMap<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    concurrentMap(transform, beside: {}).results
  }

  /// Transforms each element, and does another thing at the same time.
  ///
  /// They share one round of work: within another round, a round has one processor only.
  package func concurrentMap<Result: Sendable, Other: Sendable>(
    _ transform: @Sendable (Element) -> Result,
    beside work: @Sendable () -> Other
  ) -> (results: [Result], other: Other) {
    guard count >= Self.fewest else { return (map(transform), work()) }
    // Each thread writes to places of its own.
    nonisolated(unsafe) var other: Other?
    let results = unsafe [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      nonisolated(unsafe) let results = unsafe buffer
      let shares = (count + Self.share - 1) / Self.share
      DispatchQueue.concurrentPerform(iterations: shares + 1) { turn in
        guard turn > 0 else {
          unsafe other = work()
          return
        }
        for index in (turn - 1) * Self.share..<Swift.min(count, turn * Self.share) {
          unsafe results.initializeElement(at: index, to: transform(self[index]))
        }
      }
      initialized = count
    }
    guard let other = unsafe other else { preconditionFailure("the first turn was done") }
    return (results, other)
  }
}

/// Does two things at the same time, the first on this thread, and returns what both make.
///
/// Either may use `concurrentMap`.
package func concurrently<First, Second: Sendable>(
  _ first: () -> First,
  _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  let group = DispatchGroup()
  // It is written before the wait is over, and read after.
  nonisolated(unsafe) var other: Second?
  DispatchQueue.global().async(group: group) { unsafe other = second() }
  let result = first()
  group.wait()
  guard let other = unsafe other else { preconditionFailure("the group was waited for") }
  return (result, other)
}
