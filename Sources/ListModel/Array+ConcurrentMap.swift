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
    guard count >= Self.fewest else { return map(transform) }
    return unsafe [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each thread writes to places of its own.
      nonisolated(unsafe) let results = unsafe buffer
      let shares = (count + Self.share - 1) / Self.share
      DispatchQueue.concurrentPerform(iterations: shares) { share in
        for index in share * Self.share..<Swift.min(count, (share + 1) * Self.share) {
          unsafe results.initializeElement(at: index, to: transform(self[index]))
        }
      }
      initialized = count
    }
  }
}
