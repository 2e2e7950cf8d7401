internal import FoundationEssentials
internal import GitHub
internal import HTTP
internal import Review
internal import Rules

/// The job in GitHub Actions that a command runs in, as its environment and options describe it.
struct ActionsOptions {
  /// What the runner says in a variable, and an option can say instead.
  enum Variable: String, CaseIterable {
    case repository
    case event
    case eventPath = "event-path"
    case apiURL = "api-url"
    case serverURL = "server-url"
    case stepSummary = "step-summary"
    case output

    /// The variable's name.
    var name: String {
      switch self {
      case .repository: "GITHUB_REPOSITORY"
      case .event: "GITHUB_EVENT_NAME"
      case .eventPath: "GITHUB_EVENT_PATH"
      case .apiURL: "GITHUB_API_URL"
      case .serverURL: "GITHUB_SERVER_URL"
      case .stepSummary: "GITHUB_STEP_SUMMARY"
      case .output: "GITHUB_OUTPUT"
      }
    }

    /// What its value is called in the help.
    private var placeholder: String {
      switch self {
      case .repository: "owner/name"
      case .event: "name"
      case .apiURL, .serverURL: "url"
      case .eventPath, .stepSummary, .output: "file"
      }
    }

    fileprivate var option: CommandSpecification.Option {
      CommandSpecification.Option(name: rawValue, value: placeholder, help: "Instead of \(name).")
    }
  }

  /// The options that stand in for some variables.
  static func options(_ variables: Variable...) -> [CommandSpecification.Option] {
    variables.map(\.option)
  }

  static let account = CommandSpecification.Option(
    name: "account",
    value: "login",
    help: "The account that the token belongs to, if that is not GitHub Actions."
  )
  static let authorities = CommandSpecification.Option(
    name: "ca-file",
    value: "file",
    help: "Certificate authorities to trust, in PEM form."
  )

  let environment: ActionsEnvironment
  private let variables: [String: String]
  private let arguments: Arguments

  init(_ arguments: Arguments, of specification: CommandSpecification) throws {
    var variables = ProcessInfo.processInfo.environment
    for variable in Variable.allCases {
      guard let value = arguments.value(variable.rawValue) else { continue }
      try Self.check(value, for: variable, of: specification)
      variables[variable.name] = value
    }
    self.arguments = arguments
    self.variables = variables
    environment = try ActionsEnvironment(variables)
  }

  /// Sees that what stands in for a variable can be read.
  private static func check(
    _ value: String,
    for variable: Variable,
    of specification: CommandSpecification
  ) throws(UsageError) {
    let expected: String
    switch variable {
    case .apiURL where URI(value) == nil, .serverURL where URI(value) == nil:
      expected = "an http or https address without a user name"
    case .repository where RepositoryName(value) == nil: expected = "of the form owner/name"
    default: return
    }
    throw UsageError("'\(value)' in --\(variable.rawValue) is not \(expected)", of: specification)
  }

  /// Returns the job, in which registries are asked by `asking`.
  func job(asking: ActionsJob.Asking?) throws -> ActionsJob {
    ActionsJob(
      in: environment,
      by: try arguments.value("rulebook").map { try Rulebook(file: $0) },
      as: arguments.value("account"),
      asking: asking,
      over: CurlTransport(
        CurlTransport.Configuration(
          userAgent: "rubric/\(Rubric.version)",
          authoritiesFile: arguments.value("ca-file"),
          environment: variables
        )
      )
    )
  }

  /// Does something and waits for it; what goes wrong is also an annotation where the job shows those.
  func run<Value: Sendable>(
    isAnnotated: Bool = true,
    _ body: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    do {
      return try waiting(for: body)
    } catch {
      // The runner itself only says that a step failed.
      if environment.isActions, isAnnotated {
        print(Annotation(.error, WorkflowLog.neutralized("\(error)"), title: "rubric").command)
      }
      throw error
    }
  }
}
