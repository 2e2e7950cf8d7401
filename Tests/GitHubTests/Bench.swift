import GitHub
import GitHubServer
import HTTP
import Synchronization
import Testing

/// A simulated GitHub and a client of it whose time passes only when it waits.
struct Bench: ~Copyable {
  static let base = (1...20).map { "line \($0)\n" }.joined()
  /// The base with line 10 changed and line 21 added.
  static let head = base.replacing("line 10\n", with: "line ten\n") + "line 21\n"

  let github: SimulatedGitHub
  let client: APIClient
  private let time = Time()

  /// How long the client has waited.
  var waited: Duration { time.now.withLock { $0 } }

  init(_ scene: Scene = Scene(base: base, head: head), token: String? = "ghs_writer") throws {
    github = SimulatedGitHub(scene)
    let time = time
    let surroundings = Surroundings(
      uptime: { time.now.withLock { $0 } },
      timeSince1970: { time.now.withLock { $0 } },
      sleep: { wait in time.now.withLock { $0 += wait } },
      chance: { $0 }
    )
    let transport = CurlTransport(.init(userAgent: "rubric/1.0", proxy: ""))
    client = APIClient(
      repository: try #require(RepositoryName("octo/list")),
      token: token.flatMap { AccessToken($0) },
      client: Client(transport: transport, surroundings: surroundings),
      api: try #require(URI(github.url))
    )
  }

  deinit {
    github.stop()
  }

  /// The name of the pull request's head, as a client knows it.
  func head() throws -> CommitSHA {
    try #require(github.scene.pulls[1]?.heads.last.flatMap { CommitSHA($0) })
  }

  private final class Time: Sendable {
    let now = Mutex(Duration.zero)
  }
}
