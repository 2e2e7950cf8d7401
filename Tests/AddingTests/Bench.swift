import FactsServer
import Foundation
import GitHub
import GitHubServer
import HTTP
import ListModel
import Review
import Rules
import Testing

@testable import Adding

/// A simulated GitHub with a list, and answers to comments whose time passes only when they wait.
struct Bench: ~Copyable {
  static let bot = Scene.Account.githubActions
  static let branch = "rubric/add-77"

  let github: SimulatedGitHub

  static let entries = [
    "- **`[GRES]`** A Sound Paper on Segmentation. CVPR'2023. [[paper](https://arxiv.org/abs/2301.10001)]",
    "- **`[GRES]`** Another Sound Paper on Words. ICCV'2023. [[paper](https://arxiv.org/abs/2301.10002)]",
    "- **`[GRES]`** A Third Sound Paper on Images. CVPR'2022. [[paper](https://arxiv.org/abs/2201.10003)]",
  ]

  static let text =
    (["# Papers", "", "## General", ""] + entries + ["", "## Survey", ""]
    + entries.map { $0.replacing("Paper", with: "Survey").replacing("10", with: "20") })
    .map { $0 + "\n" }.joined()

  init(pull: Bool = false) {
    var scene = Scene(base: Self.text, head: Self.text)
    if !pull { scene.pulls = [:] }
    scene.permissions["maintainer"] = "write"
    var grant = Scene.Grant()
    grant.canWriteContents = true
    grant.canWriteIssues = true
    scene.tokens["ghs_adder"] = grant
    github = SimulatedGitHub(scene)
  }

  deinit { github.stop() }

  static func facts(_ id: String = "2402.02207") throws -> FactTable {
    var facts = FactTable()
    let id = try #require(ArXivID(id))
    facts.preprints[id] = .yes(
      Preprint(title: "A New Way of Doing It", authors: ["Ada Adams", "Bo Brown"], year: 2024)
    )
    return facts
  }

  /// Answers a comment below issue 5, or pull request 1.
  @discardableResult
  func run(
    _ body: String = "/rubric add 2402.02207 in Survey",
    by login: String = "maintainer",
    pull: Bool = false,
    knowing facts: FactTable? = nil
  ) async throws -> String {
    let number = pull ? 1 : 5
    var issue: JSON = [
      "number": .number(number), "state": "open", "user": ["id": 7, "login": "contributor"],
    ]
    if pull { issue = issue.adding("pull_request", ["url": "u"]) }
    let payload: JSON = [
      "action": "created", "repository": ["full_name": "octo/list"], "issue": issue,
      "comment": [
        "id": 77, "body": .string(body), "user": ["id": 8, "login": .string(login)],
        "author_association": "MEMBER",
      ],
    ]
    let file = FileManager.default.temporaryDirectory
      .appending(path: "rubric-event-\(UInt64.random(in: 0 ... .max)).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(payload.bytes).write(to: file)
    let known = try facts ?? Self.facts()
    let job = ActionsJob(
      in: try ActionsEnvironment([
        "GITHUB_REPOSITORY": "octo/list", "GITHUB_API_URL": github.url,
        "GITHUB_TOKEN": "ghs_adder", "GITHUB_EVENT_NAME": "issue_comment",
        "GITHUB_EVENT_PATH": file.path,
      ]),
      by: .standard,
      asking: { _, _ in known },
      over: CurlTransport(.init(userAgent: "rubric/1.0", proxy: "")),
      surroundings: VirtualTime().surroundings
    )
    return try await AddRun(RunOptions(), in: job).run()
  }

  /// The program's own comments.
  var comments: [Scene.IssueComment] { github.scene.issueComments }

  var writes: [String] { github.log.filter { !$0.hasPrefix("GET") } }

  /// The lines that a branch adds to the list.
  func added(_ branch: String = Self.branch) -> [String] {
    let scene = github.scene
    let text = scene.branches[branch].flatMap { scene.commits[$0]?.files["README.md"] } ?? ""
    let old = Set(Self.text.split(separator: "\n"))
    return text.split(separator: "\n").filter { !old.contains($0) }.map(String.init)
  }
}
