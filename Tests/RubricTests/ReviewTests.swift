import Foundation
import GitHubServer
import Testing

/// `rubric review` as a step of a workflow runs it, against a simulated GitHub.
@Suite(.serialized) struct ReviewTests: ~Copyable {
  private static let legend =
    "# Papers\n\n## Related Task\n\n**`[ReferIS]`**: Referring Image Segmentation  \n\n## General\n\n"
    + "- **`[ReferIS]`** Old Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2301.10001)]\n"
  private static let faulty =
    "- **`[ReferIS]`** New Paper CVPR'2024. [[paper](https://arxiv.org/abs/2401.00001)]\n"
  private static let sound =
    "- **`[ReferIS]`** New Paper. CVPR'2024. [[paper](https://arxiv.org/abs/2401.00001)]"

  private let program: Program
  private let github: SimulatedGitHub

  init() throws {
    program = try Program()
    github = SimulatedGitHub(
      Scene(base: Self.legend, head: Self.legend + Self.faulty)
    )
  }

  /// What the runner gives a step, for the event of a pull request.
  private func environment(token: String = "ghs_writer") throws -> [String: String] {
    let scene = github.scene
    let pull = try #require(scene.pulls[1])
    let repository: JSON = ["full_name": "octo/list"]
    let event: JSON = [
      "action": "opened", "number": 1, "repository": repository,
      "pull_request": [
        "number": 1, "title": "Add", "state": "open", "draft": false,
        "updated_at": "2026-01-01T00:00:00Z", "user": ["id": 7, "login": "contributor"],
        "head": ["ref": "patch-1", "sha": JSON(pull.heads.last), "repo": repository],
        "base": ["ref": "main", "sha": JSON(scene.branches["main"]), "repo": repository],
      ],
    ]
    try Data(event.bytes).write(to: program.folder.appending(path: "event.json"))
    return [
      "GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "octo/list", "GITHUB_API_URL": github.url,
      "GITHUB_EVENT_NAME": "pull_request", "GITHUB_TOKEN": token,
      "GITHUB_EVENT_PATH": program.folder.appending(path: "event.json").path,
      "GITHUB_STEP_SUMMARY": program.folder.appending(path: "summary.md").path,
      "GITHUB_OUTPUT": program.folder.appending(path: "output").path,
      "GITHUB_WORKSPACE": program.folder.path, "no_proxy": "*",
    ]
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOf: program.folder.appending(path: file), encoding: .utf8)
  }

  @Test func `a review is one write of six requests, and the status counts what it says`() throws {
    let outcome = try program.run(["review"], in: try environment())
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
    #expect(github.log.count == 6)
    #expect(github.log.filter { !$0.hasPrefix("GET") } == ["POST pulls/1/reviews"])
    #expect(github.violations.isEmpty)
    #expect(try text("output").contains("\n1\n"))
    #expect(try text("summary.md").contains(Self.sound))
    #expect(try program.run(["review", "--fail-on", "never"], in: try environment()).status == 0)
    #expect(github.scene.reviews.count == 1)
  }

  /// The outputs of a step, as the runner reads them.
  private func outputs() throws -> [String: String] {
    var values: [String: String] = [:]
    var lines = try text("output").split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst(), let mark = line.firstRange(of: "<<") {
      let value = lines.prefix { $0 != line[mark.upperBound...] }
      values[String(line[..<mark.lowerBound])] = value.joined(separator: "\n")
      lines = lines.dropFirst(value.count + 1)
    }
    return values
  }

  @Test func `the outputs say what was found and where the report is`() throws {
    let report = program.folder.appending(path: "report.json").path
    #expect(try program.run(["review", "--report", report], in: try environment()).status == 1)
    let found = try outputs()
    #expect(found["status"] == "findings")
    #expect(found["errors"] == "1")
    #expect(found["warnings"] == "0")
    #expect(found["notes"] == "0")
    #expect(found["degraded"] == "false")
    #expect(found["report"] == report)
    let list = JSON(Array(try text("report.json").utf8))?["lists"]?.array?.first
    #expect(list?["findings"]?.array?.count == 1)
    #expect(list?["suggestions"]?.array?.first?["replacement"] == .string(Self.sound))
  }

  @Test func `a report goes where a link leads`() throws {
    let link = program.folder.appending(path: "link.json").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "report.json")
    #expect(try program.run(["review", "--report", link], in: try environment()).status == 1)
    let kind = try FileManager.default.attributesOfItem(atPath: link)[.type] as? FileAttributeType
    #expect(kind == .typeSymbolicLink)
    #expect(JSON(Array(try text("report.json").utf8))?["lists"]?.array?.count == 1)
  }

  @Test func `a review that fails says so in the log, the summary and the outputs`() throws {
    github.edit { $0.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false) }
    let environment = try environment(token: "ghs_reader")
    let outcome = try program.run(["review", "--no-degrade"], in: environment)
    #expect(outcome.status == 3)
    #expect(outcome.output.hasPrefix("::error title=rubric::cannot review pull request 1"))
    #expect(try text("summary.md").contains("### rubric: no review was made"))
    #expect(try outputs() == ["status": "failed"])
  }

  @Test func `outside of Actions everything that cannot be posted is printed`() throws {
    github.edit { $0.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false) }
    let arguments = ["review", "--repository", "octo/list", "--pull-request", "1", "--degrade"]
    let token = ["GITHUB_TOKEN": "ghs_reader", "no_proxy": "*"]
    let outcome = try program.run(arguments + ["--api-url", github.url], in: token)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("\n```\n\(Self.sound)\n```\n"))
  }

  @Test func `what would have to wait beyond the time limit degrades at once`() throws {
    github.fail(Fault(.secondaryLimit(429, retryAfter: 30), method: "POST"))
    let outcome = try program.run(["review", "--time-limit", "20"], in: try environment())
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("no time left"))
    #expect(try program.run(["review", "--time-limit", "0"], in: try environment()).status == 2)
  }

  @Test func `a dry run prints what it would send`() throws {
    let outcome = try program.run(["review", "--dry-run"], in: try environment())
    #expect(outcome.status == 1)
    let requests = JSON(Array(outcome.output.utf8))?.array
    #expect(requests?.count == 1)
    #expect(requests?.first?["method"] == "POST")
    #expect(outcome.errors.contains("A comment at README.md:10"))
    #expect(!github.log.contains { !$0.hasPrefix("GET") })
  }

  @Test func `options stand in for the environment`() throws {
    let token = ["GITHUB_TOKEN": "ghs_writer", "no_proxy": "*"]
    let arguments = ["review", "--repository", "octo/list", "--pull-request", "1"]
    let outcome = try program.run(arguments + ["--api-url", github.url], in: token)
    #expect(outcome.status == 1)
    #expect(github.scene.comments.count == 1)
    let unnamed = try program.run(["review", "--repository", "octo/list"], in: token)
    #expect(unnamed.status == 2)
    #expect(unnamed.errors.contains("name the pull request with --pull-request"))
  }

  @Test func `a token that may not write leaves annotations`() throws {
    github.edit { $0.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false) }
    let outcome = try program.run(["review"], in: try environment(token: "ghs_reader"))
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("::error file=README.md,line=10,"))
    #expect(try text("output").contains("\ntrue\n"))
    let strict = try program.run(
      ["review", "--no-degrade"],
      in: try environment(token: "ghs_reader")
    )
    #expect(strict.status == 3)
    #expect(strict.errors.contains("the token lacks the permission"))
  }

  @Test func `a wrong rulebook at the base is told in the log and in the summary`() throws {
    let rulebook = [".github/rubric.yml": "nam: papers\n"]
    let base = ["README.md": Self.legend].merging(rulebook) { $1 }
    let head = ["README.md": Self.legend + Self.faulty].merging(rulebook) { $1 }
    github.edit { scene in
      let tokens = scene.tokens
      scene = Scene(base: base, head: head)
      scene.tokens = tokens
    }
    let outcome = try program.run(["review"], in: try environment())
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("rubric: .github/rubric.yml:1:1: "))
    #expect(try text("summary.md").contains("### rubric: the rulebook has a mistake"))
  }

  @Test func `a repository that is named has to be there`() throws {
    let outcome = try program.run(["review", "--repo", "none"], in: try environment())
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("cannot open repository 'none'"))
    #expect(github.log.isEmpty)
  }
}
