package import GitHub
internal import HTTP

extension APIClient {
  /// How often something is tried of which nobody knows whether it took effect.
  private static let attempts = 5

  /// Does something that writes, and does it again where nobody knows whether it took effect.
  ///
  /// `body` is told whether it is done again, and looks then at what is there before it writes.
  package func insisting<Value>(
    _ body: (_ isRepeated: Bool) async throws -> Value
  ) async throws -> Value {
    for attempt in 1..<Self.attempts {
      do {
        return try await body(attempt > 1)
      } catch let error as GitHubError where error.asksForALook {
        await pause(for: .seconds(1 << (attempt - 1)))
      }
    }
    return try await body(true)
  }
}

extension GitHubError {
  /// Whether it may be otherwise by now: what was sent may have taken effect, or somebody else was faster.
  fileprivate var asksForALook: Bool {
    if mayHaveTakenEffect || kind == .rateLimited || cause?.response?.status == 409 { return true }
    if case .validationFailed = kind { return true }
    return false
  }
}
