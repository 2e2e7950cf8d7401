import FactsServer
import FoundationEssentials
import GitHub
import GitHubServer
import HTTP
import Review
import Rules
import Testing

/// A simulated GitHub, and runs of the program against it whose time passes only when they wait.
struct Bench: ~Copyable {
  static let bot = Scene.Account.githubActions

  let github: SimulatedGitHub
  private let isOwner: Bool

  /// A second client of a GitHub that somebody else stops.
  init(sharing github: SimulatedGitHub) {
    self.github = github
    isOwner = false
  }

  init(_ scene: Scene) {
    github = SimulatedGitHub(scene)
    isOwner = true
  }

  /// A pull request that turns one list into another.
  init(from base: String = List.text(), to head: String) {
    self.init(Scene(base: base, head: head))
  }

  deinit {
    if isOwner { github.stop() }
  }

  /// Runs the program as GitHub Actions would on a pull request, without a checkout.
  func run(
    token: String? = "ghs_writer",
    event: (name: String, payload: JSON)? = nil,
    lists: [String] = [],
    isDryRun: Bool = false,
    degrades: Bool = true,
    folder: String = "/nowhere",
    requiresRepository: Bool = false,
    asked: Int? = nil,
    summary: String? = nil,
    timeLimit: Duration? = nil,
    secondsAtWork: Int = 0,
    asking: ActionsJob.Asking? = nil
  ) async throws -> ReviewOutcome {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "rubric-event-\(UInt64.random(in: 0 ... .max)).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data((event?.payload ?? pullRequestEvent()).bytes).write(to: file)
    var variables = [
      "GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "octo/list",
      "GITHUB_EVENT_NAME": event?.name ?? "pull_request", "GITHUB_EVENT_PATH": file.path,
      "GITHUB_API_URL": github.url,
    ]
    variables["GITHUB_TOKEN"] = token
    variables["GITHUB_STEP_SUMMARY"] = summary
    var subject = ReviewRun.Subject()
    subject.local = LocalObjects(folder: folder, isRequired: requiresRepository)
    subject.pullRequest = asked
    subject.degrades = degrades
    var options = RunOptions()
    options.lists = lists
    options.isDryRun = isDryRun
    if let timeLimit { options.timeLimit = timeLimit }
    let job = ActionsJob(
      in: try ActionsEnvironment(variables),
      asking: asking,
      over: CurlTransport(.init(userAgent: "rubric/1.0", proxy: "")),
      surroundings: VirtualTime(atWork: .seconds(secondsAtWork)).surroundings
    )
    return try await ReviewRun(of: subject, options, in: job).run()
  }

  /// The event that a push to the pull request's branch starts.
  func pullRequestEvent(action: String = "synchronize") -> JSON {
    let scene = github.scene
    guard let pull = scene.pulls[1], let head = pull.heads.last else { return nil }
    let repository: JSON = ["full_name": .string(scene.repository), "default_branch": "main"]
    return [
      "action": .string(action), "number": 1, "repository": repository,
      "pull_request": [
        "number": 1, "title": .string(pull.title), "state": .string(pull.state),
        "draft": .bool(pull.isDraft), "updated_at": "2026-01-01T00:00:00Z",
        "user": ["id": .number(pull.author.id), "login": .string(pull.author.login)],
        "head": ["ref": "patch-1", "sha": .string(head), "repo": repository],
        "base": [
          "ref": .string(pull.baseRef), "sha": JSON(scene.branches[pull.baseRef]),
          "repo": repository,
        ],
      ],
    ]
  }

  /// What the program's own comments say.
  var comments: [Scene.Comment] { github.scene.comments.filter { $0.author == Self.bot } }

  /// What the program's own reviews say.
  var reviews: [Scene.Review] { github.scene.reviews.filter { $0.author == Self.bot } }

  /// How many requests came, and how many of them were no reads, since so many before.
  func counts(since start: Int = 0) -> (requests: Int, writes: Int) {
    let exchanges = github.exchanges.dropFirst(start)
    return (exchanges.count, exchanges.count { $0.request.method != "GET" })
  }
}

/// Lists to review.
enum List {
  /// What is found on each of these lines, and what it should read, is known.
  static let faulty = [
    "- **`[ReferIS][ReferIS]`** First Paper. CVPR'2024. [[paper](https://arxiv.org/abs/2401.00001)]",
    "- **`[ReferIS]`** Second Paper CVPR'2024. [[paper](https://arxiv.org/abs/2401.00002)]",
    "- **`[ReferIS]`** Third Paper. CVPR'2024. [[paper](http://www.arxiv.org/pdf/2401.00003v2)]",
  ]

  static let sound = [
    "- **`[ReferIS]`** First Paper. CVPR'2024. [[paper](https://arxiv.org/abs/2401.00001)]",
    "- **`[ReferIS]`** Second Paper. CVPR'2024. [[paper](https://arxiv.org/abs/2401.00002)]",
    "- **`[ReferIS]`** Third Paper. CVPR'2024. [[paper](https://arxiv.org/abs/2401.00003)]",
  ]

  /// A small list of forty entries, and more.
  static func text(adding entries: [String] = [], lineEnd: String = "\n") -> String {
    let legend = [
      "# Papers", "", "## Related Task", "",
      "**`[ReferIS]`**: Referring Image Segmentation  ", "**`[GRES]`**: Generalized  ", "",
      "## General", "",
    ]
    let old = (1...40).map { number in
      "- **`[GRES]`** Old Paper \(words[number % words.count]) \(number). CVPR'2023."
        + " [[paper](https://arxiv.org/abs/2301.\(10_000 + number))]"
    }
    return (legend + old + entries).map { $0 + lineEnd }.joined()
  }

  private static let words = ["Apple", "Birch", "Cedar", "Daisy", "Elder", "Fennel", "Garlic"]
}
