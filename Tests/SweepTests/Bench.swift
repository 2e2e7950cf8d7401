import FactsServer
import GitHub
import GitHubServer
import HTTP
import Review
import Rules
import Sweep
import Testing

/// A simulated GitHub with a list, and runs of `sweep` against it whose time passes only when they wait.
struct Bench: ~Copyable {
  static let bot = Scene.Account.githubActions
  static let branch = "rubric/sweep"

  let github: SimulatedGitHub

  init(_ files: [String: String] = ["README.md": Sample.text]) {
    var scene = Scene()
    scene.branches["main"] = scene.addCommit(parents: [], files: files)
    var grant = Scene.Grant()
    grant.canWriteContents = true
    scene.tokens["ghs_sweeper"] = grant
    github = SimulatedGitHub(scene)
  }

  deinit { github.stop() }

  /// Runs `sweep --pull-request` as GitHub Actions would.
  @discardableResult
  func run(
    knowing facts: FactTable = Sample.facts(),
    token: String = "ghs_sweeper",
    lists: [String] = [],
    limit: Int = 25,
    isDryRun: Bool = false,
    asking: ActionsJob.Asking? = nil
  ) async throws -> SweepOutcome {
    var options = RunOptions()
    options.lists = lists
    options.isDryRun = isDryRun
    let job = ActionsJob(
      in: try ActionsEnvironment([
        "GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "octo/list", "GITHUB_API_URL": github.url,
        "GITHUB_TOKEN": token,
      ]),
      by: .standard,
      asking: asking ?? { _, _ in facts },
      over: CurlTransport(.init(userAgent: "rubric/1.0", proxy: "")),
      surroundings: VirtualTime().surroundings
    )
    return try await SweepRun(options, atMost: limit, in: job).run()
  }

  /// Runs it, whatever comes of that.
  func runRegardless(knowing facts: FactTable = Sample.facts()) async {
    do { try await run(knowing: facts) } catch { #expect("\(error)".isEmpty == false) }
  }

  var pulls: [Scene.Pull] { github.scene.pulls.values.sorted { $0.number < $1.number } }

  /// A list as a branch has it.
  func text(_ branch: String = Self.branch, _ path: String = "README.md") -> String? {
    let scene = github.scene
    return scene.branches[branch].flatMap { scene.commits[$0]?.files[path] }
  }

  /// How many requests came, and how many of them were no reads, since so many before.
  func counts(since start: Int = 0) -> (requests: Int, writes: Int) {
    let exchanges = github.exchanges.dropFirst(start)
    return (exchanges.count, exchanges.count { $0.request.method != "GET" })
  }

  /// What a pull request shows as its changes: from where both part, to its head.
  func changedFiles(of pull: Scene.Pull) -> [String] {
    let scene = github.scene
    return scene.changes(of: pull, at: pull.heads.last ?? "").keys.sorted()
  }
}
