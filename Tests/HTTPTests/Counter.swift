import Synchronization

/// A number that threads count up together.
final class Counter: Sendable {
  private let number = Mutex(0)

  var value: Int { number.withLock { $0 } }

  func increment() {
    number.withLock { $0 += 1 }
  }
}
