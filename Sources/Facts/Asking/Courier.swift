package import HTTP

/// Sends requests to one registry with the manners it asks for: one at a time, paced, and with patience.
///
/// - What failed for a reason that passes is sent again, after what `Retry-After` says, else after a wait
///   that doubles.
/// - A registry that does not answer is given up, and nothing more is asked of it in this run.
package actor Courier {
  /// How a registry wants to be asked.
  package struct Manners: Sendable {
    /// The shortest time from the end of one request to the start of the next.
    package var interval: Duration = .seconds(1)
    package var attempts = 4
    /// The wait before the second attempt, where the registry names none; it doubles.
    package var backoff: Duration = .seconds(5)
    /// Statuses that are limits by another name.
    package var limits: Set<Int> = [429]
    /// Statuses after which nothing more is to be asked.
    package var bars: Set<Int> = [401, 403]
    package var timeout: Duration = .seconds(30)

    package init() {}
  }

  /// What came of a request.
  package enum Outcome: Sendable {
    case answer(Response)
    /// Why there is none, in words.
    case nothing(String)
  }

  package let name: String
  private let transport: any Transport
  private let manners: Manners
  private let surroundings: Surroundings
  /// The uptime after which nothing is sent.
  private let deadline: Duration
  private let progress: Progress
  private var next: Duration = .zero
  /// Whether the last answer was a limit.
  private var isLimited = false
  private var interval: Duration
  /// Why nothing more is asked; nil while it is.
  package private(set) var reasonOfSilence: String?
  private let turnstile = Turnstile()

  package init(
    _ name: String,
    over transport: any Transport,
    manners: Manners = Manners(),
    surroundings: Surroundings,
    deadline: Duration,
    progress: Progress
  ) {
    self.name = name
    self.transport = transport
    self.manners = manners
    self.surroundings = surroundings
    self.deadline = deadline
    self.progress = progress
    interval = manners.interval
  }

  /// Returns the answer to a request, whatever its status, or why there is none.
  ///
  /// `isWhole` tells whether an answer of success is what it should be; what is not comes from a server in
  /// front and is a failure that passes. A request that `isDivisible` is not sent again where it is too much
  /// for the server: whoever sent it asks for less.
  package func send(
    _ request: Request,
    isDivisible: Bool = false,
    isWhole: @Sendable (Response) -> Bool = { _ in true }
  ) async -> Outcome {
    await turnstile.enter()
    defer { turnstile.leave() }
    if let reasonOfSilence { return .nothing(reasonOfSilence) }
    var reason = ""
    for attempt in 1...manners.attempts {
      if let refusal = await waitForTurn(reason) { return .nothing(refusal) }
      let (outcome, wait) = await sendOnce(request, attempt, isWhole: isWhole)
      next = max(next, surroundings.uptime() + interval)
      switch outcome {
      case .answer: return outcome
      case .nothing(let why):
        reason = why
        guard let wait, !isDivisible || isLimited else { return outcome }
        next = max(next, surroundings.uptime() + wait)
      }
    }
    return .nothing(silence(reason))
  }

  /// Sends a request once; returns how long to wait before the next attempt, nil where there is none.
  private func sendOnce(
    _ original: Request,
    _ attempt: Int,
    isWhole: (Response) -> Bool
  ) async -> (outcome: Outcome, wait: Duration?) {
    var request = original
    request.expectsJSON = false
    request.timeout = min(manners.timeout, deadline - surroundings.uptime())
    let unnamed = manners.backoff * (1 << min(attempt - 1, 10))
    // A random part, so that clients that failed together do not come back together.
    let backoff = unnamed / 2 + surroundings.chance(unnamed / 2)
    isLimited = false
    do throws(HTTPError) {
      let response = try await transport.send(request)
      let limit = RateLimit(response, now: surroundings.timeSince1970())
      notePace(response)
      if manners.limits.contains(response.status) || limit.isRefusal {
        isLimited = true
        interval = max(interval, manners.interval * 2)
        return (.nothing("it limits requests (status \(response.status))"), limit.wait ?? backoff)
      }
      if manners.bars.contains(response.status) {
        return (.nothing(silence("it refuses to answer (status \(response.status))")), nil)
      }
      if response.status == 408 || response.status >= 500 {
        return (.nothing("status \(response.status)"), limit.wait ?? backoff)
      }
      guard !(200...299).contains(response.status) || isWhole(response) else {
        return (.nothing("the answer is not what was asked for, or not all of it"), backoff)
      }
      return (.answer(response), nil)
    } catch {
      switch error.kind {
      case .unreachable, .answerLost: return (.nothing(error.summary), backoff)
      default: return (.nothing(silence(error.summary)), nil)
      }
    }
  }

  /// Crossref says with each answer how many it takes in which time.
  private func notePace(_ response: Response) {
    guard let limit = response.headers["x-rate-limit-limit"].flatMap({ Int($0) }), limit > 0,
      let text = response.headers["x-rate-limit-interval"], text.hasSuffix("s"),
      let seconds = Int(text.dropLast()), (1...3600).contains(seconds)
    else { return }
    interval = .seconds(seconds) / limit
  }

  private func silence(_ reason: String) -> String {
    if reasonOfSilence == nil { reasonOfSilence = reason }
    return reason
  }

  /// Waits until the next request may be sent; returns why it may not be sent at all.
  private func waitForTurn(_ reason: String) async -> String? {
    let wait = next - surroundings.uptime()
    guard max(surroundings.uptime(), next) < deadline else {
      return silence(reason.isEmpty ? "no time is left" : reason + "; no time is left")
    }
    guard wait > .zero else { return nil }
    if wait >= .seconds(2) { progress.pausing(for: wait, at: name) }
    do {
      try await surroundings.sleep(wait)
      return nil
    } catch {
      return silence("cancelled")
    }
  }
}
