internal import Dispatch
internal import Synchronization

/// Runs something asynchronous and waits for it on this thread, which has to be the main one: nothing
/// else runs there.
///
/// With an asynchronous `main` every command would start what only the network needs.
func waiting<Value: Sendable>(
  for body: @escaping @Sendable () async throws -> Value
) throws -> Value {
  let outcome = Outcome<Value>()
  let finished = DispatchSemaphore(value: 0)
  Task.detached {
    do {
      let value = try await body()
      outcome.result.withLock { $0 = .success(value) }
    } catch {
      outcome.result.withLock { $0 = .failure(error) }
    }
    finished.signal()
  }
  finished.wait()
  guard let result = outcome.result.withLock({ $0 }) else {
    preconditionFailure("what is finished has an outcome")
  }
  return try result.get()
}

private final class Outcome<Value: Sendable>: Sendable {
  let result = Mutex<Result<Value, any Error>?>(nil)
}
