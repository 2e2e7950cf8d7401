/// Sends requests with the manners and the patience that an API asks of its clients.
///
/// - One request at a time; between two writes at least ``Policy/writeInterval``.
/// - What failed for a reason that passes is sent again, if sending it twice does no harm. A POST is
///   never repeated: whoever sent it looks first whether it took effect, see
///   ``HTTPError/mayHaveTakenEffect``.
/// - After a POST that may have got lost, the next write waits longer than the last one did.
/// - After a rate limit every request waits, the next POST too, so a caller who sends a refused POST
///   again need not wait by himself.
/// - Nothing takes longer than ``Policy/budget``: what would have to wait beyond fails at once.
package actor Client {
  private let transport: any Transport
  private let policy: Policy
  private let surroundings: Surroundings
  private let deadline: Duration
  /// The uptime at which whoever works with the answers should come to an end, so that there is time to send
  /// what came of it.
  private let workEnd: Duration

  private var cache = EntityTagCache()
  /// The uptime before which nothing is sent.
  private var pausedUntil: Duration = .zero
  /// The uptime before which no write is sent.
  private var nextWrite: Duration = .zero
  /// How many secondary limits without a time came one after the other.
  private var unnamedLimits = 0
  /// How many writes of which nobody knows whether they took effect came one after the other.
  private var lostWrites = 0

  private let turnstile = Turnstile()

  package init(
    transport: any Transport,
    policy: Policy = Policy(),
    surroundings: Surroundings = .system
  ) {
    self.transport = transport
    self.policy = policy
    self.surroundings = surroundings
    let start = surroundings.uptime()
    deadline = start + policy.budget
    workEnd = start + policy.budget * 2 / 3
  }

  /// Tells whether two thirds of the time are over; the last is for writing what was found.
  package nonisolated var isWorkOver: Bool { surroundings.uptime() >= workEnd }

  /// Returns the answer to a request: always one of success, and whole.
  ///
  /// A GET is asked with the entity tag of the answer already known, and that answer is returned
  /// when the server says that it still holds.
  package func send(_ request: Request) async throws(HTTPError) -> Response {
    await turnstile.enter()
    defer { turnstile.leave() }
    var failure: HTTPError?
    for attempt in 1...max(1, policy.attempts) {
      if let failure {
        guard failure.isTransient, request.method.isIdempotent else { break }
        backOff(before: attempt, after: failure)
      }
      try await waitForTurn(of: request, after: failure)
      do throws(HTTPError) {
        let response = try await exchange(request)
        if !request.method.isRead { lostWrites = 0 }
        return response
      } catch {
        failure = error
      }
    }
    if let failure, failure.mayHaveTakenEffect {
      nextWrite += surroundings.chance(
        min(policy.backoff * (1 << min(lostWrites, 20)), policy.longestBackoff)
      )
      lostWrites += 1
    }
    throw failure ?? HTTPError(.misconfigured, request)
  }

  /// Sends a request once, and again where it is redirected to.
  private func exchange(_ original: Request) async throws(HTTPError) -> Response {
    var request = original
    guard request.token == nil || request.target.origin.isConfidential else {
      throw HTTPError(
        .misconfigured,
        request,
        reason: "a token is sent over https only, or to this machine; give the address with https"
      )
    }
    for _ in 0...policy.redirects {
      let response = try await sendOnce(request)
      guard [301, 302, 303, 307, 308].contains(response.status) else {
        if response.status == 304, let known = cache.answer(to: request) { return known }
        try judge(response, to: request)
        cache.keep(response, to: request)
        return response
      }
      request = try Redirect.follow(response, to: request)
    }
    throw HTTPError(
      .redirectRefused,
      original,
      reason: "more than \(policy.redirects) redirects"
    )
  }

  private func sendOnce(_ original: Request) async throws(HTTPError) -> Response {
    var request = original
    let left = deadline - surroundings.uptime()
    guard left > .zero else { throw HTTPError(.budgetExhausted, original) }
    request.timeout = min(request.timeout, left)
    if let tag = cache.answer(to: request)?.headers["etag"] {
      request.headers["If-None-Match"] = tag
    }
    defer {
      if !request.method.isRead { nextWrite = surroundings.uptime() + policy.writeInterval }
    }
    return try await transport.send(request)
  }

  /// Throws unless the answer is one of success and, where that is due, whole JSON.
  private func judge(_ response: Response, to request: Request) throws(HTTPError) {
    let limit = RateLimit(response, now: surroundings.timeSince1970())
    if limit.isRefusal {
      let unnamed = policy.secondaryLimitWait * (1 << min(unnamedLimits, 10))
      let wait = max(limit.wait ?? unnamed, .seconds(1))
      unnamedLimits += limit.wait == nil ? 1 : 0
      pause(for: wait)
      throw HTTPError(.rateLimited(wait: wait), request, response: response)
    }
    unnamedLimits = 0
    if let wait = limit.wait { pause(for: wait) }
    guard (200...299).contains(response.status) else {
      throw HTTPError(.status, request, response: response)
    }
    guard request.expectsJSON, response.status != 204, request.method != .head else { return }
    if !JSONShape.isComplete(response.body) {
      throw HTTPError(
        .unexpectedContent,
        request,
        response: response,
        reason: response.body.isEmpty ? "an empty answer" : "not JSON, or not all of it"
      )
    }
  }

  // MARK: - Waiting

  /// Lets every request wait that is sent within a time from now.
  package func pause(for wait: Duration) {
    pausedUntil = max(pausedUntil, surroundings.uptime() + wait)
  }

  private func backOff(before attempt: Int, after failure: HTTPError) {
    if case .rateLimited = failure.kind { return }
    let ceiling = min(policy.backoff * (1 << min(attempt - 2, 20)), policy.longestBackoff)
    pause(for: surroundings.chance(ceiling))
  }

  /// Waits until the request may be sent; throws at once when that is after the deadline.
  private func waitForTurn(
    of request: Request,
    after failure: HTTPError?
  ) async throws(HTTPError) {
    let start = request.method.isRead ? pausedUntil : max(pausedUntil, nextWrite)
    let wait = start - surroundings.uptime()
    guard max(surroundings.uptime(), start) < deadline else {
      throw HTTPError(
        .budgetExhausted,
        request,
        response: failure?.response,
        reason: "the next request may be sent in \(max(0, wait.components.seconds)) s"
          + (failure.map { "; before: \($0.summary)" } ?? "")
      )
    }
    do {
      if wait > .zero { try await surroundings.sleep(wait) }
      try Task.checkCancellation()
    } catch {
      throw HTTPError(.cancelled, request)
    }
  }
}
