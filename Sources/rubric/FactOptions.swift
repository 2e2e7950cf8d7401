internal import Classifier
internal import Facts
internal import FoundationEssentials
internal import GitHub
internal import Glibc
internal import HTTP
internal import ListModel
internal import Rules

/// The options by which registries and bibliographies are asked about entries.
struct FactOptions {
  private let bibliographies: [String]
  private let isOnline: Bool
  private let isQuiet: Bool
  private let configuration: Registries.Configuration?
  private let authoritiesFile: String?

  static let options: [CommandSpecification.Option] = [
    .init(
      name: "online",
      help:
        "Ask arXiv, Semantic Scholar, Crossref, GitHub and the addresses that entries name what they know."
    ),
    .init(
      name: "bibliography",
      value: "file",
      help:
        "A BibTeX file, plain or gzipped, that says where papers were published; once for each."
    ),
    .init(
      name: "cache",
      value: "dir",
      help: "Where to keep answers for a day. Default: rubric in XDG_CACHE_HOME."
    ),
    .init(name: "no-cache", help: "Keep no answers, and take none that were kept."),
  ]

  /// Says nothing of what is asked, where the command has no such option of its own.
  static let quiet = CommandSpecification.Option(name: "quiet", help: "Do not say what is asked.")

  /// The time for all registries together.
  static let timeLimit = CommandSpecification.Option(
    name: "time-limit",
    value: "seconds",
    help: "The time for all registries together, waiting included. Default: 300."
  )

  /// `standing` is the time limit where none is named; a command may ask the registries unasked.
  init(
    _ arguments: Arguments,
    of specification: CommandSpecification,
    within standing: Duration = .seconds(300),
    asksOnline: Bool = false
  ) throws(UsageError) {
    bibliographies = arguments.values("bibliography")
    isOnline = asksOnline || arguments.flag("online")
    isQuiet = arguments.flag("quiet")
    authoritiesFile = arguments.value("ca-file")
    let limit = try arguments.value("time-limit").map { (text) throws(UsageError) in
      guard let seconds = Int(text), (1...86_400).contains(seconds) else {
        throw UsageError("'\(text)' is not a number of seconds up to a day", of: specification)
      }
      return Duration.seconds(seconds)
    }
    guard isOnline else {
      configuration = nil
      return
    }
    var configuration = try Registries.Configuration(
      ProcessInfo.processInfo.environment,
      of: specification
    )
    configuration.timeLimit = limit ?? standing
    if !arguments.flag("no-cache") {
      let folder =
        arguments.value("cache")
        ?? FactCache.standardFolder(ProcessInfo.processInfo.environment)
      configuration.cache = folder.map {
        FactCache(folder: $0, now: Int(Surroundings.system.timeSince1970().components.seconds))
      }
    }
    self.configuration = configuration
  }

  /// The time for all registries together; none where none is asked.
  var timeLimit: Duration { configuration?.timeLimit ?? .zero }

  /// Whether anything is asked at all.
  var isAsking: Bool { isOnline || !bibliographies.isEmpty }

  /// Returns what is known of the entries of a report, where that is not asked for nothing.
  func answers(about report: ListReport, lookingAtAll: Bool) throws -> FactTable {
    guard isAsking else { return .none }
    return try answers(
      about: report.entriesToAsk(lookingAtAll: lookingAtAll),
      beside: isOnline ? report.companions : []
    )
  }

  /// Returns what is known of some entries, waiting for it on the main thread.
  func answers(about entries: [Entry], beside others: [ArXivID] = []) throws -> FactTable {
    guard isOnline else { return try offlineAnswers(about: entries) }
    return try waiting { try await answers(about: entries, besides: others) }
  }

  /// Returns what is known of some entries.
  func answers(about entries: [Entry], besides others: [ArXivID]) async throws -> FactTable {
    var facts = try offlineAnswers(about: entries)
    guard let configuration, !entries.isEmpty else { return facts }
    let transport = CurlTransport(
      CurlTransport.Configuration(
        userAgent: "rubric/\(Rubric.version) (+https://github.com/rubric-review/rubric"
          + (configuration.contact.map { "; mailto:\($0)" } ?? "") + ")",
        authoritiesFile: authoritiesFile,
        environment: ProcessInfo.processInfo.environment
      )
    )
    let registries = Registries(
      configuration,
      progress: isQuiet ? .silent : .standardError,
      over: transport
    )
    await registries.answer(entries, besides: others, into: &facts)
    return facts
  }

  /// Returns what the bibliographies have.
  private func offlineAnswers(about entries: [Entry]) throws(BibliographyError) -> FactTable {
    var facts = FactTable()
    guard !bibliographies.isEmpty, !entries.isEmpty else { return facts }
    var bibliography = Bibliography(files: bibliographies)
    try bibliography.answer(entries, into: &facts)
    if bibliography.damaged > 0 {
      printError(
        "rubric: \(bibliography.damaged) of \(bibliography.damaged + bibliography.count) records in the bibliographies cannot be read"
      )
    }
    return facts
  }
}

extension Registries.Configuration {
  /// Reads where the registries are.
  init(
    _ environment: [String: String],
    of specification: CommandSpecification
  ) throws(UsageError) {
    func address(_ name: String) throws(UsageError) -> URI? {
      guard let text = environment[name], !text.isEmpty else { return nil }
      guard let address = URI(text) else {
        throw UsageError("'\(text)' in \(name) is not an http or https address", of: specification)
      }
      return address
    }
    func address(_ name: String, standing standard: String) throws(UsageError) -> URI {
      if let address = try address(name) { return address }
      guard let address = URI(standard) else { preconditionFailure("'\(standard)' is an address") }
      return address
    }
    let named = try address("RUBRIC_GITHUB_API_URL")
    let ofServer = try address("GITHUB_API_URL", standing: "https://api.github.com")
    let api = named ?? ofServer
    let graphQL = named == nil ? try address("GITHUB_GRAPHQL_URL") : nil
    self.init(
      arXiv: try address("RUBRIC_ARXIV_URL", standing: "https://export.arxiv.org"),
      scholar: try address(
        "RUBRIC_SEMANTIC_SCHOLAR_URL",
        standing: "https://api.semanticscholar.org"
      ),
      crossref: try address("RUBRIC_CROSSREF_URL", standing: "https://api.crossref.org"),
      api: api,
      graphQL: graphQL ?? api.appending(["graphql"])
    )
    gateway = try address("RUBRIC_LINK_GATEWAY")
    scholarKey = environment["SEMANTIC_SCHOLAR_API_KEY"].flatMap { AccessToken($0)?.secret }
    contact = environment["RUBRIC_CONTACT"].flatMap { AccessToken($0)?.secret }
    token = environment["GITHUB_TOKEN"].flatMap { AccessToken($0) }
  }
}

extension Progress {
  /// Says on standard error what is asked; the lines of a terminal take each other's place.
  static var standardError: Progress {
    let isTerminal = isatty(STDERR_FILENO) == 1
    return Progress { line, isLasting in
      let line = WorkflowLog.neutralized(line)
      if isTerminal {
        printError("\r\u{1B}[K" + line, terminator: isLasting ? "\n" : "")
      } else if isLasting {
        printError("rubric: \(line)")
      }
    }
  }
}
