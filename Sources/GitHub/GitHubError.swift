package import HTTP

/// Something that GitHub, or what GitHub Actions handed over, did not let us do.
package struct GitHubError: Error, Sendable {
  /// What went wrong, and with it what a caller may do.
  package enum Kind: Sendable, Equatable {
    /// The token is wrong or has expired.
    case unauthorized
    /// The token may not do this: "Resource not accessible by integration".
    case resourceNotAccessible
    /// Refused for another reason: a locked conversation, a policy.
    case forbidden
    /// Not there, or not there for this token.
    case notFound
    /// What was sent is not acceptable; GitHub's reasons, in its words.
    case validationFailed([String])
    /// GitHub asks to wait.
    case rateLimited
    /// The time for all requests together is used up.
    case budgetExhausted
    /// The pull request has another head than the one that was looked at.
    case headMoved(expected: CommitSHA, actual: CommitSHA)
    /// The path is there, but is not a file.
    case notAFile
    /// The network or the server failed.
    case unavailable
    /// The answer lacks something needed.
    case unexpectedAnswer
    /// A variable of the environment is missing or wrong.
    case invalidEnvironment
    /// The event's payload is missing or lacks something needed.
    case invalidEvent
    /// A file of GitHub Actions could not be written.
    case fileNotWritten
  }

  package let kind: Kind
  /// What was attempted: "read pull request 7 of octo/list".
  package let attempt: String
  /// Why it failed, if the kind and the cause do not say it all.
  package let reason: String
  package let cause: HTTPError?
  /// What to do about it in place of what is usual for the kind.
  package var ownRemedy: String?

  package init(_ kind: Kind, _ attempt: String, reason: String = "", cause: HTTPError? = nil) {
    self.kind = kind
    self.attempt = attempt
    self.reason = reason
    self.cause = cause
  }

  /// Whether a write may have taken effect although it failed; see `HTTPError`.
  package var mayHaveTakenEffect: Bool { cause?.mayHaveTakenEffect ?? (kind == .unexpectedAnswer) }
}

extension GitHubError: CustomStringConvertible {
  /// One line: attempt, reason, remedy, and last the request it came from.
  package var description: String {
    var text = "cannot \(attempt): \(summary)"
    if !reason.isEmpty { text += ": \(reason)" }
    if let remedy { text += "; \(remedy)" }
    if let cause { text += " [\(cause)]" }
    return text
  }

  private var summary: String {
    switch kind {
    case .unauthorized: "the token is not accepted"
    case .resourceNotAccessible: "the token lacks the permission"
    case .forbidden: "refused"
    case .notFound: "not found"
    case .validationFailed(let messages):
      messages.isEmpty ? "not acceptable" : messages.joined(separator: "; ")
    case .rateLimited: "too many requests"
    case .budgetExhausted: "no time left"
    case .headMoved(let expected, let actual):
      "its head moved from \(expected.abbreviated) to \(actual.abbreviated)"
    case .notAFile: "not a file"
    case .unavailable where cause?.kind == .unreachable: "GitHub cannot be reached"
    case .unavailable: "GitHub did not answer as it should"
    case .unexpectedAnswer: "the answer is not as GitHub describes it"
    case .invalidEnvironment: "the environment is not that of GitHub Actions"
    case .invalidEvent: "the event is not as GitHub describes it"
    case .fileNotWritten: "the file cannot be written"
    }
  }

  /// What to do about it, if there is anything.
  package var remedy: String? {
    if let ownRemedy { return ownRemedy }
    return switch kind {
    case .unauthorized: "check the token in GITHUB_TOKEN"
    case .resourceNotAccessible:
      "give the job 'permissions: pull-requests: write, contents: read'; for pull requests from"
        + " forks run it on 'pull_request_target' or 'workflow_run'"
    case .notFound: "a token without access to a private repository gets the same answer"
    case .rateLimited: "run again later"
    case .budgetExhausted: "run again later, or with more time"
    case .headMoved: "the run for the new head does it"
    case .unavailable where cause?.kind == .status: "see https://www.githubstatus.com"
    case .unavailable where cause?.kind == .unreachable:
      "see that the host is right, that its name can be looked up, and that a proxy, where there"
        + " is one, is named in https_proxy"
    case .forbidden, .validationFailed, .notAFile, .unavailable, .unexpectedAnswer,
      .invalidEnvironment, .invalidEvent, .fileNotWritten:
      nil
    }
  }
}
