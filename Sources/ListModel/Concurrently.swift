internal import Dispatch

/// Does two things, at once where there is more than one processor.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First,
  _ second: @Sendable () -> Second
) -> (First, Second) {
  // Each thread writes to a place of its own.
  nonisolated(unsafe) var one: First?
  nonisolated(unsafe) var other: Second?
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 { unsafe one = first() } else { unsafe other = second() }
  }
  guard let one = unsafe one, let other = unsafe other else {
    preconditionFailure("both are done when concurrentPerform returns")
  }
  return (one, other)
}
