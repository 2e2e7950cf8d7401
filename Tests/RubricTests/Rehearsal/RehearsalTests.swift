import Foundation
import GitHubServer
import Testing

@testable import rubric

/// The workflows and the action, run from one end to the other on the loopback interface: the release
/// is downloaded, the program reads a pull request from a simulated GitHub, and says what it found.
@Suite(.serialized) final class RehearsalTests {
  private static let legend =
    "# Papers\n\n## Related Task\n\n**`[ReferIS]`**: Referring Image Segmentation  \n\n## General\n\n"
    + "- **`[ReferIS]`** Old Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2301.10001)]\n"
  private static let faulty =
    "- **`[ReferIS]`** New Paper CVPR'2024. [[paper](https://arxiv.org/abs/2401.00001)]\n"
  private static let sound =
    "- **`[ReferIS]`** New Paper. CVPR'2024. [[paper](https://arxiv.org/abs/2401.00001)]"

  var servers: [LoopbackServer] = []

  deinit {
    for server in servers { server.stop() }
  }

  /// A runner, a simulated GitHub with a pull request that comes from a fork, and a release.
  func runner(
    rootPath: String = "",
    checksums: String? = nil,
    changing change: (inout Release) -> Void = { _ in }
  ) throws -> Runner {
    var scene = Scene(base: Self.legend, head: Self.legend + Self.faulty)
    scene.pulls[1]?.headRepository = "stranger/list"
    let runner = try Runner(SimulatedGitHub(scene, rootPath: rootPath), downloads: "")
    var release = try Release(in: runner.program)
    change(&release)
    let server = release.serve()
    servers.append(server)
    runner.downloads = server.url
    runner.checksums =
      checksums ?? String(decoding: release.files["SHA256SUMS"] ?? [], as: UTF8.self)
    return runner
  }

  func writes(_ github: SimulatedGitHub) -> [String] {
    github.log.filter { !$0.hasPrefix("GET") }
  }

  @Test(arguments: ["recipes/pull-request-target.yml", "workflows/review.yml"])
  func `with pull_request_target the review is posted`(_ path: String) throws {
    let runner = try runner()
    let outcome = try runner.run(Workflow(path), on: "pull_request_target")
    #expect(!outcome.succeeded, "an error was found")
    #expect(outcome.log.contains("rubric: version \(Rubric.version) from http://127.0.0.1:"))
    #expect(writes(runner.github) == ["POST pulls/1/reviews"])
    #expect(runner.github.scene.comments.first?.body.contains(Self.sound) == true)
    #expect(runner.github.violations.isEmpty)
    #expect(outcome.summary.contains(Self.sound))
  }

  @Test(arguments: [
    ["recipes/pull-request.yml", "recipes/workflow-run.yml"],
    ["workflows/analyse.yml", "workflows/review.yml"],
  ])
  func `with pull_request the findings are shown, and with workflow_run they are posted`(
    _ paths: [String]
  ) throws {
    let runner = try runner()
    let analysis = try runner.run(Workflow(paths[0]), on: "pull_request")
    #expect(!analysis.succeeded)
    #expect(runner.github.scene.reviews.isEmpty)
    #expect(analysis.log.contains("::error file=README.md,line=10,"))
    #expect(analysis.artifacts["rubric"]?.contains("missing-full-stop") == true)
    let review = try runner.run(Workflow(paths[1]), on: "workflow_run")
    #expect(!review.succeeded)
    #expect(runner.github.scene.comments.first?.body.contains(Self.sound) == true)
    #expect(runner.github.violations.isEmpty)
  }

  @Test(arguments: ["recipes/push.yml", "workflows/push.yml"])
  func `with push the findings are shown in the job`(_ path: String) throws {
    let runner = try runner()
    let outcome = try runner.run(Workflow(path), on: "push")
    #expect(!outcome.succeeded)
    #expect(outcome.log.contains("::error file=README.md,line=10,"))
    #expect(outcome.summary.contains(Self.sound))
    #expect(writes(runner.github).isEmpty)
    #expect(runner.github.violations.isEmpty)
  }

  @Test func `a fork's token that may only read gets the same texts shown in the job`() throws {
    let runner = try runner()
    runner.isTokenReadOnly = true
    let outcome = try runner.run(Workflow("recipes/pull-request-target.yml"), on: "pull_request")
    #expect(!outcome.succeeded)
    #expect(runner.github.scene.reviews.isEmpty)
    #expect(outcome.log.contains("::error file=README.md,line=10,"))
    #expect(outcome.log.contains("to get comments, run on 'pull_request_target'"))
    #expect(outcome.summary.contains(Self.sound))
  }

  @Test func `a GitHub Enterprise Server is asked below its own root`() throws {
    let runner = try runner(rootPath: "/api/v3")
    let outcome = try runner.run(
      Workflow("recipes/pull-request-target.yml"),
      on: "pull_request_target"
    )
    #expect(!outcome.succeeded)
    #expect(writes(runner.github) == ["POST pulls/1/reviews"])
    #expect(runner.github.violations.isEmpty)
  }

  @Test func `outputs say what was found, and the step succeeds where that was asked for`() throws {
    let runner = try runner()
    runner.inputs["fail-on"] = "never"
    let outcome = try runner.run(Workflow("recipes/pull-request.yml"), on: "pull_request")
    #expect(outcome.succeeded)
    let outputs = try #require(outcome.outputs["rubric"])
    #expect(outputs["errors"] == "1")
    #expect(outputs["warnings"] == "0")
    #expect(outputs["notes"] == "0")
    #expect(["true", "false"].contains(outputs["degraded"]))
    #expect(outputs["status"]?.isEmpty == false)
    let report = try Data(contentsOf: URL(filePath: try #require(outputs["report"])))
    #expect(JSON(Array(report))?["schema"] == 1)
  }

  // MARK: - The download

  private static let target = "recipes/pull-request-target.yml"

  /// Runs the simplest workflow with a release that does not do: nothing of it may be run.
  private func refused(_ runner: Runner) throws -> String {
    let outcome = try runner.run(Workflow(Self.target), on: "pull_request_target")
    #expect(!outcome.succeeded)
    #expect(runner.github.log.isEmpty)
    return outcome.log
  }

  @Test func `another archive than the checksum's is refused`() throws {
    let runner = try runner { $0.files[Release.archive]?.append(0) }
    let log = try refused(runner)
    #expect(log.contains("::error title=rubric::"))
    #expect(log.contains("\(Release.archive) has the SHA-256 "))
  }

  @Test func `an archive without a checksum is refused`() throws {
    let runner = try runner(checksums: "0123  other.tar.gz\n")
    #expect(try refused(runner).contains("has no SHA-256 for \(Release.archive): pin a commit"))
  }

  @Test func `another archive than the workflow's checksum is refused`() throws {
    let runner = try runner()
    runner.inputs["sha256"] = String(repeating: "0", count: 64)
    #expect(try refused(runner).contains("and not 0000000000"))
  }

  @Test func `what a release states of itself is not asked for`() throws {
    let runner = try runner {
      let lines = String(repeating: "0", count: 64) + "  \(Release.archive)\n"
      $0.files["SHA256SUMS"] = Array(lines.utf8)
    }
    // The zeros are those of the pinned commit here, and the archive is another one.
    #expect(try refused(runner).contains("and not 0000000000"))
  }

  @Test func `the workflow's checksum comes before the commit's own`() throws {
    var checksum = ""
    let runner = try runner(checksums: "") {
      checksum = $0.checksum
      $0.files["SHA256SUMS"] = nil
    }
    runner.inputs["sha256"] = checksum
    let outcome = try runner.run(Workflow(Self.target), on: "pull_request_target")
    #expect(outcome.log.contains("SHA-256 \(checksum)"))
    #expect(runner.github.scene.reviews.count == 1)
  }

  @Test func `where there is no release, nothing is built unless that was asked for`() throws {
    let sums = String(repeating: "0", count: 64) + "  \(Release.archive)\n"
    let runner = try runner(checksums: sums) { $0.files = [:] }
    let log = try refused(runner)
    #expect(!log.contains("building from source"))
    #expect(log.contains("::error title=rubric::there is no http://127.0.0.1:"))
    runner.inputs["install"] = "source"
    // There is no Swift on the path of a test.
    #expect(try refused(runner).contains("and there is no Swift on this runner"))
    runner.inputs["install"] = "auto"
    #expect(try refused(runner).contains("'install' must be release or source"))
  }

  @Test func `a comment asks for a review`() throws {
    let runner = try runner()
    let outcome = try runner.run(Workflow("recipes/command.yml"), on: "issue_comment")
    #expect(writes(runner.github) == ["POST pulls/1/reviews"], "\(outcome.log)")
  }

  @Test func `once a week, what was published becomes one pull request`() throws {
    let runner = try runner()
    runner.github.edit { scene in
      let text = Self.legend.replacing("Old Paper. CVPR", with: "A Preprint of Long Ago. arXiv")
      scene.commit(["README.md": text], to: "main")
    }
    let file = runner.program.folder.appending(path: "published.bib")
    try """
    @inproceedings{DBLP:conf/cvpr/Someone23,
      author = {Some Body}, title = {A Preprint of Long Ago}, booktitle = {{CVPR} 2023}, year = {2023}
    }
    """.write(to: file, atomically: true, encoding: .utf8)
    runner.inputs = ["online": "false", "bibliography": file.path]
    for _ in 1...2 {
      let outcome = try runner.run(Workflow("recipes/sweep.yml"), on: "schedule")
      #expect(outcome.succeeded, "\(outcome.log)")
      #expect(outcome.summary.contains("### rubric sweep"))
    }
    #expect(
      writes(runner.github) == [
        "POST git/blobs", "POST git/trees", "POST git/commits", "POST git/refs", "POST pulls",
      ]
    )
    let scene = runner.github.scene
    let text = scene.branches["rubric/sweep"].flatMap { scene.commits[$0]?.files["README.md"] }
    #expect(text?.contains("A Preprint of Long Ago. CVPR'2023.") == true)
    #expect(scene.pulls[2]?.body?.contains("dblp.org/rec/conf/cvpr/Someone23") == true)
    #expect(runner.github.violations == [])
    runner.isTokenReadOnly = true
    runner.github.edit { scene in
      scene.pulls[2] = nil
      scene.branches["rubric/sweep"] = nil
    }
    let refused = try runner.run(Workflow("recipes/sweep.yml"), on: "schedule")
    #expect(!refused.succeeded)
    #expect(refused.log.contains("contents: write, pull-requests: write"))
  }

  @Test(arguments: [
    "list", "rulebook", "limit", "bibliography", "time-limit", "account", "ca-file",
  ])
  func `no input of the sweep is read by a shell`(_ name: String) throws {
    let runner = try runner()
    let pwned = runner.program.folder.appending(path: "pwned").path
    runner.inputs["online"] = "false"
    runner.inputs[name] = "$(touch '\(pwned)')`touch '\(pwned)'`\"; touch '\(pwned)'; '"
    _ = try runner.run(Workflow("recipes/sweep.yml"), on: "schedule")
    #expect(!FileManager.default.fileExists(atPath: pwned))
  }

  @Test func `a server that refuses is told, and nothing is built instead`() throws {
    let log = try refused(try runner { $0.refusal = 403 })
    #expect(log.contains("curl ended with 22, the answer was 403"))
    #expect(!log.contains("built from source"))
  }

  @Test func `plain HTTP is for this machine only`() throws {
    let runner = try runner()
    runner.inputs["download-url"] = "http://localhost.example.invalid"
    #expect(try refused(runner).contains("curl ended with 1"))
  }

  // MARK: - What strangers write

  @Test(arguments: ["list", "rulebook", "fail-on", "pull-request", "account", "report", "ca-file"])
  func `no input is read by a shell`(_ name: String) throws {
    let runner = try runner()
    let pwned = runner.program.folder.appending(path: "pwned").path
    runner.inputs[name] = "$(touch '\(pwned)')`touch '\(pwned)'`\"; touch '\(pwned)'; '"
    runner.variables["GITHUB_HEAD_REF"] = "$(touch '\(pwned)')"
    _ = try runner.run(Workflow(Self.target), on: "pull_request_target")
    #expect(!FileManager.default.fileExists(atPath: pwned))
  }

  @Test func `an input is not an option`() throws {
    let runner = try runner()
    runner.inputs["rulebook"] = "--fail-on=never"
    let outcome = try runner.run(Workflow(Self.target), on: "pull_request_target")
    #expect(!outcome.succeeded)
    #expect(outcome.log.contains("cannot read the rulebook '--fail-on=never'"))
  }

  @Test func `lists are named on lines of their own`() throws {
    let runner = try runner()
    runner.inputs["list"] = "OTHER.md"
    #expect(try runner.run(Workflow(Self.target), on: "pull_request_target").succeeded)
    runner.inputs["list"] = "OTHER.md\r\nREADME.md\n"
    #expect(try !runner.run(Workflow(Self.target), on: "pull_request_target").succeeded)
    #expect(runner.github.scene.reviews.count == 1)
  }
}
