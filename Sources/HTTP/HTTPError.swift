/// A request that did not bring what it was sent for.
package struct HTTPError: Error, Sendable {
  /// What went wrong, and with it what a caller may do.
  package enum Kind: Sendable, Equatable {
    /// The server answered with a status that is not success; see ``HTTPError/response``.
    case status
    /// The server asks to wait, for at least this long; it did not do what was asked.
    case rateLimited(wait: Duration)
    /// No connection came about: nothing was sent.
    case unreachable
    /// The server could not prove who it is: nothing was sent.
    case untrusted
    /// The file of certificate authorities to trust cannot be read, or holds none: nothing was sent.
    case noAuthorities
    /// The connection broke off, or the answer did not come in time or not in full.
    case answerLost
    /// The answer is larger than the request takes.
    case oversized
    /// The answer came, but is not what it should be: HTML in place of JSON, or nothing.
    case unexpectedContent
    /// A redirect that must not be followed.
    case redirectRefused
    /// The time for all requests together is used up, or waiting would use it up.
    case budgetExhausted
    /// The task was cancelled.
    case cancelled
    /// The transport was set up wrongly.
    case misconfigured
  }

  package let kind: Kind
  package let method: Method
  /// Path and query as ``URI/redactedTarget`` gives them.
  package let target: String
  /// Scheme, host and port asked.
  package let origin: URI.Origin
  /// The answer, if there was one.
  package let response: Response?
  /// What happened, in words, when the kind does not say all of it.
  package let reason: String
  private let token: AccessToken?

  package init(_ kind: Kind, _ request: Request, response: Response? = nil, reason: String = "") {
    self.kind = kind
    method = request.method
    target = request.target.redactedTarget
    origin = request.target.origin
    token = request.token
    self.response = response
    self.reason = reason
  }

  /// Whether the request may have taken effect although it failed.
  ///
  /// A write for which this holds must not be repeated before a look at what is there.
  package var mayHaveTakenEffect: Bool {
    if method.isRead { return false }
    switch kind {
    case .answerLost, .oversized, .unexpectedContent: return true
    case .status: return (response?.status ?? 0) >= 500
    case .rateLimited, .unreachable, .untrusted, .noAuthorities, .redirectRefused,
      .budgetExhausted, .cancelled, .misconfigured:
      return false
    }
  }

  /// Whether the same request may succeed in a while.
  var isTransient: Bool {
    switch kind {
    case .unreachable, .answerLost, .unexpectedContent, .rateLimited: true
    case .status: [408, 500, 502, 503, 504].contains(response?.status ?? 0)
    case .untrusted, .noAuthorities, .oversized, .redirectRefused, .budgetExhausted, .cancelled,
      .misconfigured:
      false
    }
  }
}

extension HTTPError: CustomStringConvertible {
  /// One line: attempt, reason, status, request ID and the start of the body.
  package var description: String {
    var text = "\(method.rawValue) \(target) at \(origin): \(summary)"
    if !reason.isEmpty { text += " (\(excerpt(reason)))" }
    if let response {
      text += ", status \(response.status)"
      if let requestID = response.requestID { text += ", request \(excerpt(requestID))" }
      let body = excerpt(String(decoding: response.body.prefix(4096), as: UTF8.self))
      if !body.isEmpty { text += ": \(body)" }
    }
    return text
  }

  /// The kind in words.
  package var summary: String {
    switch kind {
    case .status: "refused"
    case .rateLimited(let wait): "rate limited for \(wait.components.seconds) s"
    case .unreachable: "no connection"
    case .untrusted:
      "the server's certificate is not trusted; name the authority's certificates"
        + " with --ca-file or RUBRIC_CA_FILE"
    case .noAuthorities:
      "no certificates of authorities to trust can be read; install them, as Debian's"
        + " ca-certificates does, or name a PEM file with --ca-file, RUBRIC_CA_FILE or SSL_CERT_FILE"
    case .answerLost: "no complete answer"
    case .oversized: "the answer is too large"
    case .unexpectedContent: "not the answer that was asked for"
    case .redirectRefused: "redirect not followed"
    case .budgetExhausted: "no time left"
    case .cancelled: "cancelled"
    case .misconfigured: "cannot be sent"
    }
  }

  /// Returns the start of a text as one line without control characters and without the token, so
  /// that nothing a server sends can look like more than a part of a message.
  package func excerpt(_ text: String) -> String {
    let secret = token?.secret ?? ""
    let limit = 200
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      if category == .format { continue }
      let isBlank = category == .control || scalar.properties.isWhitespace
      if isBlank, line.last ?? " " == " " { continue }
      line.append(isBlank ? " " : scalar)
      // A secret that begins within the limit is seen whole, and so goes whole.
      if line.count == limit + 1 + secret.utf8.count { break }
    }
    if line.last == " " { line.removeLast() }
    let clean =
      secret.isEmpty ? line : String(line).replacing(secret, with: "<token>").unicodeScalars
    return clean.count > limit ? String(clean.prefix(limit)) + "…" : String(clean)
  }
}
