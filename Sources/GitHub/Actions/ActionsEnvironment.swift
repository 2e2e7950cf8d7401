internal import FoundationEssentials
package import HTTP

/// What GitHub Actions tells a step through its environment.
///
/// A variable that is missing is nil here, for outside of Actions options stand in for it; one that
/// is there and makes no sense is an error.
/// See <https://docs.github.com/actions/reference/workflows-and-actions/variables>.
package struct ActionsEnvironment: Sendable {
  /// Whether the program runs in GitHub Actions.
  package let isActions: Bool
  package let eventName: String?
  /// The file with the event's payload.
  package let eventPath: String?
  package let repository: RepositoryName?
  /// The root of the REST API, `https://api.github.com` if nothing else is said.
  package let api: URI
  /// The address of the web site, for links.
  package let server: URI
  /// The folder that a checkout step fills.
  package let workspace: String?
  /// The file whose Markdown becomes the job's summary.
  package let stepSummaryPath: String?
  /// The file for the step's outputs.
  package let outputPath: String?
  /// The token, which a workflow must hand over by itself.
  package let token: AccessToken?

  package init(_ environment: [String: String]) throws(GitHubError) {
    func variable(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    func parse<Value>(
      _ name: String,
      _ expected: String,
      _ read: (String) -> Value?
    ) throws(GitHubError) -> Value? {
      guard let text = variable(name) else { return nil }
      guard let value = read(text) else {
        throw GitHubError(.invalidEnvironment, "read \(name)", reason: "it is not \(expected)")
      }
      return value
    }
    isActions = environment["GITHUB_ACTIONS"] == "true"
    eventName = variable("GITHUB_EVENT_NAME")
    eventPath = variable("GITHUB_EVENT_PATH")
    workspace = variable("GITHUB_WORKSPACE")
    stepSummaryPath = variable("GITHUB_STEP_SUMMARY")
    outputPath = variable("GITHUB_OUTPUT")
    repository = try parse("GITHUB_REPOSITORY", "of the form owner/name") { RepositoryName($0) }
    token = try parse("GITHUB_TOKEN", "a token, which is one word of ASCII") { AccessToken($0) }
    guard
      let api = try parse("GITHUB_API_URL", "an http or https address", { URI($0) })
        ?? URI("https://api.github.com"),
      let server = try parse("GITHUB_SERVER_URL", "an http or https address", { URI($0) })
        ?? URI("https://github.com")
    else { preconditionFailure("GitHub's own addresses are addresses") }
    self.api = api
    self.server = server
  }

  /// Reads the event that started the run.
  package func event() throws(GitHubError) -> Event {
    guard let eventName, let eventPath else {
      throw GitHubError(
        .invalidEnvironment,
        "read the event",
        reason: "GITHUB_EVENT_NAME and GITHUB_EVENT_PATH are not both set"
      )
    }
    let payload: Data
    do {
      payload = try Data(contentsOf: URL(filePath: eventPath))
    } catch {
      let reason = (error as? CocoaError)?.reason ?? "\(error)"
      throw GitHubError(.invalidEnvironment, "read the event from '\(eventPath)'", reason: reason)
    }
    return try Event(name: eventName, payload: Array(payload))
  }
}
